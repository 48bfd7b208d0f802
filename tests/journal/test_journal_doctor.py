"""The doctor finds what is wrong, mends what can be made anew, and never touches an event."""

import re
import resource
from contextlib import contextmanager
from itertools import chain

import pytest
from journal_world import HANA, NOON, Clock, claim, entry, keys, person, raw, refused, tick, write

from tui.journal import doctor
from tui.journal.backup import backup
from tui.journal.doctor import examine, mend
from tui.journal.finding import Severity
from tui.journal.journal import Journal
from tui.journal.schema import SCHEMA


@pytest.fixture
def filled(path):
    with Journal.open(path, create=True, clock=Clock()) as journal:
        write(journal, person("佐藤 花"), entry(note="as written"), tick("a"), claim())
    return path


def change(path, *statements):
    connection = raw(path)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def tamper(path, statement):
    """What somebody does who takes the guards away and puts them back."""
    connection = raw(path)
    guards = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _ in guards:
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute(statement)
    for _, sql in guards:
        connection.execute(sql)
    connection.close()


def test_sound_journal_has_no_findings_and_is_not_changed(filled):
    before = filled.read_bytes()
    assert examine(filled) == []
    assert filled.read_bytes() == before


def test_flipped_bit_in_a_note_is_found(filled):
    content = filled.read_bytes()
    at = content.index(b"as written")
    filled.write_bytes(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])
    assert keys(examine(filled)) == ["journal.hash"]


def test_flipped_bit_that_ends_a_character_is_found(filled):
    content = filled.read_bytes()
    at = content.index(b"as written")
    filled.write_bytes(content[:at] + b"\xff" + content[at + 1 :])
    assert keys(examine(filled)) == ["journal.hash"]
    with Journal.open(filled) as journal, refused("journal.damaged"):
        journal.event(journal.recent(HANA, 1)[0].id)


def test_byte_that_is_no_text_in_any_table_or_index_is_a_finding(filled):
    """An index holds what its table holds: what is read from a damaged one is asked for again, and is no text."""
    with Journal.open(filled) as journal:
        ids = (journal.writer.id.encode(), HANA.encode())
    whole = filled.read_bytes()
    places = [found.start() + 3 for each in ids for found in re.finditer(re.escape(each), whole)]
    assert len(places) > 20
    for place in places:
        filled.write_bytes(whole[:place] + b"\xb1" + whole[place + 1 :])
        assert any(each.severity is Severity.FAULT for each in examine(filled)), place


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("UPDATE event SET item = 'b' WHERE kind = 'tick'", ["journal.hash"]),
        ("DELETE FROM event WHERE kind = 'tick'", ["journal.gap"]),
        ("DELETE FROM event WHERE kind = 'writer'", ["journal.gap"]),
        (
            "UPDATE event SET previous = (SELECT hash FROM event WHERE n = 1) WHERE kind = 'claim'",
            ["journal.hash", "journal.previous"],
        ),
        (
            """INSERT INTO event
            SELECT 'ff', writer, n, previous, clock, recorded, author, trainee, kind, 'b', body, pack, pack_version
            FROM event WHERE kind = 'claim'""",
            ["journal.hash", "journal.fork"],
        ),
    ],
)
def test_tampering_is_found(filled, statement, found):
    tamper(filled, statement)
    assert keys(examine(filled)) == found


def test_clock_that_went_back_is_told_and_nothing_else(path):
    clock = Clock()
    with Journal.open(path, create=True, clock=clock) as journal:
        write(journal, tick("a"))
        clock.now -= 10_000_000
        write(journal, tick("b"))
    assert keys(examine(path)) == ["journal.clock_back"]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entry SET quantity = 99",
        "DELETE FROM entry_item",
        "DELETE FROM tick",
        "INSERT INTO claim VALUES ('x', 'p-hana', 'b', 1, '{}', 1, NULL, '')",
        "UPDATE person SET name = 'x'",
    ],
)
def test_derived_table_that_is_not_what_the_events_add_up_to_is_found_and_mended(filled, statement):
    change(filled, statement)
    assert keys(examine(filled)) == ["journal.derived"]
    mend(filled)
    assert examine(filled) == []
    with Journal.open(filled) as journal:
        assert journal.recent(HANA, 1)[0].quantity == 1


def test_dropped_guard_is_found_and_mended_after_a_backup(filled):
    change(filled, "DROP TRIGGER event_is_never_changed")
    before = filled.read_bytes()
    assert keys(examine(filled)) == ["journal.guards"]
    saved = mend(filled)
    assert examine(filled) == []
    with Journal.open(filled) as journal:
        assert write(journal, entry())
    assert saved.parent == filled.parent
    assert keys(examine(saved))[0] == "journal.guards"
    assert len(saved.read_bytes()) == len(before)
    assert mend(filled) != saved


def test_dropped_table_is_one_sentence_and_mended(filled):
    change(filled, "DROP TABLE entry_item", "DROP TABLE entry")
    with Journal.open(filled) as journal, refused("journal.tables"):
        journal.recent(HANA, 1)
    assert keys(examine(filled)) == ["journal.shape"]
    mend(filled)
    assert examine(filled) == []


def test_mending_leaves_every_event_as_it_is(filled):
    tamper(filled, "UPDATE event SET item = 'b' WHERE kind = 'tick'")
    mend(filled)
    assert keys(examine(filled)) == ["journal.hash"]


def test_row_that_refers_to_nothing_is_found_and_mended(filled):
    change(filled, "INSERT INTO entry_item VALUES ('p-hana', 'b', '2026-11-20', 1, 'nothing')")
    assert keys(examine(filled)) == ["journal.references", "journal.derived"]
    mend(filled)
    assert examine(filled) == []


def test_file_that_others_can_read_is_told(filled):
    filled.chmod(0o644)
    assert keys(examine(filled)) == ["journal.exposed"]


def test_file_that_cannot_be_written_is_told(filled, monkeypatch):
    monkeypatch.setattr(doctor, "is_writable", lambda _: False)
    assert keys(examine(filled)) == ["journal.read_only"]


def test_what_cannot_be_opened_is_a_finding(filled, tmp_path):
    assert keys(examine(tmp_path / "nothing")) == ["journal.missing"]
    change(filled, f"PRAGMA user_version = {SCHEMA + 1}")
    assert keys(examine(filled)) == ["journal.newer"]
    with refused("journal.newer"):
        mend(filled)


def test_backup_is_whole_private_and_goes_on_as_its_own_writer(filled, tmp_path):
    target = tmp_path / "backup.sqlite"
    with Journal.open(filled) as journal:  # in use
        write(journal, entry())
        backup(filled, target)
    assert keys(examine(target)) == ["journal.copied"]
    assert target.stat().st_mode & 0o077 == 0
    with Journal.open(target) as journal:
        assert journal.entry_count(HANA) == 2
    assert sorted(file.name for file in tmp_path.iterdir()) == ["backup.sqlite", "backup.sqlite.sha256", "ikusei"]


def test_backup_never_overwrites(filled, tmp_path):
    target = tmp_path / "backup.sqlite"
    target.write_text("precious")
    with refused("journal.backup_exists"):
        backup(filled, target)
    assert target.read_text() == "precious"


def test_backup_of_a_damaged_journal_is_not_kept(filled, tmp_path):
    tamper(filled, "UPDATE event SET item = 'b' WHERE kind = 'tick'")
    with refused("journal.backup_damaged"):
        backup(filled, tmp_path / "backup.sqlite")
    assert [file.name for file in tmp_path.iterdir()] == ["ikusei"]


def test_backup_into_a_folder_that_is_not_there_is_refused(filled, tmp_path):
    with refused("journal.backup_failed"):
        backup(filled, tmp_path / "usb" / "backup.sqlite")


def test_others_write_while_it_is_examined(filled, monkeypatch):
    check_chains, written = doctor.check_chains, []

    def while_somebody_writes(events, own, known):
        first = next(events)
        with Journal.open(filled, busy_ms=1) as other:
            written.append(write(other, tick("meanwhile")))
        return check_chains(chain([first], events), own, known)

    monkeypatch.setattr(doctor, "check_chains", while_somebody_writes)
    assert examine(filled) == []
    assert len(written) == 1


@contextmanager
def room_for(most):
    """A limit on the size of a file stops a copy in its middle, as a full disk does, without a disk to fill."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def test_without_room_for_the_copy_the_journal_is_not_blamed(filled):
    with Journal.open(filled, clock=Clock(NOON + 10**6)) as journal:
        write(journal, *(entry(note="x" * 900_000) for _ in range(4)))  # more than SQLite keeps in memory
    with room_for(20_000):
        found = examine(filled)
    assert keys(found) == ["journal.no_room_aside"]
    assert examine(filled) == []
