"""The doctor compares tables, indexes and triggers with those that ikusei makes, and mends what can be made anew."""

import sqlite3

import pytest
import sqlite_utils
from journal_world import HANA, Clock, claim, entry, keys, person, raw, refused, tick, write

from tui.journal.doctor import examine, mend
from tui.journal.journal import Journal


@pytest.fixture
def filled(path):
    with Journal.open(path, create=True, clock=Clock()) as journal:
        write(journal, person("佐藤 花"), entry(note="as written"), tick("a"), claim())
    return path


def change(path, *statements):
    connection = raw(path)
    connection.execute("PRAGMA foreign_keys=OFF")
    for statement in statements:
        connection.execute(statement)
    connection.close()


MENDED = [
    (("DROP INDEX event_order",), "journal.shape", "event_order"),
    (("DROP INDEX event_chain", "CREATE INDEX event_chain ON event (n, writer)"), "journal.shape", "event_chain"),
    (
        ("DROP INDEX event_chain", "CREATE UNIQUE INDEX event_chain ON event (writer, n)"),
        "journal.shape",
        "event_chain",
    ),
    (("DROP INDEX claim_item",), "journal.shape", "claim_item"),
    (("DROP TABLE memo_item",), "journal.shape", "memo_item"),
    (("ALTER TABLE tick ADD COLUMN colour TEXT",), "journal.shape", "tick"),
    (("DROP TABLE summary", "CREATE TABLE summary (trainee TEXT PRIMARY KEY, key, body)"), "journal.shape", "summary"),
    (("CREATE UNIQUE INDEX once ON event (kind, item, trainee, clock)",), "journal.added", "once"),
    (
        ("""CREATE TRIGGER "a ""b" AFTER INSERT ON event BEGIN DELETE FROM claim WHERE id = new.hash; END""",),
        "journal.added",
        'a "b',
    ),
]


@pytest.mark.parametrize(("statements", "key", "named"), MENDED)
def test_what_can_be_made_anew_is_found_named_and_mended(filled, statements, key, named):
    change(filled, *statements)
    (found,) = examine(filled)
    assert (found.key, found.fields["names"].split(", ")[0]) == (key, named)
    mend(filled)
    assert examine(filled) == []
    with Journal.open(filled) as journal:
        write(journal, entry())
        assert journal.entry_count(HANA) == 2


def test_a_trigger_that_loses_what_is_written_is_taken_away(filled):
    change(filled, "CREATE TRIGGER lost AFTER INSERT ON entry BEGIN DELETE FROM entry WHERE id = new.id; END")
    assert "journal.added" in keys(examine(filled))
    mend(filled)
    with Journal.open(filled) as journal:
        write(journal, entry())
        assert journal.entry_count(HANA) == 2


def test_what_transform_of_sqlite_utils_does_to_events_is_found(filled):
    with sqlite3.connect(filled) as connection:
        sqlite_utils.Database(connection).table("event").transform(drop={"pack"})
    connection.close()
    assert {"journal.guards", "journal.tables_changed"} <= set(keys(examine(filled)))


@pytest.mark.parametrize("table", ["event", "local"])
def test_a_table_that_can_not_be_made_anew_is_named_and_nothing_is_invented(filled, table):
    change(filled, f"DROP TABLE {table}")
    (found,) = [each for each in examine(filled) if each.key == "journal.tables_changed"]
    assert found.fields["tables"] == table
    with refused("journal.tables_changed"):
        mend(filled)


def test_tables_and_views_of_somebody_else_are_a_warning_and_stay(filled):
    change(filled, "CREATE TABLE mine (x)", "CREATE VIEW report AS SELECT * FROM entry", "ANALYZE")
    (found,) = examine(filled)
    assert (found.severity, found.key, found.fields["names"]) == ("warning", "journal.foreign", "mine, report")
    mend(filled)
    assert keys(examine(filled)) == ["journal.foreign"]
