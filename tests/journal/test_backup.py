"""A backup is whole, private, checked, and dated; only what ikusei made is ever removed."""

import hashlib
import os
import resource
import shutil
import sqlite3
import subprocess
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
from journal_world import HANA, entry, other_process, raw, refused, tick, write

from tui.journal.backup import backup
from tui.journal.backups import dated_backup, drop_older, folder_of, kept_backups
from tui.journal.digest import check_digest, digest_file
from tui.journal.journal import Journal

NOON = datetime(2026, 11, 30, 3, 0, 0, tzinfo=UTC)
HOLDS = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def filled(path):
    with Journal.open(path, create=True) as journal:
        write(journal, entry(), tick("a"))
    return path


def test_backup_has_its_digest_beside_it_as_sha256sum_checks_it(filled, tmp_path):
    made = backup(filled, tmp_path / "バック アップ.sqlite")
    assert made.events == 3
    assert made.digest == hashlib.sha256(made.path.read_bytes()).hexdigest()
    assert digest_file(made.path).read_text() == f"{made.digest}  バック アップ.sqlite\n"
    assert subprocess.run(["sha256sum", "-c", digest_file(made.path).name], cwd=tmp_path, check=False).returncode == 0
    assert check_digest(made.path) is True
    assert {path.stat().st_mode & 0o777 for path in (made.path, digest_file(made.path))} == {0o600}


def test_name_with_a_line_end_is_escaped_as_sha256sum_does(filled, tmp_path):
    made = backup(filled, tmp_path / "a\nb\\c.sqlite")
    assert subprocess.run(["sha256sum", "-c", digest_file(made.path).name], cwd=tmp_path, check=False).returncode == 0
    assert check_digest(made.path) is True


def test_changed_backup_is_not_what_its_digest_says(filled, tmp_path):
    made = backup(filled, tmp_path / "b.sqlite")
    with made.path.open("r+b") as file:
        file.seek(-1, 2)
        file.write(b"x")
    assert check_digest(made.path) is False
    digest_file(made.path).unlink()
    assert check_digest(made.path) is None


def test_backup_of_a_file_that_is_being_written_has_what_was_acknowledged(filled, tmp_path):
    connection = raw(filled)
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT INTO local VALUES ('half', 'done')")
    made = backup(filled, tmp_path / "b.sqlite")
    connection.execute("ROLLBACK")
    connection.close()
    with Journal.open(made.path, write=False) as journal:
        assert journal.entry_count(HANA) == 1
        assert journal.local_get("half") is None


def test_backup_of_a_held_file_says_so_instead_of_waiting_for_ever(filled, tmp_path):
    with other_process(HOLDS, filled) as process:
        assert process.stdout.readline() == "held\n"
        with refused("journal.locked"):
            backup(filled, tmp_path / "b.sqlite", busy_ms=1)
        process.stdin.close()
    assert [file.name for file in tmp_path.iterdir()] == ["ikusei"]


def test_disk_that_takes_no_more_leaves_nothing_half_made(filled, tmp_path):
    # A limit on the size of a file stops the copy in its middle, as a full disk does, without a disk to fill.
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, limits[1]))
    try:
        with refused("journal.write_failed"):
            backup(filled, tmp_path / "b.sqlite")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert [file.name for file in tmp_path.iterdir()] == ["ikusei"]
    assert sorted(file.name for file in filled.parent.iterdir()) == ["state.sqlite"]


def test_backup_with_a_guard_gone_is_not_kept(filled, tmp_path):
    with closing(raw(filled)) as other:
        other.execute("DROP TRIGGER event_is_never_deleted")
    with refused("journal.backup_damaged"):
        backup(filled, tmp_path / "b.sqlite")
    assert [file.name for file in tmp_path.iterdir()] == ["ikusei"]


def test_journal_with_a_fork_can_be_backed_up(filled, tmp_path):
    # A fork stands in the journal for good; without backups from then on more would be lost.
    copied = tmp_path / "copied.sqlite"
    shutil.copy(filled, copied)
    with sqlite3.connect(copied) as connection:
        connection.execute("UPDATE writer SET inode = ?, path = ?", (str(copied.stat().st_ino), str(copied)))
    connection.close()
    with Journal.open(filled) as here, Journal.open(copied) as there:
        write(here, tick("b"))
        write(there, tick("c"))
        from tui.journal.events import in_order

        here.merge(list(in_order(there.store)))
    assert backup(filled, tmp_path / "b.sqlite").events == 6  # it goes on as a new writer


def test_keep_removes_only_what_ikusei_made(filled):
    made = [dated_backup(filled, NOON + timedelta(days=day)) for day in range(5)]
    folder = folder_of(filled)
    assert folder.stat().st_mode & 0o777 == 0o700
    others = ["mine.sqlite", "state.2020-01-01T000000Z.sqlite", "other.2020-01-01T000000Z.sqlite", "state.sqlite"]
    for name in others:
        (folder / name).write_text("precious")
    (folder / "state.2020-01-02T000000Z.sqlite").symlink_to(filled)
    removed = drop_older(filled, 2, made[-1].path)
    assert sorted(removed) == [each.path for each in made[:3]]
    assert [each.path for each in kept_backups(filled)] == [made[4].path, made[3].path]
    assert {path.name for path in folder.iterdir()} == {
        *others,
        "state.2020-01-02T000000Z.sqlite",
        *(each.path.name for each in made[3:]),
        *(digest_file(each.path).name for each in made[3:]),
    }


def test_backup_just_made_stays_also_where_the_clock_was_set_back(filled):
    later = dated_backup(filled, NOON + timedelta(days=9))
    now = dated_backup(filled, NOON)
    drop_older(filled, 1, now.path)
    assert [each.path for each in kept_backups(filled)] == [now.path]
    assert not later.path.exists()


def test_two_backups_of_one_second_have_two_names(filled):
    first, second = dated_backup(filled, NOON), dated_backup(filled, NOON)
    assert [each.path for each in kept_backups(filled)] == [second.path, first.path]


def test_what_a_killed_backup_left_half_made_is_swept_away(filled):
    first = dated_backup(filled, NOON).path
    gone = other_process("")
    gone.communicate()
    left = [first.with_name(f".{name}.{gone.pid}.part") for name in (first.name, digest_file(first).name)]
    running = first.with_name(f".{first.name}.{os.getpid()}.part")
    others = first.with_name(f".notes.{gone.pid}.part")
    for path in (*left, running, others):
        path.touch()
    dated_backup(filled, NOON + timedelta(days=1))
    assert not [path for path in left if path.exists()]
    assert running.exists()
    assert others.exists()
