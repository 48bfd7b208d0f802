"""Nobody changes or deletes an event through SQLite, and a guard that is gone is noticed at once."""

import sqlite3

import pytest
import sqlite_utils
from journal_world import HANA, entry, keys, raw, refused, write

from tui.journal.event import EventHash
from tui.journal.journal import Journal

NO_DIGEST = "f" * 64
"""The hash of an event that nobody wrote; a short one would now and then be the beginning of another event's."""


@pytest.fixture
def filled(path):
    with Journal.open(path, create=True) as journal:
        write(journal, entry(note="as written"))
    return path


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event SET body = '{}'",
        "DELETE FROM event",
        """INSERT OR REPLACE INTO event
        SELECT hash, writer, n, previous, clock, recorded, author, trainee, kind, item, '{}', pack, pack_version
        FROM event WHERE kind = 'entry'""",
        "INSERT INTO event SELECT * FROM event WHERE true ON CONFLICT (hash) DO UPDATE SET body = '{}'",
    ],
)
def test_changing_an_event_is_refused(journal, statement):
    first = write(journal, entry(note="as written"))
    with pytest.raises(sqlite3.IntegrityError, match="never"):
        journal.store.run(statement)
    assert journal.event(first).body["note"] == "as written"


@pytest.mark.parametrize("statement", ["UPDATE event SET body = '{}'", "DELETE FROM event"])
def test_the_guard_stands_in_any_program(filled, statement):
    connection = raw(filled)
    with pytest.raises(sqlite3.IntegrityError, match="never"):
        connection.execute(statement)
    connection.close()


def test_two_events_with_one_number_can_be_kept_to_show_the_fork(journal):
    write(journal, entry())
    journal.store.run(
        "INSERT INTO event SELECT ?, writer, n, previous, clock, recorded, author, trainee, kind, item, body, pack, "
        "pack_version FROM event WHERE kind = 'entry'",
        NO_DIGEST,
    )
    assert journal.event(NO_DIGEST).n == 2


def assert_refuses_to_record(path):
    with Journal.open(path) as journal:
        assert keys(journal.problems) == ["journal.guards"]
        with refused("journal.guards"):
            write(journal, entry())
        assert journal.entry_count(HANA) == 1  # looking still works
        assert not journal.read_only


def test_dropped_guard_is_noticed_at_the_next_open(filled):
    connection = raw(filled)
    connection.execute("DROP TRIGGER event_is_never_deleted")
    connection.close()
    assert_refuses_to_record(filled)


def test_altered_guard_is_noticed_at_the_next_open(filled):
    connection = raw(filled)
    connection.execute("DROP TRIGGER event_is_never_changed")
    connection.execute("CREATE TRIGGER event_is_never_changed BEFORE UPDATE OF hash ON event BEGIN SELECT 1; END")
    connection.close()
    assert_refuses_to_record(filled)


def test_guards_lost_by_a_transform_of_sqlite_utils_are_noticed(filled):
    # transform() drops every trigger without a word: sqlite-utils #611
    database = sqlite_utils.Database(str(filled))
    database["event"].transform(rename={"pack_version": "pack_version"}, keep_table="event_before")
    database.close()
    with Journal.open(filled) as journal:
        assert keys(journal.problems) == ["journal.guards"]


def test_event_is_found_by_the_beginning_of_its_hash(journal):
    first, second = (EventHash(write(journal, entry(note=text))) for text in ("a", "b"))
    assert journal.event(first).hash == first
    assert journal.event(second[:10].upper()).hash == second
    for nothing in ("", "zz", "f" * 64):
        with refused("journal.no_event"):
            journal.event(nothing)


def test_beginning_that_two_hashes_share_is_ambiguous(journal):
    hashes = [write(journal, entry(note=str(number))) for number in range(17)]  # 17 hashes share one of 16 digits
    shared = next(digit for digit in "0123456789abcdef" if sum(each.startswith(digit) for each in hashes) > 1)
    with refused("journal.ambiguous_event"):
        journal.event(shared)
