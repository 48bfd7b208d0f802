"""A backup is put in the place of the state file: whole or not at all, and what was there before is kept."""

import errno
import hashlib
import shutil
import signal
import sqlite3

import pytest
from journal_world import HANA, Clock, entry, keys, other_process, raw, refused, tick, write

from tui.journal.backup import backup
from tui.journal.chain import check_chains
from tui.journal.digest import digest_file
from tui.journal.doctor import examine
from tui.journal.events import by_chain, in_order
from tui.journal.journal import Journal
from tui.journal.register import EventFilter
from tui.journal.restore import Restoring, restore
from tui.journal.schema import SCHEMA

HOST = "soc-1"
KILLED = """
import os, signal, sys
from pathlib import Path
import tui.journal.migrate, tui.journal.writing
from tui.journal.restore import Restoring, restore
path, source, left = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])

def hook(event, arguments):
    global left
    if event in {"open", "os.link", "os.rename", "os.remove", "os.mkdir", "sqlite3.connect"}:
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(hook)
restore(Restoring(path, "soc-1", lambda: 1_763_600_000_000), source, lambda newer: True)
os._exit(0)
"""


def how(path, marks=None):
    return Restoring(path, HOST, Clock(), marks, busy_ms=1)


def yes(_):
    return True


@pytest.fixture
def saved(path, tmp_path):
    """A journal with one entry in its backup and two records more in itself."""
    with Journal.open(path, create=True, host=HOST) as journal:
        write(journal, entry())
        made = backup(path, tmp_path / "b.sqlite", host=HOST)
        write(journal, entry(day="2026-11-21"), tick("a"))
    return made.path


def entries(path):
    with Journal.open(path, write=False, host=HOST) as journal:
        return journal.entry_count(HANA)


def test_restore_shows_what_is_newer_and_keeps_it(path, saved):
    shown = []
    done = restore(how(path), saved, lambda newer: shown.append(newer) or True)
    (newer,) = shown
    assert (newer.events, newer.kinds, newer.days) == (2, {"entry": 1, "tick": 1}, {"2026-11-21": 1})
    assert (newer.there, newer.gained) == (2, 0)
    assert newer.latest >= newer.there_latest > 0
    assert (entries(path), entries(done.kept)) == (1, 2)
    assert done.kept.name.startswith("state.sqlite.before-restore-2025-11-")
    assert path.stat().st_mode & 0o777 == 0o600
    assert not list(path.parent.glob(".*"))


def test_restored_file_is_a_new_writer_from_the_first_moment(path, saved):
    with Journal.open(path, write=False) as journal:
        before = journal.events(EventFilter(), 1)[0].writer
    restore(how(path), saved, yes)
    assert examine(path, host=HOST) == []
    with Journal.open(path, host=HOST) as journal:
        assert journal.warnings == ()
        first = journal.events(EventFilter(), 1)[0]
        write(journal, tick("b"))
        second = journal.events(EventFilter(), 1)[0]
    assert (first.n, first.body["copied_from"]) == (1, before)
    assert (second.writer, second.n) == (first.writer, 2)


def test_answer_no_changes_nothing(path, saved):
    before = path.read_bytes()
    assert restore(how(path), saved, lambda newer: False) is None
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == ["state.sqlite"]


def test_restore_where_no_journal_is_left(path, saved):
    path.unlink()
    assert restore(how(path), saved, yes).kept is None
    assert entries(path) == 1


def refuses(path, source, key):
    before = path.read_bytes()
    with refused(key):
        restore(how(path), source, yes)
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == ["state.sqlite"]


def test_backup_that_is_not_what_its_digest_says_is_refused(path, saved):
    digest_file(saved).write_text(f"{'0' * 64}  b.sqlite\n")
    refuses(path, saved, "restore.digest")
    digest_file(saved).write_text("nothing\n")
    refuses(path, saved, "restore.no_digest")


def test_damaged_backup_is_refused_also_without_a_digest(path, saved):
    digest_file(saved).unlink()
    connection = raw(saved)
    connection.execute("DROP TRIGGER event_is_never_changed")
    connection.execute("UPDATE event SET item = 'b' WHERE kind = 'entry'")
    connection.close()
    refuses(path, saved, "restore.damaged")


def test_backup_of_a_newer_ikusei_is_refused(path, saved):
    digest_file(saved).unlink()
    connection = raw(saved)
    connection.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    connection.close()
    refuses(path, saved, "journal.newer")


def test_other_files_are_refused(path, saved, tmp_path):
    (tmp_path / "empty").touch()
    sqlite3.connect(tmp_path / "other").execute("CREATE TABLE a (b)").connection.close()
    refuses(path, tmp_path / "empty", "journal.empty")
    refuses(path, tmp_path / "other", "journal.not_ours")
    refuses(path, tmp_path / "none", "journal.missing")
    refuses(path, path, "restore.same")


def test_journal_that_somebody_is_writing_to_is_not_replaced(path, saved):
    connection = raw(path)
    connection.execute("BEGIN IMMEDIATE")
    refuses(path, saved, "journal.locked")
    connection.close()


def test_journal_that_another_machine_has_open_on_a_share_is_not_replaced(path, saved, monkeypatch):
    monkeypatch.setattr("tui.journal.restore.network_type", lambda path: "nfs4")
    held = path.with_name("state.sqlite.lock.4711.soc-9")
    held.touch()
    before = path.read_bytes()
    with refused("journal.held_elsewhere"):
        restore(how(path), saved, yes)
    assert path.read_bytes() == before
    held.unlink()
    assert restore(how(path), saved, yes)
    assert not list(path.parent.glob("*.lock.*"))


def test_damaged_journal_is_replaced_and_kept_and_what_a_crash_left_beside_it_harms_nothing(path, saved):
    path.write_bytes(path.read_bytes()[:100] + b"\xff" * 9000)
    hot = path.with_name("state.sqlite-journal")
    hot.write_bytes(b"\xd9\xd5\x05\xf9 \xa1c\xd7" + b"\xff" * 600)
    shown = []
    done = restore(how(path), saved, lambda newer: shown.append(newer) or True)
    assert shown == [None]
    assert entries(path) == 1
    assert done.kept.stat().st_size == 9100
    assert not hot.exists()


def test_open_journal_writes_nothing_into_the_file_that_was_put_aside(path, saved):
    with Journal.open(path, host=HOST) as journal:
        kept = restore(how(path), saved, yes).kept
        assert journal.changed_elsewhere()
        assert journal.store.is_replaced
        before = kept.read_bytes()
        with refused("journal.replaced"):
            write(journal, tick("c"))
    assert kept.read_bytes() == before


def test_write_that_waits_for_the_lock_while_the_file_is_replaced_is_refused(path, saved):
    with Journal.open(path, host=HOST) as journal:

        def replaced_meanwhile(statement):
            if statement.startswith("BEGIN"):
                journal.store.connection.set_trace_callback(None)
                shutil.copy(saved, path.with_name("part"))
                path.rename(path.with_name("aside"))
                path.with_name("part").rename(path)

        journal.store.connection.set_trace_callback(replaced_meanwhile)
        with refused("journal.replaced"):
            write(journal, tick("c"))


@pytest.mark.parametrize("is_damaged", [False, True])
def test_file_system_without_second_names_gets_a_copy(path, saved, monkeypatch, is_damaged):
    def no_links(*_):
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr("os.link", no_links)
    if is_damaged:
        path.write_bytes(b"\xff" * 9000)
    before = hashlib.sha256(path.read_bytes()).digest()
    done = restore(how(path), saved, yes)
    assert entries(path) == 1
    assert done.kept.stat().st_mode & 0o777 == 0o600
    assert hashlib.sha256(done.kept.read_bytes()).digest() == before or entries(done.kept) == 2


def test_killed_at_any_step_leaves_the_one_or_the_other(path, saved, tmp_path):
    whole = tmp_path / "whole"
    shutil.copytree(path.parent, whole)
    outcomes = []
    for step in range(200):
        shutil.rmtree(path.parent)
        shutil.copytree(whole, path.parent)
        with other_process(KILLED, path, saved, step) as process:
            pass
        faults = [key for key in keys(examine(path, host=HOST)) if key != "journal.copied"]
        assert faults == [], step
        outcomes.append(entries(path))
        if process.returncode == 0:
            break
        assert process.returncode == -signal.SIGKILL
    assert process.returncode == 0
    assert outcomes == sorted(outcomes, reverse=True)  # 2 entries before, 1 after, and one moment between
    assert set(outcomes) == {1, 2}


def test_what_a_killed_restore_left_half_made_is_swept_away_by_the_next(path, saved):
    gone = other_process("")
    gone.communicate()
    left = [path.with_name(f".state.sqlite.{gone.pid}.part{end}") for end in ("", "-journal")]
    for part in left:
        part.touch()
    restore(how(path), saved, yes)
    assert not [part for part in left if part.exists()]


def test_old_writer_and_new_writer_together_are_no_fork(path, saved):
    done = restore(how(path), saved, yes)
    with Journal.open(path, host=HOST) as journal, Journal.open(done.kept, write=False, host=HOST) as kept:
        write(journal, entry(day="2026-11-22"))
        assert journal.merge(list(in_order(kept.store))) == 2
        assert list(check_chains(by_chain(journal.store))) == []
        assert journal.entry_count(HANA) == 3
    assert examine(path, host=HOST) == []
