"""Finding: ``/`` for anything of the pack, ``ctrl+p`` for what can be done now."""

import pytest
from screens_world import make_ready, terminal


async def find(screen, text):
    await screen.press("slash")
    await screen.type(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("判", "検知・誤検知の判定"),
        ("検知", "検知の仕組み"),
        ("triage criteria", "トリアージ基準管理"),
        ("soc.2.paired", "ペアでの監視業務"),
        ("nca:4.3.6.4#3", "独力での監視業務"),
        ("b-1", "リアルタイム基本分析"),
        ("B-1", "リアルタイム基本分析"),
        ("ﾊﾟｯﾁ", "パッチ適用"),
    ],
)
async def test_anything_is_found_by_word_id_citation_or_code(book, text, found):
    async with terminal(book) as screen:
        await find(screen, text)
        assert any(found in line for line in screen.lines[2:])


async def test_empty_finder_says_what_can_be_typed(book):
    async with terminal(book) as screen:
        await screen.press("slash")
        assert "出典 (nca:4.3.6.4)" in screen.text


async def test_nothing_found_is_said_and_enter_stays(book):
    async with terminal(book) as screen:
        await find(screen, "zzzz")
        assert "「zzzz」は見つかりません" in screen.text
        await screen.press("enter")
        assert screen.place == "finder"
        await screen.press("escape")
        assert screen.place == "today"


@pytest.mark.parametrize(
    ("target", "place", "shown"),
    [
        ("soc.2.alone", "step", "独力での監視業務  nca:4.3.6.4#3"),
        ("soc.2.paired.triage", "step", "ペアでの監視業務  nca:4.3.6.4#2"),
        ("soc.3", "step", "STEP 3"),
        ("b-1", "matrix", "B-1 リアルタイム基本分析"),
        ("region.3", "matrix", "III 専門組織"),
        ("basic.upkeep.patch", "roles", "パッチ適用"),
        ("soc.2.goal.support", "roles", "STEP 2"),
        ("forensics", "roles", "フォレンジック"),
    ],
)
async def test_choosing_goes_to_the_screen_where_the_thing_belongs(book, target, place, shown):
    async with terminal(book) as screen:
        await find(screen, target)
        await screen.press("enter")
        assert screen.place == place
        assert shown in screen.text


@pytest.mark.parametrize(
    "thing", ["soc.1.learn", "basic.", "soc.common", "a-", "soc.3.ref", "region.", "f", "team.", "term."]
)
async def test_everything_that_can_be_found_can_be_shown(book, thing):
    from tui.curriculum.search import search
    from tui.workbook.trainee.places import place_of

    hits = search(book.pack, thing, "ja")
    assert hits
    for hit in hits:
        assert place_of(book.pack, hit.id).place in {"roles", "step", "matrix", "reader"}


async def test_where_a_hit_stands_is_never_cut_off(book):
    async with terminal(book) as screen:
        await find(screen, "ログ")
        points = [line for line in screen.lines if line.strip(" >").startswith("確認項目")]
        assert points
        assert all(line.rstrip("v ").endswith(("STEP 1", "STEP 2", "STEP 3")) for line in points)


async def test_palette_offers_only_what_is_possible_now(book):
    async with terminal(book) as screen:
        await screen.press("3", "ctrl+p")
        assert "申請" in screen.text
        assert "取り下げ" not in screen.text
        await screen.press("escape", "4", "ctrl+p")
        assert "したことを実績として書く" not in screen.text


async def test_palette_runs_what_is_chosen(book):
    async with terminal(book, "en") as screen:
        await screen.press("ctrl+p")
        await screen.type("matrix")
        await screen.press("enter")
        assert screen.place == "matrix"


async def test_withdrawal_is_offered_for_a_claim(book):
    make_ready(book)
    async with terminal(book) as screen:
        await screen.press("3", "down", "down", "c", "enter", "ctrl+p")
        await screen.type("取り下げ")
        await screen.press("enter")
        assert "申請を取り下げました" in screen.status


async def test_palette_without_a_hit_says_so(book):
    async with terminal(book) as screen:
        await screen.press("ctrl+p")
        await screen.type("zzzz")
        assert "見つかりません" in screen.text
