"""Somebody else's state file: copied, held to what a bundle is held to, and left exactly as it was."""

import hashlib
import os
import sqlite3
from pathlib import Path

import pytest
from journal_world import HANA, entry

from tui.errors import JournalError
from tui.journal import snapshot
from tui.journal.bundle.line import checked_row
from tui.journal.events import find, in_order, insert
from tui.journal.foreign import foreign_events, local_values
from tui.journal.journal import Journal
from tui.journal.looking import is_up_to_date, look_at, refresh


@pytest.fixture
def theirs(tmp_path):
    """The closed file of somebody who wrote three entries."""
    path = tmp_path / "theirs" / "state.sqlite"
    for note in ("一件目", "二件目", "三件目"):
        write(path, note)
    return path


def write(path, note):
    with Journal.open(path, create=True) as journal:
        journal.append([entry(note=note)], author=HANA)


def edit(path, *statements):
    connection = sqlite3.connect(path)
    with connection:
        for statement in statements:
            connection.execute(statement)
    connection.close()


def notes(path, cache):
    """What a reader sees."""
    with look_at(path, cache) as journal:
        (trainee,) = journal.trainees()
        return [entry.note for entry in journal.recent(trainee, 10)]


def everything(folder):
    return {
        str(each): (hashlib.sha256(each.read_bytes()).hexdigest(), each.stat().st_mtime_ns)
        for each in Path(folder).rglob("*")
        if each.is_file()
    }


def refused(path, cache):
    with pytest.raises(JournalError) as caught:
        look_at(path, cache)
    return caught.value.key


def test_a_look_shows_what_was_written_and_changes_nothing(theirs, tmp_path):
    before = everything(theirs.parent)
    assert notes(theirs, tmp_path / "cache") == ["三件目", "二件目", "一件目"]
    assert everything(theirs.parent) == before


def test_nothing_can_be_written_into_what_is_looked_at(theirs, tmp_path):
    with look_at(theirs, tmp_path / "cache") as journal, pytest.raises(JournalError) as caught:
        journal.append([], author="p-x")
    assert caught.value.key == "journal.others"


def test_second_look_reads_the_file_only_where_it_has_changed(theirs, tmp_path, monkeypatch):
    cache = tmp_path / "cache"
    notes(theirs, cache)
    with monkeypatch.context() as closed:
        closed.setattr("tui.journal.looking.copy_bytes", None)
        assert notes(theirs, cache) == ["三件目", "二件目", "一件目"]
    write(theirs, "四件目")
    assert notes(theirs, cache)[0] == "四件目"


def forbidding(monkeypatch, name):
    """In what follows, nothing of that module function may be called."""

    def called(*_args, **_more):
        raise AssertionError(name)

    monkeypatch.setattr(name, called)


def test_a_file_that_was_only_touched_is_neither_copied_nor_checked_again(theirs, tmp_path, monkeypatch):
    """By a backup, a copy back, or a share that invents its times."""
    cache = tmp_path / "cache"
    notes(theirs, cache)
    with monkeypatch.context() as closed:
        forbidding(closed, "tui.journal.looking.foreign_events")
        for _ in range(2):
            os.utime(theirs)
            assert notes(theirs, cache) == ["三件目", "二件目", "一件目"]
        closed.setattr("tui.journal.looking.copy_bytes", None)
        assert notes(theirs, cache) == ["三件目", "二件目", "一件目"]


def test_a_file_with_one_more_row_has_only_that_row_taken_in(theirs, tmp_path, monkeypatch):
    cache = tmp_path / "cache"
    notes(theirs, cache)
    checked = []

    def noting(row, number):
        checked.append(number)
        return checked_row(row, number)

    write(theirs, "四件目")
    with monkeypatch.context() as watched:
        watched.setattr("tui.journal.foreign.checked_row", noting)
        assert notes(theirs, cache)[0] == "四件目"
    assert len(checked) < 3


def test_a_row_that_was_seen_and_is_another_now_is_told_though_the_file_is_as_large(theirs, tmp_path):
    cache = tmp_path / "cache"
    notes(theirs, cache)
    edit(theirs, "DROP TRIGGER event_is_never_changed", "UPDATE event SET body = replace(body, '二件目', '九件目')")
    with look_at(theirs, cache) as journal:
        assert {each.key for each in journal.problems} & {"journal.foreign_changed", "journal.foreign_row"}
    assert "九件目" not in notes(theirs, cache)


def test_a_large_file_is_told_before_it_is_copied(theirs, tmp_path, monkeypatch):
    monkeypatch.setattr("tui.journal.looking._LARGE", 0)
    told = []

    def copying(*args):
        told.append("copied")
        return snapshot.copy_bytes(*args)

    monkeypatch.setattr("tui.journal.looking.copy_bytes", copying)
    look_at(theirs, tmp_path / "cache", told.append).close()
    assert told == [0, "copied"]


def test_open_look_is_brought_up_to_date(theirs, tmp_path):
    with look_at(theirs, tmp_path / "cache") as journal:
        assert is_up_to_date(journal)
        write(theirs, "四件目")
        assert not is_up_to_date(journal)
        refresh(journal)
        assert is_up_to_date(journal)
        (trainee,) = journal.trainees()
        assert journal.recent(trainee, 1)[0].note == "四件目"


def test_file_that_was_set_back_shows_only_what_it_holds_now(theirs, tmp_path):
    older = theirs.read_bytes()
    write(theirs, "四件目")
    assert len(notes(theirs, tmp_path / "cache")) == 4
    theirs.write_bytes(older)
    assert notes(theirs, tmp_path / "cache") == ["三件目", "二件目", "一件目"]


def test_tables_that_the_owner_edits_are_not_looked_at(theirs, tmp_path):
    edit(theirs, "UPDATE entry SET note = '書き換え', quantity = 99", "DELETE FROM person", "DROP TABLE memo_item")
    assert notes(theirs, tmp_path / "cache") == ["三件目", "二件目", "一件目"]


@pytest.mark.parametrize(
    "statements",
    [
        ["ALTER TABLE event RENAME TO rows", "CREATE VIEW event AS SELECT * FROM rows"],
        ["ALTER TABLE event ADD COLUMN more TEXT GENERATED ALWAYS AS (hash) VIRTUAL"],
        ["CREATE TRIGGER more AFTER INSERT ON event BEGIN SELECT 1; END"],
        [
            "DROP TRIGGER event_is_never_changed",
            "CREATE TRIGGER event_is_never_changed AFTER INSERT ON event BEGIN SELECT 1; END",
        ],
        ["DROP TABLE event"],
    ],
    ids=["view", "generated column", "trigger", "another guard", "no table"],
)
def test_anything_else_in_the_place_of_our_table_is_refused(theirs, tmp_path, statements):
    edit(theirs, *statements)
    assert refused(theirs, tmp_path / "cache") == "journal.not_our_table"
    assert not list((tmp_path / "cache").rglob("copy"))


def test_guards_that_are_gone_are_no_reason_not_to_read(theirs, tmp_path):
    edit(theirs, "DROP TRIGGER event_is_never_changed", "DROP TRIGGER event_is_never_deleted")
    assert len(notes(theirs, tmp_path / "cache")) == 3


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ("body = replace(body, '二件目', '別の件')", "journal.foreign_changed"),
        ("n = n + 100", "journal.foreign_changed"),
        ("hash = 'x' || hash", "journal.foreign_row"),
        ("author = author || char(27)", "journal.foreign_row"),
        ("body = CAST(x'ff' AS TEXT)", "journal.foreign_row"),
    ],
)
def test_row_that_is_not_as_it_was_written_is_left_out_and_told(theirs, tmp_path, change, key):
    edit(theirs, "DROP TRIGGER event_is_never_changed", f"UPDATE event SET {change} WHERE body LIKE '%二件目%'")
    with look_at(theirs, tmp_path / "cache") as journal:
        assert [each.key for each in journal.problems] == [key]
        (trainee,) = journal.trainees()
        assert [entry.note for entry in journal.recent(trainee, 10)] == ["三件目", "一件目"]


def test_file_in_the_middle_of_a_write_is_waited_for_and_then_refused(theirs, tmp_path, monkeypatch):
    monkeypatch.setattr(snapshot, "_ATTEMPTS", 2)
    beside = theirs.with_name(f"{theirs.name}-journal")
    beside.write_bytes(b"half of a write")
    assert refused(theirs, tmp_path / "cache") == "journal.being_written"
    assert beside.read_bytes() == b"half of a write"
    beside.unlink()
    assert len(notes(theirs, tmp_path / "cache")) == 3


def test_what_is_no_state_file_is_refused(theirs, tmp_path):
    cache = tmp_path / "cache"
    other = tmp_path / "other.sqlite"
    edit(other, "CREATE TABLE event (hash TEXT)")
    assert refused(other, cache) == "journal.not_ours"
    (tmp_path / "empty").touch()
    assert refused(tmp_path / "empty", cache) == "journal.empty"
    assert refused(tmp_path, cache) == "journal.no_file"
    assert refused(tmp_path / "nothing", cache) == "journal.missing"
    edit(theirs, "PRAGMA journal_mode=WAL")
    assert refused(theirs, cache) == "journal.other_mode"


def test_reading_that_takes_too_long_ends(theirs, tmp_path, monkeypatch):
    monkeypatch.setattr("tui.journal.foreign._FREE_STEPS", 0)
    monkeypatch.setattr("tui.journal.foreign._STEPS", 1 << 20)
    with foreign_events(theirs, theirs) as events:
        assert len(list(events.records())) > 3
    monkeypatch.setattr("tui.journal.foreign._STEPS", 1)
    monkeypatch.setattr(Path, "stat", lambda self, **_: type("Status", (), {"st_size": 0})())
    with pytest.raises(JournalError) as caught, foreign_events(theirs, theirs) as events:
        list(events.records())
    assert caught.value.key == "journal.foreign_too_long"


def test_cache_that_cannot_be_read_is_made_anew(theirs, tmp_path):
    cache = tmp_path / "cache"
    notes(theirs, cache)
    (kept,) = (cache / "looked").iterdir()
    kept.write_bytes(b"no database" * 100)
    assert len(notes(theirs, cache)) == 3


def test_local_values_are_read_where_they_lie_and_only_from_our_table(theirs):
    edit(theirs, "INSERT INTO local VALUES ('person', 'p-hana')")
    assert local_values(theirs, ("person", "trainee")) == {"person": "p-hana"}
    edit(theirs, "ALTER TABLE local RENAME TO other", "CREATE VIEW local AS SELECT 'person' AS key, 'p-x' AS value")
    with pytest.raises(JournalError):
        local_values(theirs, ("person",))


@pytest.mark.parametrize(
    "body",
    [
        '{\r"on":true}',
        '{"on":true,"more":"' + '\\"' * 400_000 + '" }',
    ],
    ids=["control characters between its parts", "longer as text than a line"],
)
def test_row_that_could_not_travel_on_is_left_out(theirs, tmp_path, body):
    """Taken into a mentor's journal it would keep all else there from leaving it."""
    with Journal.open(theirs) as journal:
        last = list(in_order(journal.store))[-1]
        made = last._replace(n=last.n + 1, previous=last.hash, kind="tick", item="a", body=body)
        made = made._replace(hash=made.digest())
        with journal.store.write():
            insert(journal.store, made)
    with look_at(theirs, tmp_path / "cache") as journal:
        assert len(journal.problems) == 1
        assert find(journal.store, made.hash) is None
