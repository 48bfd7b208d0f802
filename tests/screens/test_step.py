"""The checklist of a STEP: look, tick, claim without leaving the list."""

from datetime import timedelta

import pytest
from screens_world import NOTHING_SET, TODAY, empty_book, fill, make_ready, terminal

from tui.curriculum.rule import Supervision
from tui.journal.event import Kind, NewEvent
from tui.widgets.canvas import Canvas
from tui.workbook.trainee.writing import EntryForm, log


async def test_details_follow_the_cursor(book):
    async with terminal(book) as screen:
        await screen.press("3")
        assert "検知の仕組み  nca:4.3.6.4#1" in screen.text
        await screen.press("down")
        assert "ペアでの監視業務  nca:4.3.6.4#2" in screen.text
        assert "原文では「規定回数」" in screen.text


async def test_list_and_details_are_repainted_in_the_same_handler(book, monkeypatch):
    """Two handlers would be two frames on a slow line: after the action, before anything else runs, both are new."""
    async with terminal(book) as screen:
        await screen.press("3")
        shown = []
        show = Canvas.show
        monkeypatch.setattr(Canvas, "show", lambda self, lines: (shown.append(self.id), show(self, lines))[1])
        screen.frame.action_move(1)
        assert {"list", "sheet"} <= set(shown)


async def test_names_of_criteria_are_whole_at_eighty_columns(book):
    for lang in ("ja", "en"):
        async with terminal(book, lang) as screen:
            await screen.press("3")
            for criterion in book.pack.role("soc").step(2).criteria:
                assert criterion.name.of(lang) in screen.text


async def test_point_is_ticked_inside_the_details(book):
    async with terminal(book) as screen:
        await screen.press("3", "down", "enter")
        assert screen.cursor.startswith("☑ 手順書のとおり")
        await screen.press("down", "space")
        assert screen.cursor.startswith("☑ 指導者が見たい")
        assert "確認項目 2/6" in screen.text
        assert len(book.ticked()) == 2
        await screen.press("escape", "down")
        assert "独力での監視業務  nca:4.3.6.4#3" in screen.text


async def test_tick_on_a_criterion_goes_to_its_points_first(book):
    async with terminal(book) as screen:
        ticked = book.ticked()
        await screen.press("3", "down", "space")
        assert screen.cursor.startswith("☑ 手順書のとおり")
        assert book.ticked() == ticked


async def test_learning_item_is_ticked_in_the_list(book):
    async with terminal(book) as screen:
        await screen.press("3", "down", "down", "down", "down", "space")
        assert screen.cursor.startswith("☑ 業務の手順")
        assert "つながる達成目安" in screen.text


async def test_claim_that_is_not_ready_says_what_is_open(book):
    async with terminal(book) as screen:
        await screen.press("3", "down", "c")
        assert "必要な 10 回のうち 7 回です" in screen.status
        await screen.press("down", "c")
        assert "確認項目が 5 項目残っています" in screen.status
        assert not book.marks().claims


async def test_ready_criterion_is_claimed_with_a_comment_and_withdrawn(book):
    make_ready(book)
    async with terminal(book) as screen:
        await screen.press("3", "down", "down", "c")
        await screen.type("ok")
        await screen.press("enter")
        assert "申請しました: 独力での監視業務" in screen.status
        assert book.marks().claims["soc.2.alone"].comment == "ok"
        assert "2026-11-21 に申請しました" in screen.text
        assert "C 取り下げ" in screen.keys
        assert "c 申請" not in screen.keys
        await screen.press("C")
        assert "申請を取り下げました" in screen.status
        assert not book.marks().claims


async def test_escape_from_the_comment_claims_nothing(book):
    make_ready(book)
    async with terminal(book) as screen:
        await screen.press("3", "down", "down", "c", "escape")
        assert not book.marks().claims
        assert "c 申請" in screen.keys


async def test_unset_number_is_named_with_its_key(path):
    book = empty_book(path, NOTHING_SET)
    fill(book)
    async with terminal(book) as screen:
        await screen.press("3", "down")
        assert "7/未設定" in screen.text
        assert "soc.2.paired.times" in screen.text.replace("\n", "")
    book.journal.close()


async def test_next_and_previous_step(book):
    async with terminal(book) as screen:
        await screen.press("3", "n")
        assert "STEP 3" in screen.title
        await screen.press("n")
        assert "STEP 3" in screen.title
        await screen.press("p", "p")
        assert "STEP 1" in screen.title


async def test_sentence_about_the_state_is_never_cut(book):
    async with terminal(book, size=(50, 20)) as screen:
        await screen.press("3", "down", "down", "enter")
        assert "条件は満たしました。残りの確認項目に印を付けると申請できます。" in "".join(
            line.strip() for line in screen.lines
        )


async def test_five_hundred_entries_show_the_newest_and_say_how_many_more(book):
    form = EntryForm(("soc.2.paired",), TODAY, supervision=Supervision.PAIRED)
    days = (TODAY - timedelta(days=number % 300) for number in range(493))
    book.journal.append([_event(book, form, day) for day in days], author=book.trainee)
    async with terminal(book) as screen:
        await screen.press("3", "down", "enter", "end")
        assert "ほかに 492 件 (5 台帳)" in screen.text


def _event(book, form, day):
    body = {"items": list(form.items), "day": day.isoformat(), "quantity": 1, "supervision": str(form.supervision)}
    return NewEvent(Kind.ENTRY, book.trainee, body=body)


async def test_entries_that_do_not_count_stand_in_brackets(book):
    log(book, EntryForm(("soc.2.paired",), TODAY, supervision=Supervision.OBSERVED))
    async with terminal(book) as screen:
        await screen.press("3", "down", "enter", "end")
        await screen.press("home", "end")
        assert any("( 11-21 x1 見学" in line for line in screen.lines)


@pytest.mark.parametrize("size", [(50, 20), (40, 10)])
async def test_narrow_terminal_shows_details_in_place_of_the_list(book, size):
    async with terminal(book, size=size) as screen:
        await screen.press("3", "down")
        assert "規定回数" not in screen.text
        await screen.press("enter")
        assert "達成目安" not in screen.text
        await screen.press("escape")
        assert "達成目安" in screen.text


async def test_learning_item_can_be_read_on_a_narrow_terminal(book):
    async with terminal(book, size=(50, 20)) as screen:
        await screen.press("3", "down", "down", "down", "down", "enter")
        assert "つながる達成目安" in screen.text


async def test_what_is_to_be_read_stands_below_the_points_by_its_title_and_is_ticked(book):
    async with terminal(book, size=(120, 40)) as screen:
        await screen.press("3", "p")
        assert "資料・書籍 0/1" in screen.text
        await screen.press("enter")
        while "監視手順書" not in screen.cursor:
            await screen.press("down")
        await screen.press("space")
        assert screen.cursor.startswith("☑ 監視手順書")
        assert "資料・書籍 1/1" in screen.text
        assert "soc.read.manual" in book.ticked()
