"""The organisation: topics beside their drawings, heads that are typed in one line, a career from the own record."""

import pytest
from organisation_world import STAFFED, join, sign, staff, whole
from screens_world import empty_book, terminal

from tui.commands import READER
from tui.curriculum.organisation import Organisation
from tui.journal.event import Kind, NewEvent
from tui.workbook.organisation.career import chosen_jobs

FIRST_TEAM = ("6", *["down"] * 5, "enter")
CAREER = ("6", *["down"] * 6)


def heads(book):
    return {team: (each.mode, each.heads, each.held_by) for team, each in book.journal.headcounts().items()}


async def test_drawing_follows_the_topic(book):
    async with terminal(whole(book)) as screen:
        await screen.press("6")
        assert screen.place == "organisation"
        assert "インシデントを起こりにくくする" in screen.text
        await screen.press("down")
        assert "短期サイクル" in screen.text
        assert "| A G " in screen.text
        assert "| D H " in screen.text
        await screen.press("down")
        assert "IV 専門組織中心" in screen.text
        await screen.press("down")
        assert screen.text.count("+ 共同") == 1
        await screen.press("down")
        assert "24h 2 (12)" in screen.text


async def test_everything_in_a_drawing_leads_to_its_page(book):
    async with terminal(whole(book)) as screen:
        await screen.press("6", "down", "enter", "enter")
        assert screen.place == READER
        assert "phase.installation" in screen.title
        await screen.press("q")
        assert screen.place == "organisation"
        await screen.press("q", "q")
        assert screen.place == "today"


async def test_regions_stand_where_their_axes_put_them(book):
    """isogj 6.2: I inside and low, II outside and low, III outside and high, IV inside and high."""
    async with terminal(whole(book), "en") as screen:
        await screen.press("6", "down", "down")
        low, high = (next(line for line in screen.lines if name in line) for name in ("inside info", "outside info"))
        assert low.index("I In-house") < low.index("IV Expert-led")
        assert high.index("II In-house led") < high.index("III Specialists")


async def test_nothing_is_staffed_at_first_and_the_screen_says_what_to_do(book):
    async with terminal(whole(book)) as screen:
        await screen.press(*FIRST_TEAM[:-1])
        assert "まだ人数がありません" in screen.text
        assert "どのレベルにも届いていません" in screen.text


async def test_heads_are_typed_in_one_line_and_stand_beside_what_is_missing(book):
    async with terminal(whole(book)) as screen:
        await screen.press(*FIRST_TEAM)
        for said in ("１", "日勤 1", "兼 2", "兼 二次対応", "-", "なし", "1", "1.0"):
            await screen.press("enter")
            await screen.type(said)
            await screen.press("enter", "down")
        assert "人数: Level 0" in screen.text
        assert "Level 1 まで、あと 3 人" in screen.text
        assert "専任の日勤をあと 1 人" in screen.text
    assert heads(book)["team.incident-response"] == ("held", "", "team.second-response")
    assert heads(book)["team.development"] == ("day", "1", "")
    assert "team.forensics" not in heads(book)


async def test_what_cannot_be_read_is_told_and_nothing_is_written(book):
    async with terminal(whole(book)) as screen:
        await screen.press(*FIRST_TEAM, "e")
        await screen.type("たくさん")
        await screen.press("enter")
        assert "読めません" in screen.status
        await screen.press("e", "escape")
        assert "Enter 決める" not in screen.keys
    assert heads(book) == {}


async def test_question_shows_what_stands_and_keeps_the_note(book):
    staff(whole(book), STAFFED[:1], note="4 月から")
    async with terminal(book) as screen:
        await screen.press(*FIRST_TEAM, "e")
        assert "24 時間 6.5" in screen.text
        await screen.press("enter")
        assert "すでにその内容です" in screen.status
        await screen.press("e", *["backspace"] * 20)
        await screen.type("24h 7")
        await screen.press("enter")
    assert book.journal.headcounts()["team.first-response"].note == "4 月から"
    assert heads(book)["team.first-response"] == ("round-the-clock", "7", "")


async def test_undo_takes_the_head_count_back_first(book):
    staff(whole(book), STAFFED[:2])
    entries = book.journal.entry_count(book.trainee)
    async with terminal(book) as screen:
        await screen.press(*FIRST_TEAM, "u")
        assert "要員 二次対応  日勤 1.5" in screen.status
        assert set(heads(book)) == {"team.first-response"}
        await screen.press("u")
        assert heads(book) == {}
    assert book.journal.entry_count(book.trainee) == entries


async def test_team_under_the_cursor_says_what_it_lacks(book):
    staff(whole(book))
    async with terminal(book) as screen:
        await screen.press(*FIRST_TEAM, "down")
        assert screen.status == "二次対応  次の Level 2: あと 0.5 人"
        await screen.press("escape", "up")
        assert screen.status == ""


async def test_trained_people_stand_beside_heads_and_who_counts_twice_is_named(book):
    staff(whole(book))
    sign(book, "soc.2")
    join(book, "鈴木 一郎", "ir", "ir.1")
    async with terminal(book, size=(120, 40)) as screen:
        await screen.press(*FIRST_TEAM)
        assert "人数: どのレベルにも届いていません" in screen.text
        assert "一次対応: 6.5 人のうち、訓練を終えたのは 1 人" in screen.text
        assert "二次対応: リサーチ・解析" in screen.text
        assert "鈴木 一郎: 脆弱性管理・診断、システム運用・管理" in screen.text


async def test_too_few_for_all_hours_is_said(book):
    ours = [STAFFED[0].__class__("team.first-response", "round-the-clock", STAFFED[0].heads - 1)]
    staff(whole(book), ours)
    async with terminal(book, size=(120, 40)) as screen:
        await screen.press(*FIRST_TEAM)
        assert "常時 1 名に足りないのは 一次対応" in screen.text
        assert "24h 0 (5.5)" in screen.text


async def test_past_jobs_are_chosen_and_kept(book):
    async with terminal(whole(book)) as screen:
        await screen.press(*CAREER, "enter", "down", "space")
        assert "G-1" in screen.text
        assert "現在: 2 相性のよい最初の役割" in screen.text
        await screen.press("down", "space", "up", "space")
    assert chosen_jobs(book) == ("auditing",)


async def test_career_begins_at_the_stage_where_the_person_stands(book):
    sign(whole(book), "soc.2")
    async with terminal(book) as screen:
        await screen.press(*CAREER)
        assert "現在: 4 インシデント対応で T 型に" in screen.text
        await screen.press("enter")
        assert "> * 4 インシデント対応で T 型に" in screen.lines[1]
        await screen.press("down", "down", "enter")
        assert screen.place == READER


async def test_career_of_anybody_in_the_journal(book):
    join(whole(book), "鈴木 一郎", "vuln", "vuln.1", "vuln.2")
    join(book, "高橋 健", "ir", "ir.1", "ir.2")
    async with terminal(book) as screen:
        await screen.press(*CAREER)
        assert "現在: 1 土台の IT スキル" in screen.text
        await screen.press("down")
        assert screen.text.count("鈴木 一郎") == 2
        assert "現在: 4" in screen.text
        await screen.press("down")
        assert screen.text.count("高橋 健") == 2


async def test_careers_of_others_stand_by_name_as_on_the_team(book):
    names = ("山田 優", "伊藤 さくら", "吉田 翔")
    for place, name in enumerate(names):
        person, role = f"p-{place}", {"start": 1, "on": True}
        known, follows = NewEvent(Kind.PERSON, person, body={"name": name}), NewEvent(Kind.ENROL, person, "soc", role)
        whole(book).journal.append([known, follows], author=person)
    async with terminal(book) as screen:
        for key in ("7", "6"):
            await screen.press(key)
            found = [name for line in screen.lines for name in names if name in line[: len(name) + 5]]
            assert found[:3] == ["伊藤 さくら", "吉田 翔", "山田 優"]


async def test_hundreds_of_people_scroll(book):
    whole(book)
    for number in range(200):
        join(book, f"人 {number:03}", "soc")
    async with terminal(book) as screen:
        await screen.press(*CAREER, "end")
        assert "人 199" in screen.text
        await screen.press("6")
        assert screen.place == "organisation"


async def test_read_only_journal_shows_everything_and_takes_nothing(book, path):
    staff(whole(book))
    book.journal.close()
    looking = whole(empty_book(path, write=False))
    async with terminal(looking) as screen:
        await screen.press(*FIRST_TEAM, "e")
        assert "Enter 決める" not in screen.keys
        assert "人数" not in screen.keys
        await screen.press("enter")
        assert screen.place == READER
        await screen.press("q", "escape", "down", "enter", "space")
        assert "Space" not in screen.text
    looking.journal.close()


async def test_pack_without_an_organisation_says_so(book, monkeypatch):
    monkeypatch.setitem(vars(whole(book).pack), "organisation", Organisation())
    async with terminal(book, "en") as screen:
        for _ in range(8):
            await screen.press("6", "down")
            assert "says nothing of the organisation" in screen.text


@pytest.mark.parametrize("size", [(40, 10), (59, 20), (60, 24)])
@pytest.mark.parametrize("lang", ["ja", "en"])
async def test_narrow_terminals_show_one_pane_and_every_topic(book, lang, size):
    staff(whole(book))
    async with terminal(book, lang, size) as screen:
        await screen.press("6")
        for _ in range(7):
            await screen.press("enter")
            assert screen.lines[1]
            await screen.press("escape", "down")
        assert screen.place == "organisation"


async def test_what_another_process_writes_shows_up(book):
    async with terminal(whole(book)) as screen:
        await screen.press(*FIRST_TEAM)
        other = whole(empty_book(book.journal.path))
        staff(other, STAFFED[1:2])
        other.journal.close()
        await screen.look_elsewhere()
        assert "日勤 1.5" in screen.text


async def test_journal_shows_head_counts_in_words(book):
    staff(whole(book), STAFFED[:1], note="4 月から")
    async with terminal(book, size=(100, 24)) as screen:
        await screen.press("5")
        assert "要員     一次対応  24 時間 6.5  4 月から" in screen.text
        await screen.press("L")
        assert "First response  24h 6.5" in screen.text


async def test_what_the_first_team_lacks_is_told_as_soon_as_the_drawing_is_entered(book):
    staff(whole(book))
    async with terminal(book) as screen:
        await screen.press(*FIRST_TEAM)
        entered = screen.status
        await screen.press("down", "up")
        assert entered == screen.status
        assert "一次対応" in entered
