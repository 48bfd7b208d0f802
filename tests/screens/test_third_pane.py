"""On a wide terminal a third pane shows what the screen would have to be left for."""

from screens_world import entry_form, make_ready, terminal
from test_review_screen import TANAKA, claimed, criterion, mentor

from tui.curriculum.rule import Supervision
from tui.workbook.mentor.reviewing import comment, queue
from tui.workbook.trainee.writing import claim, log, withdraw

__all__ = ["claimed"]

WIDE = (120, 40)
ENDLESS = "引き継ぎの書きかたを見直した。" * 60


async def test_step_shows_every_word_of_the_entries_beside_the_criterion(book):
    note = "手順書の三章を見ながら、通報の一通目から対処の完了までを一人で書きました"
    log(book, entry_form("soc.2.paired", 20, Supervision.PAIRED, note=note, evidence=("INC-4711",)))
    async with terminal(book, size=WIDE) as screen:
        await screen.press("3", "down")
        assert note in screen.pane_of("実績 8 件")
        assert "INC-4711" in screen.text
        assert "確認項目 1/6" in screen.text


async def test_what_was_said_stands_above_the_entries(claimed):
    comment(queue(claimed, TANAKA)[0], TANAKA, "どの夜勤のことですか。日付を書き足してください")
    withdraw(claimed, criterion(claimed, "soc.2.alone"))
    async with terminal(claimed, size=WIDE) as screen:
        await screen.press("3", "down", "down")
        aside = screen.pane_of("これまでの経過")
        assert "どの夜勤のことですか。日付を書き足してください" in aside
        assert aside.index("これまでの経過") < aside.index("実績 5 件")


async def test_an_entry_in_the_third_pane_is_chosen_and_corrected(book):
    make_ready(book)
    async with terminal(book, size=WIDE) as screen:
        await screen.press("3", "down", "right", "right", "down")
        assert screen.cursor.startswith("11-12 x1 ペア")
        await screen.press("e")
        assert "2026-11-12" in screen.text
        await screen.press("escape", "left")
        assert "手順書のとおりに一次切り分けを終える" in screen.cursor
        await screen.press("left")
        assert screen.cursor.startswith("ペアでの監視業務")
        await screen.press("left")
        assert screen.place == "today"


async def test_cursor_in_the_third_pane_is_not_lost_where_the_terminal_becomes_narrow(book):
    async with terminal(book, size=WIDE) as screen:
        await screen.press("3", "down", "right", "right")
        await screen.resize(80, 24)
        await screen.press("end")
        assert screen.cursor.startswith("11-02 x1 ペア")
        await screen.press("left")
        assert "ペアでの監視業務" in screen.cursor


async def test_what_does_not_fit_says_how_it_is_read(book):
    log(book, entry_form("soc.2.paired", 20, Supervision.PAIRED, note=ENDLESS))
    async with terminal(book, size=WIDE) as screen:
        await screen.press("3", "down")
        assert "v 続きは Enter で読めます" in screen.text
        await screen.press("enter", "enter")
        assert "続きは" not in screen.text
        await screen.press("J", "J", "J")
        assert "11-14 x1 ペア" in screen.text


async def test_claim_is_shown_with_its_entries_and_thread_beside_it_and_whole_once_it_is_opened(claimed):
    async with mentor(claimed, size=WIDE) as screen:
        lines = screen.lines
        points = next(at for at, line in enumerate(lines) if "確認項目" in line)
        entries = next(at for at, line in enumerate(lines) if "この申請の実績 5 件" in line)
        assert entries < points
        assert screen.text.count("日次の監視業務") == 5
        await screen.press("enter")
        assert screen.text.index("この申請の実績 5 件") < screen.text.index("確認項目")


async def test_eighty_columns_have_no_third_pane(book):
    async with terminal(book, size=(109, 40)) as screen:
        await screen.press("3", "down")
        text = screen.text
        assert text.index("確認項目 1/6") < text.index("ここへつながる学習") < text.index("実績 7 件")


async def test_learning_item_stands_beside_what_it_leads_to(book):
    asked = criterion(book, "soc.2.paired").text.ja
    async with terminal(book, size=WIDE) as screen:
        await screen.press("3", "down", "down", "down", "down")
        assert screen.cursor.startswith("☐ 業務の手順と操作に習熟する")
        aside = screen.pane_of(asked[:12])
        assert asked in aside
        assert "7/10 回" in aside


async def test_a_question_and_a_form_take_back_what_was_said_of_enter(book):
    log(book, entry_form("soc.2.alone", 20, note=ENDLESS))
    make_ready(book)
    claim(book, criterion(book, "soc.2.alone"))
    async with mentor(book, size=WIDE) as screen:
        assert "Enter で読めます" in screen.text
        await screen.press("c")
        assert "Enter で読めます" not in screen.text
        await screen.press("escape")
        assert "Enter で読めます" in screen.text
    async with terminal(book, size=WIDE) as screen:
        await screen.press("3", "down", "down", "l")
        assert "Enter で読めます" not in screen.text
        await screen.press("escape")
        assert "Enter で読めます" in screen.text
