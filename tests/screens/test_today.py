"""Today: one look tells what to do next."""

import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from screens_world import NOTHING_SET, TODAY, Terminal, empty_book, entry_form, fill, make_ready, terminal
from settling import settled

from tui.app import IkuseiApp
from tui.curriculum.pack import Pack
from tui.curriculum.rule import Supervision
from tui.errors import BundleError
from tui.journal.event import Kind, NewEvent
from tui.session import Session
from tui.text.cells import width
from tui.text.glyphs import glyphs_for
from tui.workbook.trainee.writing import begin, claim, enrol, leave, log, set_tick


async def test_followed_role_shows_ladder_next_moves_and_recent_work(book):
    async with terminal(book) as screen:
        assert "佐藤 花" in screen.title
        assert any("STEP 2" in line and "0/4" in line for line in screen.lines)
        assert screen.cursor.startswith("+ 独力での監視業務")
        assert "7/10 回" in screen.text
        assert "92 % / >=95 %" in screen.text
        assert any(line.strip().startswith("11-16 23/25") for line in screen.lines)


async def test_columns_of_the_moves_stand_below_each_other(book):
    async with terminal(book, "en") as screen:
        rows = [found for line in screen.lines if (found := re.search(r"  (\d+/\d+) (times|cases|points)", line))]
        assert len(rows) == 4
        assert len({row.start(1) for row in rows}) == 1


@pytest.mark.parametrize("lang", ["ja", "en"])
async def test_columns_of_what_was_done_stand_below_each_other(book, lang):
    async with terminal(book, lang, size=(100, 30)) as screen:
        names = [each.name.of(lang) for each in book.pack.role("soc").step(2).criteria]
        rows = [line for line in screen.lines if re.match(r" *11-\d\d ", line)]
        assert len(rows) > 4
        assert {width(re.sub(f"(?:{'|'.join(names)}).*", "", row)) for row in rows} == {22 if lang == "en" else 20}


async def test_trainee_at_step_0_is_given_topics_and_how_many_more(nobody):
    begin(nobody, "新人", "soc", 0)
    async with terminal(nobody) as screen:
        assert screen.cursor.startswith("☐ 自社のセキュリティのポリシー")
        assert "ほかに 20 項目" in screen.text
        await screen.press("space")
        assert "1/25" in screen.text
        assert "ほかに 19 項目" in screen.text


async def test_without_entries_today_says_how_to_write_the_first(nobody):
    begin(nobody, "新人", "soc", 1)
    async with terminal(nobody) as screen:
        assert "まだ実績がありません" in screen.text


async def test_unset_number_is_shown_as_unset(path):
    book = empty_book(path, NOTHING_SET)
    fill(book)
    async with terminal(book) as screen:
        assert "7/未設定 回" in screen.text
        assert "組織が決める値が未設定" in screen.text
    book.journal.close()


async def test_role_without_content_is_never_said_to_be_claimed(nobody):
    begin(nobody, "佐藤 花", "forensics", 1)
    async with terminal(nobody) as screen:
        assert "申請しました" not in screen.text
        assert "この教材パックにまだありません" in screen.text


async def test_long_name_leaves_room_for_where_we_are(nobody):
    begin(nobody, "セキュリティ" * 20, "soc", 1)
    async with terminal(nobody) as screen:
        assert "今日" in screen.title
        assert screen.title.rstrip().endswith("..")


async def test_everything_claimed_points_to_further_roles(nobody):
    begin(nobody, "佐藤 花", "soc", 3)
    async with terminal(nobody) as screen:
        step = nobody.pack.role("soc").step(3)
        # The workbook refuses claims without proof; the journal keeps whatever claims there are.
        body = {"entries": [], "policy": {}, "points": [], "comment": ""}
        news = [NewEvent(Kind.CLAIM, nobody.trainee, each.id, body) for each in step.criteria]
        nobody.journal.append(news, author=nobody.trainee)
        screen.app.session.revision += 1
        screen.app.redraw()
        await screen.press("down")
        assert "すべて申請しました" in screen.text


async def test_claimed_criterion_is_no_next_move_any_more(book):
    make_ready(book)
    async with terminal(book) as screen:
        assert "申請できます (c)" in screen.text
        claim(book, book.pack.role("soc").step(2).criteria[2])
        screen.app.session.revision += 1
        screen.app.redraw()
        await screen.press("down")
        assert not any("独力での監視業務  " in line and "5/5" in line for line in screen.lines)


async def test_hole_that_grows_is_a_deadline(nobody):
    begin(nobody, "佐藤 花", "soc", 3)
    log(nobody, replace(entry_form("soc.3.period", 1), day=date(2026, 10, 10)))
    log(nobody, entry_form("soc.3.period", 1))
    async with terminal(nobody) as screen:
        assert "まもなく" in screen.text
        assert "2026-11-01 から実績がありません" in screen.text
        assert "残り 10 日" in screen.text


async def test_role_without_content_is_shown_honestly(nobody):
    begin(nobody, "佐藤 花", "soc", 2)
    enrol(nobody, "management", 1)
    async with terminal(nobody) as screen:
        row = next(line for line in screen.lines if "セキュリティマネジメント" in line)
        assert "内容がありません" in row
        leave(nobody, "soc")
        screen.app.session.revision += 1
        screen.app.redraw()
        await screen.press("down", "enter", "3")
        assert "STEP はありません" in screen.text


async def test_each_followed_role_has_its_ladder(book):
    enrol(book, "forensics", 0)
    async with terminal(book, "en") as screen:
        assert "SOC/monitoring" in screen.text
        assert "Forensics" in screen.text


async def test_open_and_walk_lead_from_a_move_to_its_criterion(book):
    async with terminal(book) as screen:
        await screen.press("enter")
        assert screen.place == "step"
        assert screen.cursor.startswith("+ 独力での監視業務") or "独力での監視業務" in screen.text
        await screen.press("q")
        assert screen.place == "today"
        await screen.press("w")
        assert screen.place == "walk"
        assert "soc.2.alone" in screen.title


async def test_entry_of_the_recent_ones_opens_in_the_journal(book):
    async with terminal(book) as screen:
        await screen.press("end", "enter")
        assert screen.place == "journal"
        assert "数える先: soc.2" in screen.text


async def test_topics_of_the_common_education_follow_the_basic_ones(nobody):
    begin(nobody, "新人", "soc", 0)
    for topic in nobody.pack.basic:
        set_tick(nobody, topic.id, True)
    async with terminal(nobody) as screen:
        assert "共通教育" in screen.cursor


async def test_log_from_today_needs_no_other_screen(book):
    async with terminal(book) as screen:
        await screen.press("down", "down", "l")
        await screen.type("shift")
        await screen.press("enter")
        assert "記録しました (2026-11-21)" in screen.status
        assert "8/10 回" in screen.text
        newest = book.journal.recent(book.trainee, 1)[0]
        assert (newest.note, newest.day, newest.supervision) == ("shift", TODAY, Supervision.PAIRED)


async def test_moves_are_whole_on_a_narrow_terminal(book):
    for lang in ("ja", "en"):
        async with terminal(book, lang, size=(50, 20)) as screen:
            assert "200/200  92/95 %" in screen.text
            assert not [line for line in screen.lines[4:9] if ".." in line and "..." not in line]


@pytest.mark.parametrize("lang", ["ja", "en"])
async def test_files_that_stay_in_the_drop_folder_are_named_with_their_reason(book, lang):
    stayed = ((Path("/in/tanaka.ikusei"), BundleError("bundle.truncated", 3, found=1, said=9)),)
    app = IkuseiApp(Session(book, lang, glyphs_for("unicode"), stayed=stayed))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        screen = Terminal(app, pilot)
        await screen.press("end")
        assert ("Left in the drop folder" if lang == "en" else "受け箱に残したもの") in screen.text
        assert "tanaka.ikusei" in screen.text
        assert ("1 of 9" if lang == "en" else "9 件のはずが 1 件") in screen.text


async def test_why_the_next_criterion_matters_is_said_once_the_frame_stands(book):
    async with terminal(book) as screen:
        assert "なぜ大切か: B-1 リアルタイム基本分析 を担う力になります" in screen.text
        at = next(n for n, line in enumerate(screen.lines) if "なぜ大切か" in line)
        assert screen.lines[at + 1] == ""
        await screen.press("L")
        assert "why it matters: it trains for B-1 Real-time basic analysis" in screen.text


async def test_why_is_one_line_however_many_duties_there_are(book):
    for criterion in book.pack.role("soc").step(2).criteria:
        book.journal.append([NewEvent(Kind.CLAIM, book.trainee, criterion.id, {})], author=book.trainee)
    async with terminal(book) as screen:
        lines = [line for line in screen.lines if "なぜ大切か" in line]
        assert len(lines) == 1
        assert lines[0].endswith("..")
        assert "A-4" in lines[0] or "B-2" in lines[0]


async def test_mapping_with_a_fault_is_told_and_today_stands(book, tmp_path):
    folder = tmp_path / "pack"
    shutil.copytree(book.pack.folder, folder)
    (folder / "mapping.toml").write_text("[[map]]\nrole = 3\n", encoding="utf-8")
    book.pack = Pack.open(folder)
    async with terminal(book, "en") as screen:
        assert "なぜ" not in screen.text
        assert "/pack/" in screen.status
        assert "Next" in screen.text
