"""Every state that a state file can be in: one clear sentence, and no damage."""

import os
import stat
from pathlib import Path

import pytest
from journal_world import HANA, entry, keys, raw, refused, write

from tui.journal import opening, place
from tui.journal.journal import Journal
from tui.journal.place import mount_type
from tui.journal.schema import APPLICATION_ID, SCHEMA

MOUNTS = """\
22 1 0:21 / / rw,relatime - overlay overlay rw
25 22 0:23 / /home rw,relatime shared:1 - ext4 /dev/sda2 rw
31 25 0:44 / /home/hana/shared\\040files rw,relatime - nfs4 filer:/export rw
32 31 0:45 / /home/hana/shared\\040files rw,relatime - tmpfs tmpfs rw
33 22 0:46 / /mnt/team rw - fuse.sshfs hub:/srv rw
34 broken line
"""


@pytest.fixture
def filled(path):
    with Journal.open(path, create=True) as journal:
        write(journal, entry())
    return path


def test_first_open_makes_folder_and_file_for_the_owner_alone(path):
    Journal.open(path, create=True).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    connection = raw(path)
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA,)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    connection.close()


def test_missing_file_is_not_made_unless_asked(path):
    with refused("journal.missing"):
        Journal.open(path)
    assert not path.parent.exists()


def test_opening_changes_nothing(filled):
    before = filled.read_bytes()
    Journal.open(filled).close()
    Journal.open(filled, write=False).close()
    Journal.open(filled, create=True).close()
    assert filled.read_bytes() == before
    assert [file.name for file in filled.parent.iterdir()] == [filled.name]


def test_folder_is_no_journal(tmp_path):
    with refused("journal.no_file"):
        Journal.open(tmp_path, create=True)


def test_pipe_is_no_journal_and_does_not_hang(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with refused("journal.no_file"):
        Journal.open(tmp_path / "pipe")


def test_file_of_another_kind_is_left_alone(tmp_path):
    other = tmp_path / "notes.txt"
    other.write_text("not a database " * 20)
    with refused("journal.not_ours"):
        Journal.open(other, create=True)
    assert other.read_text() == "not a database " * 20


def test_database_of_another_program_is_left_alone(tmp_path):
    other = tmp_path / "places.sqlite"
    connection = raw(other)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("CREATE TABLE bookmark (url TEXT)")
    connection.close()
    before = other.read_bytes()
    with refused("journal.not_ours"):
        Journal.open(other, create=True)
    assert other.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["places.sqlite"]


def test_empty_file_becomes_a_journal_only_where_one_may_be_made(tmp_path):
    empty = tmp_path / "state.sqlite"
    empty.touch()
    with refused("journal.empty"):
        Journal.open(empty)
    with Journal.open(empty, create=True) as journal:
        assert write(journal, entry())


def test_newer_schema_is_left_alone(filled):
    connection = raw(filled)
    connection.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    connection.close()
    before = filled.read_bytes()
    with refused("journal.newer"):
        Journal.open(filled)
    assert filled.read_bytes() == before


def test_cannot_create_below_a_file(tmp_path):
    (tmp_path / "file").touch()
    with refused("journal.cannot_create"):
        Journal.open(tmp_path / "file" / "state.sqlite", create=True)


@pytest.fixture
def unwritable(monkeypatch):
    # The tests may run as root, whom no permission stops.
    monkeypatch.setattr(opening, "is_writable", lambda _: False)


def test_read_only_file_opens_for_looking_and_refuses_to_record(filled, unwritable):
    before = filled.read_bytes()
    with Journal.open(filled) as journal:
        assert journal.read_only
        assert keys(journal.warnings) == ["journal.read_only"]
        assert journal.entry_count(HANA) == 1
        with refused("journal.read_only"):
            write(journal, entry())
        with refused("journal.read_only"):
            journal.rebuild()
        assert journal.local_set("draft", "text") is False
        assert journal.local_delete("draft") is False
        assert journal.local_get("draft") is None
    assert filled.read_bytes() == before


def test_read_only_empty_file_cannot_become_a_journal(tmp_path, unwritable):
    empty = tmp_path / "state.sqlite"
    empty.touch()
    with refused("journal.read_only"):
        Journal.open(empty, create=True)


def test_opened_for_looking_is_no_warning_but_refuses_to_record(filled):
    with Journal.open(filled, write=False) as journal:
        assert journal.read_only
        assert journal.warnings == ()
        with refused("journal.opened_to_look"):
            write(journal, entry())


def test_names_with_every_strange_character_open(tmp_path):
    for name in ("a b?c#d%20e.sqlite", "日本語.sqlite", "'\";.sqlite"):
        with Journal.open(tmp_path / name, create=True) as journal:
            write(journal, entry())
        assert (tmp_path / name).stat().st_size > 0


def test_state_file_behind_a_symbolic_link_stays_one_writer(filled, tmp_path):
    link = tmp_path / "link.sqlite"
    link.symlink_to(filled)
    with Journal.open(link) as journal:
        assert journal.warnings == ()
        assert journal.append([entry()], author=HANA)[0].n == 3


def test_journal_turned_to_wal_by_another_program_is_turned_back(filled):
    connection = raw(filled)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.close()
    with Journal.open(filled) as journal:
        write(journal, entry())
    connection = raw(filled)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    connection.close()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/srv/state.sqlite", "overlay"),
        ("/home/hana/state.sqlite", "ext4"),
        ("/home/hana/shared files/state.sqlite", "tmpfs"),
        ("/home/hana/shared filesystem", "ext4"),
        ("/mnt/team/state.sqlite", "fuse.sshfs"),
    ],
)
def test_mount_type_is_that_of_the_mount_on_top(path, kind):
    assert mount_type(Path(path), MOUNTS) == kind


def test_no_table_of_mounts_means_nothing_is_known():
    assert mount_type(Path("/srv"), "") == ""


@pytest.fixture
def networked(monkeypatch, tmp_path):
    monkeypatch.setattr(place, "mounts", lambda: f"31 25 0:44 / {tmp_path} rw - nfs4 filer:/export rw\n")


def locks(path):
    return sorted(file.name for file in path.parent.iterdir() if ".lock." in file.name)


@pytest.mark.usefixtures("networked")
def test_network_file_system_warns_and_leaves_a_lock_with_host_and_process(path):
    with Journal.open(path, create=True, host="soc-1") as journal:
        assert keys(journal.warnings) == ["journal.network"]
        assert locks(path) == [f"state.sqlite.lock.{os.getpid()}.soc-1"]
        write(journal, entry())
    assert locks(path) == []


@pytest.mark.usefixtures("networked")
def test_network_file_open_on_another_machine_is_refused(path):
    with Journal.open(path, create=True, host="soc-1"):
        with refused("journal.held_elsewhere"):
            Journal.open(path, host="soc-2")
        assert locks(path) == [f"state.sqlite.lock.{os.getpid()}.soc-1"]
        with Journal.open(path, host="soc-2", write=False) as looking:
            assert keys(looking.warnings) == ["journal.network"]


@pytest.mark.usefixtures("networked")
def test_lock_of_a_crashed_process_of_this_machine_is_cleared(path):
    Journal.open(path, create=True, host="soc-1").close()
    (path.parent / "state.sqlite.lock.4194305.soc-1").touch()  # above the largest process number of Linux
    with Journal.open(path, host="soc-1"):
        assert locks(path) == [f"state.sqlite.lock.{os.getpid()}.soc-1"]


def test_local_file_system_needs_no_lock(filled):
    with Journal.open(filled) as journal:
        assert journal.warnings == ()
        assert locks(filled) == []
