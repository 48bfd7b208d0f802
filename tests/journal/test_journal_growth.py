"""With thousands of events the start and an entry cost SQLite the same work as with ten: steps counted, no clock."""

import sqlite3

import pytest
from journal_world import HANA, Clock, entry, write

from tui.journal.journal import Journal

FEW, MANY = 10, 3000


@pytest.fixture
def steps(monkeypatch):
    """Counts the steps of SQLite's machine, in hundreds, on every connection opened from now on."""
    counted = []
    connect = sqlite3.connect

    def counting(*arguments, **named):
        connection = connect(*arguments, **named)
        connection.set_progress_handler(lambda: counted.append(1), 100)
        return connection

    monkeypatch.setattr(sqlite3, "connect", counting)
    return counted


def filled(folder, events):
    path = folder / f"{events}.sqlite"
    with Journal.open(path, create=True, clock=Clock()) as journal:
        write(journal, *(entry(f"soc.{number % 7}") for number in range(events)))
    return path


def start(path):
    with Journal.open(path) as journal:
        journal.people()
        journal.enrolments(HANA)
        journal.ticks(HANA)
        journal.claims(HANA)
        journal.recent(HANA, 6)
        journal.last_supervision(HANA)
        journal.trainees()
        journal.memo_get(HANA, "soc.1", "key")
        journal.changed_elsewhere()


def one_more(path):
    with Journal.open(path) as journal:
        write(journal, entry("soc.1"))
        journal.undoable(HANA)


@pytest.mark.parametrize("doing", [start, one_more])
def test_work_does_not_grow_with_the_journal(tmp_path, steps, doing):
    work = {}
    for events in (FEW, MANY):
        path = filled(tmp_path, events)
        steps.clear()
        doing(path)
        work[events] = len(steps)
    assert work[MANY] <= work[FEW] * 1.5 + 2
