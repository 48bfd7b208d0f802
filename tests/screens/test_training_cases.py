"""Training cases: an entry is logged for the case, and counts for the criterion that asks for every case."""

from __future__ import annotations

from screens_world import empty_book, terminal

from tui.curriculum.folder import builtin_folder
from tui.curriculum.pack import Pack
from tui.workbook.trainee.writing import begin


async def test_case_is_logged_where_it_stands_and_counts_for_its_criterion(tmp_path):
    book = empty_book(tmp_path / "cases.sqlite")
    book.pack = Pack.open(builtin_folder())
    begin(book, "佐藤 花", "coord", 3)
    async with terminal(book) as screen:
        await screen.press("3")
        assert "0/19" in screen.text
        await screen.press("down", "down", "down", "l")
        await screen.type("exercise")
        await screen.press("enter")
        assert "1/19" in screen.text
    entry = book.journal.recent(book.trainee, 1)[0]
    assert entry.items == ("coord.3.learn.vulnerability.decide", "coord.3.cases")
    assert entry.supervision == "alone"


async def test_criterion_of_cases_asks_for_the_case_first(tmp_path):
    book = empty_book(tmp_path / "cases.sqlite")
    book.pack = Pack.open(builtin_folder())
    begin(book, "佐藤 花", "coord", 3)
    async with terminal(book) as screen:
        await screen.press("3", "l")
        assert "ケースを選んで l" in screen.status
        assert book.journal.entry_count(book.trainee) == 0
