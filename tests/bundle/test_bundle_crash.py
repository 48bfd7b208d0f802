"""An import is cut off, waits, or meets a full disk: the journal has all of it or nothing, and others go on working."""

import io
import os
import signal
import threading

import pytest
from bundle_world import bundle_of, events, lines_of, take_in
from journal_world import HANA, Clock, entry, other_process, raw, refused, tick, write

from tui.journal.bundle.staging import stage
from tui.journal.doctor import differing_tables, examine
from tui.journal.journal import Journal

TAKES_IN = """
import sys
from pathlib import Path
from tui.journal.bundle.staging import stage
from tui.journal.journal import Journal
with Journal.open(Path(sys.argv[1]), create=True) as journal, open(sys.argv[2], "rb") as file:
    with stage(journal, file) as staged:
        print("checked", flush=True)
        print(staged.take_in(), flush=True)
"""
KILLED = """
import os, signal, sys
from pathlib import Path
from tui.journal.bundle.staging import stage
from tui.journal.journal import Journal
left = int(sys.argv[3])
def count(statement):
    global left
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    left -= 1
with Journal.open(Path(sys.argv[1]), create=True) as journal, open(sys.argv[2], "rb") as file:
    with stage(journal, file) as staged:
        # What is changed goes to the file at once, so that a kill leaves it half written.
        journal.store.run("PRAGMA cache_size = 1")
        before = left
        journal.store.connection.set_trace_callback(count)
        staged.take_in()
        journal.store.connection.set_trace_callback(None)
        print(before - left, flush=True)
"""
"""Ends itself before the statement of the merge with this number; where there is none, says how many there are."""
MANY = 700


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """A bundle whose merging takes a while."""
    folder = tmp_path_factory.mktemp("many")
    with Journal.open(folder / "state.sqlite", create=True, clock=Clock()) as journal:
        write(journal, *(entry(f"soc.{number % 7}", note=f"{number}") for number in range(MANY)))
        (folder / "bundle").write_bytes(bundle_of(journal))
    return folder / "bundle"


def test_kill_9_in_the_middle_leaves_all_or_nothing(tmp_path, many):
    """Killed at eight statements of the merge, from its first to the one that would have made it lasting."""

    def killed_before(statement):
        path = tmp_path / str(statement) / "state.sqlite"
        with Journal.open(path, create=True) as journal:
            write(journal, tick("before"))
        with other_process(KILLED, path, many, statement) as process:
            said = process.stdout.read()
        return path, said, process.returncode

    path, said, status = killed_before(10**9)
    statements = int(said)
    assert (status, len(contents(path))) == (0, MANY + 3)
    hot = 0
    for statement in [0, 1, 2, *(statements * part // 5 for part in range(1, 5)), statements - 1]:
        path, said, status = killed_before(statement)
        assert (said, status) == ("", -signal.SIGKILL)
        hot += path.with_name("state.sqlite-journal").exists()
        with Journal.open(path) as journal:
            assert len(events(journal)) == 2
            assert differing_tables(journal.store) == []
            assert take_in(journal, many.read_bytes()) == MANY + 1
        assert examine(path) == []
    assert hot >= 5


def contents(path):
    with Journal.open(path, write=False) as journal:
        return events(journal)


def test_full_disk_in_the_middle_takes_nothing_in_and_later_all(tmp_path, many):
    with Journal.open(tmp_path / "state", create=True) as journal:
        write(journal, tick("before"))
        before = events(journal)
        pages = journal.store.one(int, "PRAGMA page_count")
        journal.store.run(f"PRAGMA max_page_count = {pages + 20}")
        with refused("journal.full"):
            take_in(journal, many.read_bytes())
        assert events(journal) == before
        journal.store.run("PRAGMA max_page_count = 100000")
        assert take_in(journal, many.read_bytes()) == MANY + 1
        assert differing_tables(journal.store) == []


def test_slow_bundle_keeps_nobody_from_recording(sender, receiver):
    """Half of the bundle is here; somebody else records; the rest comes."""
    lines = lines_of(bundle_of(sender))
    reading, writing = os.pipe()

    def feed():
        with os.fdopen(writing, "wb", buffering=0) as pipe:
            pipe.write(b"".join(lines[:6]))
            there.wait()
            pipe.write(b"".join(lines[6:]))

    there = threading.Event()
    feeding = threading.Thread(target=feed)
    feeding.start()

    class Watched(io.BufferedReader):
        seen = 0

        def readline(self, size=-1):
            self.seen += 1
            if self.seen == 5:
                with Journal.open(receiver.path, busy_ms=1) as other:
                    write(other, tick("meanwhile"))
                there.set()
            return super().readline(size)

    with Watched(os.fdopen(reading, "rb", buffering=0)) as pipe, stage(receiver, pipe) as staged:
        assert staged.take_in() == 10
    feeding.join()
    assert "meanwhile" in receiver.ticks(HANA)
    assert differing_tables(receiver.store) == []


def test_two_imports_of_one_bundle_at_once(tmp_path, many):
    path = tmp_path / "state"
    Journal.open(path, create=True).close()
    processes = [other_process(TAKES_IN, path, many) for _ in range(2)]
    taken = [process.communicate()[0].split()[-1] for process in processes]
    assert sorted(taken) == ["0", str(MANY + 1)]
    assert examine(path) == []


def test_file_without_its_guards_takes_nothing_in(sender, tmp_path):
    path = tmp_path / "state"
    Journal.open(path, create=True).close()
    connection = raw(path)
    connection.execute("DROP TRIGGER event_is_never_changed")
    connection.close()
    with Journal.open(path) as journal, refused("journal.guards"):
        take_in(journal, bundle_of(sender))


def test_file_opened_to_look_takes_nothing_in(sender, tmp_path):
    path = tmp_path / "state"
    Journal.open(path, create=True).close()
    with Journal.open(path, write=False) as journal, refused("journal.opened_to_look"):
        take_in(journal, bundle_of(sender))
