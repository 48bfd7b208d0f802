"""What somebody does at a key is the same work with ten thousand entries as with two hundred: counted, no clock.

Both have worked on the same days, by which a standing costs, and have more entries of each criterion than are ever
looked back at.
"""

from __future__ import annotations

from datetime import timedelta

import pytest
from effort import effort_of
from workbook_world import DAY, POLICY, criterion, open_book, paired, tick_all

from tui.cli.answers.status_data import status_data
from tui.curriculum.folder import builtin_folder
from tui.curriculum.pack import Pack
from tui.curriculum.rule import Supervision
from tui.journal.event import Kind, NewEvent
from tui.journal.events import in_order
from tui.journal.journal import Journal
from tui.workbook.mentor.reviewing import Verdict, decide, queue
from tui.workbook.setup.reviewer import Reviewer
from tui.workbook.standings.workbook import Workbook
from tui.workbook.trainee.writing import EntryForm, claim, correct, log, set_tick
from tui.workbook.wording.pack_names import names_of
from tui.workbook.wording.undoing import bring_back, take_back

FEW, MANY = 200, 10_000
DAYS = 10
ALONE = "soc.2.alone"
"""What nearly all entries count for; a claim names each of its entries, so it is made of the three of another one."""
PAIRED = "soc.2.paired"
MENTOR = Reviewer("p-mori", "森 健")


def filled(path, entries):
    """The state file of somebody with so many entries, all of which were looked at once."""
    book = open_book(path)
    for first in range(0, entries, 500):
        news = [
            NewEvent(
                Kind.ENTRY,
                book.trainee,
                body={
                    "items": [(ALONE, "soc.2.verdict", "soc.3.period")[number % 10 % 3]],
                    "day": (DAY - timedelta(days=number % DAYS)).isoformat(),
                    "supervision": "alone",
                    "note": f"一次切り分け {number % 7}",
                    "evidence": [],
                },
            )
            for number in range(first, min(first + 500, entries))
        ]
        book.journal.append(news, author=book.trainee)
    paired(book, 3)
    tick_all(book, PAIRED)
    look(book)
    book.journal.keep_memos()
    return book


def look(book):
    """What the screens of the first path read."""
    book.today_view()
    names_of(book, "ja")
    role = book.pack.role("soc")
    for step in role.steps:
        book.step_view(role, step)
    book.newest(criterion(book, ALONE), 6)


def write_down(book):
    log(book, EntryForm((ALONE,), DAY, supervision=Supervision.ALONE, note="夜勤"))
    look(book)


def write_for_two(book):
    log(book, EntryForm((ALONE, "soc.3.period"), DAY, supervision=Supervision.ALONE, note="夜勤"))
    look(book)


def mend(book):
    last = book.last_entry()
    correct(book, last, EntryForm(last.items, DAY - timedelta(days=1), 2, supervision=Supervision.ALONE, note="直し"))
    look(book)


def undo(book):
    take_back(book, book.trainee, "ja")
    look(book)


def redo(book):
    bring_back(book, book.trainee, "ja")
    look(book)


def tick(book):
    set_tick(book, criterion(book, ALONE).points[0].id, True)
    look(book)


def untick(book):
    set_tick(book, criterion(book, ALONE).points[0].id, False)
    look(book)


def say_it_is_met(book):
    claim(book, criterion(book, PAIRED))
    look(book)


def confirm(book):
    (waiting,) = queue(book, MENTOR)
    decide(waiting, MENTOR, Verdict.CONFIRMED)
    look(book)


def stand(book):
    status_data(book)


def start(book):
    with Journal.open(book.journal.path) as journal:
        look(Workbook(journal, Pack.open(builtin_folder()), POLICY, book.trainee, lambda: DAY))


def take_in(book):
    """One more event of a colleague of whom there are records here already."""
    from_there = Journal.open(book.journal.path.with_name("there.sqlite"), create=True)
    with from_there as there:
        body = {"items": [ALONE], "day": DAY.isoformat(), "supervision": "alone", "note": "", "evidence": []}
        there.append([NewEvent(Kind.ENTRY, "p-there", body=body)], author="p-there")
        book.journal.merge(in_order(there.store))
    look(book)


KEYS = (
    *(look, write_down, write_for_two, mend, undo, redo, mend, undo, undo),
    *(tick, untick, say_it_is_met, confirm, stand, start, take_in),
)
"""In this order, one after another in the same file."""


def efforts(book):
    connection = book.journal.store.connection
    return [effort_of(key, book, connection=None if key is start else connection) for key in KEYS]


@pytest.fixture(scope="module")
def few_and_many(tmp_path_factory):
    folder = tmp_path_factory.mktemp("growth")
    counted = []
    for name, entries in (("first", FEW), ("few", FEW), ("many", MANY)):
        book = filled(folder / name / "state.sqlite", entries)
        counted.append(efforts(book))
        book.journal.close()
    return counted[1:]  # what is imported at the first call counts for none


@pytest.mark.parametrize("key", range(len(KEYS)), ids=[f"{n}-{each.__name__}" for n, each in enumerate(KEYS)])
def test_a_key_is_the_same_work_with_ten_thousand_entries(few_and_many, key):
    few, many = (counted[key] for counted in few_and_many)
    assert few.calls > 100
    assert (many.statements, many.rows, many.calls) == (few.statements, few.rows, few.calls)
