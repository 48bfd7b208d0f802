"""What was acknowledged is on the disk, whatever happens to the process, the disk, or the neighbour."""

import os
import random
import shutil
import signal
import sqlite3

import pytest
from journal_world import HANA, entry, keys, other_process, raw, refused, tick, write

from tui.journal.doctor import examine
from tui.journal.journal import Journal
from tui.journal.migrate import migrated_copy
from tui.journal.register import EventFilter
from tui.journal.store import connect

WRITES_UNTIL_KILLED = """
import sys
from pathlib import Path
from tui.journal.event import Kind, NewEvent
from tui.journal.journal import Journal
journal = Journal.open(Path(sys.argv[1]), create=True)
number = 0
while True:
    number += 1
    body = {"items": ["soc.2.paired"], "day": "2026-11-20", "supervision": "alone", "note": f"{number} " * 50}
    print(journal.append([NewEvent(Kind.ENTRY, "p-hana", body=body)], author="p-hana")[0].hash, flush=True)
"""
WRITES_THIRTY = """
import sys
from pathlib import Path
from tui.journal.event import Kind, NewEvent
from tui.journal.journal import Journal
with Journal.open(Path(sys.argv[1])) as journal:
    print("open", flush=True)
    sys.stdin.readline()
    for number in range(30):
        journal.append([NewEvent(Kind.TICK, "p-hana", f"{sys.argv[2]}.{number}", {"on": True})], author="p-hana")
"""
HOLDS = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.readline()
"""


def test_kill_9_while_writing_loses_nothing_that_was_acknowledged(path):
    acknowledged = []
    choose = random.Random(20261120)
    for _ in range(15):
        with other_process(WRITES_UNTIL_KILLED, path) as process:
            acknowledged += [process.stdout.readline().strip() for _ in range(choose.randint(1, 25))]
            process.send_signal(signal.SIGKILL)
            acknowledged += [line.strip() for line in process.stdout if line.endswith("\n")]
        with Journal.open(path, write=False) as journal:
            assert {each.id for each in journal.recent(HANA, 100_000)} >= set(acknowledged)
    assert examine(path) == []


def test_write_cut_off_in_the_middle_is_taken_back_also_by_one_who_only_looks(path, tmp_path):
    with Journal.open(path, create=True) as journal:
        write(journal, entry())
    # A crash in the middle of a commit, made by hand: pages of it are in the file, and the journal to take them back.
    connection = raw(path)
    connection.execute("PRAGMA cache_size = 1")
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany("INSERT INTO local VALUES (?, ?)", ((str(number), "x" * 500) for number in range(2000)))
    crashed = tmp_path / "crashed.sqlite"
    shutil.copy(path, crashed)
    shutil.copy(f"{path}-journal", f"{crashed}-journal")
    connection.execute("ROLLBACK")
    connection.close()
    assert crashed.stat().st_size > path.stat().st_size
    with Journal.open(crashed, write=False) as journal:
        assert journal.entry_count(HANA) == 1
        assert journal.local_get("1") is None
    assert not os.path.lexists(f"{crashed}-journal")


def test_two_processes_writing_at_once_keep_one_chain_without_gaps(path):
    Journal.open(path, create=True).close()
    processes = [other_process(WRITES_THIRTY, path, name) for name in ("a", "b")]
    for process in processes:
        assert process.stdout.readline() == "open\n"
    for process in processes:
        process.stdin.write("go\n")
        process.stdin.flush()
    for process in processes:
        process.communicate()
        assert process.returncode == 0
    assert examine(path) == []
    with Journal.open(path) as journal:
        events = journal.events(EventFilter(), 100)
        assert sorted(event.n for event in events) == list(range(1, 62))
        assert len({event.writer for event in events}) == 1
        assert len(journal.ticks(HANA)) == 60


@pytest.fixture
def neighbour(path):
    Journal.open(path, create=True).close()
    with other_process(HOLDS, path) as process:
        assert process.stdout.readline() == "held\n"
        yield process
        process.stdin.close()


def test_file_held_by_another_process_is_named_as_locked(path, neighbour):
    with refused("journal.locked"):
        Journal.open(path, busy_ms=1)
    assert keys(examine(path, busy_ms=1)) == ["journal.locked"]


def test_older_file_that_is_held_while_it_is_copied_to_look_is_refused_instead_of_waited_for(path):
    Journal.open(path, create=True).close()
    store = connect(path, write=False, busy_ms=1)
    with other_process(HOLDS, path) as process:
        assert process.stdout.readline() == "held\n"
        with refused("journal.locked"):
            migrated_copy(store)
        process.stdin.close()
    store.close()


def test_file_that_was_emptied_and_put_back_is_read_and_written_again(path):
    with Journal.open(path, create=True) as journal:
        write(journal, entry())
        content = path.read_bytes()
        path.write_bytes(b"")  # as ``cp`` does before it writes
        with refused("journal.tables"):
            journal.entry_count(HANA)
        path.write_bytes(content)
        assert journal.entry_count(HANA) == 1
        assert write(journal, entry())
        assert journal.entry_count(HANA) == 2


def test_file_held_after_the_open_refuses_and_then_records(path):
    with Journal.open(path, create=True, busy_ms=1) as journal:
        with other_process(HOLDS, path) as process:
            assert process.stdout.readline() == "held\n"
            with refused("journal.locked"):
                write(journal, entry())
            with refused("journal.locked"):
                journal.ticks(HANA)
            assert journal.changed_elsewhere() is False
            process.stdin.close()
        assert write(journal, entry())


def test_full_disk_refuses_in_one_sentence_and_keeps_what_there_is(path):
    with Journal.open(path, create=True) as journal:
        first = write(journal, entry())
        pages = journal.store.one(int, "PRAGMA page_count")
        journal.store.run(f"PRAGMA max_page_count = {pages}")
        with refused("journal.full"):
            for number in range(50):
                write(journal, entry(note=f"{number}" * 2000))
        kept = journal.entry_count(HANA)
        journal.store.run("PRAGMA max_page_count = 100000")
        write(journal, tick("a"))
        assert journal.entry(first)
        assert journal.entry_count(HANA) == kept
    assert examine(path) == []


def test_file_replaced_while_open_is_not_written_into_the_void(path, tmp_path):
    with Journal.open(path, create=True) as journal:
        write(journal, entry())
        restored = tmp_path / "restored.sqlite"
        shutil.copy(path, restored)
        restored.replace(path)
        with refused("journal.replaced"):
            write(journal, entry())
        path.unlink()
        with refused("journal.replaced"):
            write(journal, entry())


def test_damaged_file_is_named_as_damaged(path):
    with Journal.open(path, create=True) as journal:
        write(journal, *(entry(note="x" * 900) for _ in range(30)))
    with path.open("r+b") as file:
        file.seek(4096 + 200)
        file.write(b"\xff" * (path.stat().st_size - 8192))
    with refused("journal.damaged"), Journal.open(path) as journal:
        journal.recent(HANA, 100)
        write(journal, entry())
    assert "journal.damaged" in keys(examine(path))


def test_mistake_in_the_program_is_not_taken_for_a_fault_of_the_file(journal):
    with pytest.raises(sqlite3.OperationalError, match="syntax error"):
        journal.store.run("SELEC")
