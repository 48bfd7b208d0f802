"""With thousands of events the start and an entry are the same work as with ten: counted, no clock."""

import sqlite3

import pytest
from effort import effort_of
from journal_world import HANA, Clock, entry, write

from tui.journal.journal import Journal

FEW, MANY = 10, 3000


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
def test_work_does_not_grow_with_the_journal(tmp_path, doing):
    path = filled(tmp_path, FEW)
    doing(path)  # what is imported at the first call counts for neither
    few = effort_of(doing, path)
    many = effort_of(doing, filled(tmp_path, MANY))
    assert few.statements > 3
    assert many.statements == few.statements
    assert many.rows <= few.rows + 10
    assert many.calls <= few.calls * 1.5


def test_what_can_be_undone_is_found_by_walking_back_and_nothing_is_sorted(journal):
    write(journal, entry("soc.1"))
    asked = []
    journal.store.connection.set_trace_callback(asked.append)
    assert journal.undoable(HANA)
    journal.store.connection.set_trace_callback(None)
    plan = [row[3] for sql in asked for row in journal.store.connection.execute(f"EXPLAIN QUERY PLAN {sql}")]
    assert any("event_order" in step for step in plan)
    assert not [step for step in plan if "TEMP B-TREE" in step]


def test_an_entry_does_not_go_through_the_chain_for_a_name(tmp_path, monkeypatch):
    """SQLite reads a chain to find the names in it, and gives back one row: the counts above don't see that."""
    path, asked, connect = filled(tmp_path, FEW), [], sqlite3.connect

    def watched(*arguments, **named):
        connection = connect(*arguments, **named)
        connection.set_trace_callback(asked.append)
        return connection

    monkeypatch.setattr(sqlite3, "connect", watched)
    with Journal.open(path) as journal:
        write(journal, entry("soc.1"))
    assert any("INSERT INTO event" in each for each in asked)
    assert not [each for each in asked if "arrived" in each]
