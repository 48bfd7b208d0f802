"""An import is cut off, waits, or meets a full disk: the journal has all of it or nothing, and others go on working."""

import io
import os
import random
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
    with stage(journal.store, file) as staged:
        print("checked", flush=True)
        print(journal.merge(staged.records()), flush=True)
"""
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
    """Killed at eight moments after the check; the rollback journal of SQLite says when the merge has begun."""
    outcomes = []
    choose = random.Random(20261120)
    for attempt in range(8):
        path = tmp_path / str(attempt) / "state.sqlite"
        with Journal.open(path, create=True) as journal:
            write(journal, tick("before"))
        hot = path.with_name("state.sqlite-journal")
        with other_process(TAKES_IN, path, many) as process:
            assert process.stdout.readline() == "checked\n"
            while process.poll() is None and not hot.exists():
                pass
            for _ in range(choose.randint(0, 20_000) if attempt > 1 else 0):
                hot.exists()
            process.send_signal(signal.SIGKILL)
        with Journal.open(path) as journal:
            outcomes.append(len(events(journal)))
            assert differing_tables(journal.store) == []
            assert take_in(journal, many.read_bytes()) in {0, MANY + 1}
        assert examine(path) == []
    assert set(outcomes) <= {2, MANY + 3}
    assert outcomes.count(2) >= 2


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

    with Watched(os.fdopen(reading, "rb", buffering=0)) as pipe, stage(receiver.store, pipe) as staged:
        assert receiver.merge(staged.records()) == 10
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
