"""What an entry will count for is said before it is written, and asked where it would count for nothing."""

import pytest
from screens_world import TODAY, terminal
from test_logging import newest, to_field

from tui.curriculum.rule import Supervision
from tui.widgets.entry_panel import EntryPanel
from tui.workbook.trainee.entry_typed import Typed, read_entry
from tui.workbook.trainee.writing import EntryForm, log


async def test_the_form_says_what_the_entry_will_count_for(book):
    async with terminal(book) as screen:
        await screen.press("3", "down", "l")
        assert "達成目安 1 件に数えます" in screen.status


async def test_another_level_says_why_it_counts_no_more(book):
    async with terminal(book, size=(120, 40)) as screen:
        await screen.press("3", "down", "l")
        await to_field(screen, "supervision")
        await screen.press("right")
        assert "「指導者の指示」では数えません。必要なのは指導者とペアです" in screen.status
        await screen.press("left")
        assert "達成目安 1 件に数えます" in screen.status


async def test_an_entry_for_two_says_for_which_it_counts_and_what_the_other_asks(book):
    async with terminal(book, size=(120, 40)) as screen:
        await screen.press("3", "down", "l")
        await to_field(screen, "items")
        await screen.type("soc.2.alone")
        assert "達成目安 2 件のうち 1 件に数えます" in screen.status
        assert "独力での監視業務: 「指導者とペア」では数えません。必要なのは独力以上です" in screen.status


async def test_an_entry_that_would_count_for_nothing_is_asked_about_and_written_at_the_second_enter(book):
    before = book.journal.entry_count(book.trainee)
    async with terminal(book, size=(120, 40)) as screen:
        await screen.press("3", "down", "down", "down", "l", "enter")
        assert "もう一度 Enter" in screen.status
        assert "「n 件中 k 件」がないので数えません" in screen.status
        assert book.journal.entry_count(book.trainee) == before
        await screen.press("enter")
        assert "記録しました" in screen.status
    assert book.journal.entry_count(book.trainee) == before + 1


async def test_what_is_changed_after_the_question_is_asked_about_anew(book):
    before = book.journal.entry_count(book.trainee)
    async with terminal(book) as screen:
        await screen.press("3", "down", "down", "down", "l", "enter")
        await screen.type("x")
        await screen.press("enter")
        assert "もう一度 Enter" in screen.status
        await to_field(screen, "ratio")
        await screen.type("9/9")
        await screen.press("enter")
        assert "記録しました" in screen.status
    assert book.journal.entry_count(book.trainee) == before + 1
    assert newest(book).total == 9


async def test_the_entries_of_a_step_say_why_they_do_not_count(book):
    log(book, EntryForm(("soc.2.paired",), TODAY, supervision=Supervision.OBSERVED))
    async with terminal(book, size=(100, 40)) as screen:
        await screen.press("3", "down", "enter", "end")
        await screen.press("home", "end")
        assert "「見学」では数えません。必要なのは指導者とペアです" in screen.text.replace("\n", "")
        assert "実施形態: 指導者とペア（原文: ペアで）" in screen.text


@pytest.mark.parametrize("named", [("soc.2.paired", "soc.2.alone"), ("soc.2.verdict", "soc.2.alone"), ("soc.2.alone",)])
async def test_the_form_chooses_the_level_that_log_chooses_for_the_same_act(book, named):
    first, *more = named
    places = {"soc.2.paired": 1, "soc.2.alone": 2, "soc.2.verdict": 3}
    log(book, EntryForm(("soc.2.paired",), TODAY, supervision=Supervision.PAIRED))
    chosen = read_entry(book, named, Typed(ratio="9/9")).supervision
    async with terminal(book, size=(120, 40)) as screen:
        await screen.press("3", *("down",) * places[first], "l")
        await to_field(screen, "items")
        await screen.type(" ".join(more))
        await screen.press("enter", "enter")
        assert newest(book).items == named
        assert newest(book).supervision == chosen


async def test_a_level_that_was_chosen_stays_whatever_is_named_besides(book):
    async with terminal(book, size=(120, 40)) as screen:
        await screen.press("3", "down", "down", "down", "l")
        await to_field(screen, "supervision")
        await screen.press("right")
        level = values_of(screen)["supervision"]
        await to_field(screen, "items")
        await screen.type("soc.2.alone")
        assert values_of(screen)["supervision"] == level


def values_of(screen):
    return screen.app.screen.query_one("#form", EntryPanel).values
