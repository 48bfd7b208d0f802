"""A backup copied over the state file, however it came there: the file never goes on with numbers that are taken."""

import shutil
import tempfile
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from journal_world import HANA, Clock, entry, keys, tick, write

from tui.journal.backup import backup
from tui.journal.doctor import examine
from tui.journal.events import in_order
from tui.journal.journal import Journal
from tui.journal.register import EventFilter
from tui.journal.restore import Restoring, restore

HOST = "soc-1"


@pytest.fixture
def marks(tmp_path):
    return tmp_path / "written"


def opened(path, marks, **more):
    return Journal.open(path, create=True, host=HOST, marks=marks, **more)


def writers(path):
    with Journal.open(path, write=False, host=HOST) as journal:
        return {event.writer for event in journal.events(EventFilter(), 1000)}


def set_back(path, marks, tmp_path):
    """Two records, a backup, one more record, and the backup copied over the file."""
    with opened(path, marks) as journal:
        write(journal, tick("a"))
    shutil.copy(path, tmp_path / "b.sqlite")
    with opened(path, marks) as journal:
        write(journal, tick("b"))
    shutil.copy(path, tmp_path / "later.sqlite")
    inode = path.stat().st_ino
    path.write_bytes((tmp_path / "b.sqlite").read_bytes())
    assert path.stat().st_ino == inode


def test_file_that_was_set_back_says_so_and_goes_on_as_a_new_writer(path, marks, tmp_path):
    set_back(path, marks, tmp_path)
    assert keys(examine(path, host=HOST, marks=marks)) == ["journal.set_back"]
    (before,) = writers(path)
    with opened(path, marks) as journal:
        assert keys(journal.warnings) == ["journal.set_back"]
        assert journal.warnings[0].fields["n"] == 2
        assert journal.warnings[0].fields["known"] == 3
        write(journal, tick("c"))
        first = journal.events(EventFilter(), 2)[1]
    assert (first.n, first.body["copied_from"]) == (1, before)
    assert examine(path, host=HOST, marks=marks) == []


def test_file_set_back_while_it_is_open_goes_on_as_a_new_writer(path, marks, tmp_path):
    with opened(path, marks) as journal:
        write(journal, tick("a"))
        shutil.copy(path, tmp_path / "b.sqlite")
        write(journal, tick("b"))
        path.write_bytes((tmp_path / "b.sqlite").read_bytes())
        write(journal, tick("c"))
    assert len(writers(path)) == 2


def test_part_of_the_lost_records_arriving_leaves_no_gap_in_the_own_chain(path, marks, tmp_path):
    with opened(path, marks) as journal:
        write(journal, tick("a"))
    shutil.copy(path, tmp_path / "b.sqlite")
    with opened(path, marks) as journal:
        write(journal, tick("b"))
        write(journal, tick("c"))
        last = list(in_order(journal.store))[-1]
    path.write_bytes((tmp_path / "b.sqlite").read_bytes())
    with opened(path, marks) as journal:
        assert journal.merge([last]) == 1
        write(journal, tick("d"))
    assert keys(examine(path, host=HOST, marks=marks)) == ["journal.not_here_own"]


def test_all_lost_records_arriving_leaves_nothing_to_say(path, marks, tmp_path):
    set_back(path, marks, tmp_path)
    with opened(path, marks) as journal, Journal.open(tmp_path / "later.sqlite", write=False) as later:
        journal.merge(list(in_order(later.store)))
        write(journal, tick("c"))
    assert examine(path, host=HOST, marks=marks) == []
    assert len(writers(path)) == 2


def test_renamed_file_keeps_its_mark(path, marks, tmp_path):
    set_back(path, marks, tmp_path)
    moved = path.rename(path.with_name("moved.sqlite"))
    assert keys(examine(moved, host=HOST, marks=marks)) == ["journal.set_back"]


def test_marks_are_small_private_and_do_not_grow(path, marks):
    with opened(path, marks) as journal:
        for number in range(30):
            write(journal, tick(f"a.{number}"))
    (mark,) = marks.iterdir()
    assert mark.stat().st_size == 86
    assert (mark.stat().st_mode & 0o777, marks.stat().st_mode & 0o777) == (0o600, 0o700)


@pytest.mark.parametrize("damage", ["missing", "empty", "nonsense", "a folder", "no place"])
def test_without_a_readable_mark_everything_works_and_nothing_is_said(path, marks, damage):
    with opened(path, marks) as journal:
        write(journal, tick("a"))
    (mark,) = marks.iterdir()
    if damage == "no place":
        shutil.rmtree(marks)
        marks.write_text("in the way")
    elif damage in {"missing", "a folder"}:
        mark.unlink()
        if damage == "a folder":
            mark.mkdir()
    else:
        mark.write_bytes(b"" if damage == "empty" else b"\xff" * 200)
    with opened(path, marks) as journal:
        assert journal.warnings == ()
        write(journal, tick("b"))
    assert examine(path, host=HOST, marks=marks) == []
    assert len(writers(path)) == 1


def test_mark_behind_its_file_says_nothing_and_catches_up(path, marks):
    with opened(path, marks) as journal:
        write(journal, tick("a"))
    with opened(path, None) as journal:  # killed between the commit and the mark
        write(journal, tick("b"))
    with opened(path, marks) as journal:
        assert journal.warnings == ()
        write(journal, tick("c"))
    (mark,) = marks.iterdir()
    assert mark.read_text().split()[0] == "4"


def test_signed_records_move_the_mark_as_well(path, marks):
    with opened(path, marks) as journal:
        journal.append_sealed([tick("a")], lambda events: [tick("b"), tick("c")], author=HANA)
        tip = journal.events(EventFilter(), 1)[0]
    (mark,) = marks.iterdir()
    assert mark.read_text().split() == ["4", tip.hash]


def test_writer_id_of_a_foreign_file_names_no_path(path, marks, tmp_path):
    with opened(path, None, new_writer_id=lambda: "../../outside") as journal:
        write(journal, tick("a"))
    with opened(path, marks) as journal:
        write(journal, tick("b"))
    assert [mark.parent for mark in marks.iterdir()] == [marks]
    assert sorted(file.name for file in tmp_path.iterdir()) == ["ikusei", "written"]


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["write", "write", "backup", "copy over", "move over", "restore", "export", "import"]),
        st.integers(0, 9),
    ),
    min_size=1,
    max_size=12,
)


class World:
    """A state file, its backups, what was put aside, and another person's journal that takes it in."""

    def __init__(self, folder):
        self.folder = folder
        self.path, self.other, self.marks = folder / "state.sqlite", folder / "other.sqlite", folder / "written"
        self.clock, self.number = Clock(), count()
        self.saved, self.files = [], [self.other]
        self.acknowledged = set()

    def opened(self, path=None):
        return opened(path or self.path, self.marks, clock=self.clock)

    def do(self, step, which):
        source = self.saved[which % len(self.saved)] if self.saved else None
        match step:
            case "write":
                with self.opened() as journal:
                    day = f"2026-11-{1 + which:02}"
                    self.acknowledged.add(write(journal, entry(day=day, note=str(next(self.number)))))
            case "backup":
                self.saved.append(backup(self.path, self.folder / f"b.{next(self.number)}", host=HOST).path)
            case "export":
                with self.opened() as journal, self.opened(self.other) as other:
                    other.merge(list(in_order(journal.store)))
            case "import":
                with self.opened() as journal, self.opened(self.other) as other:
                    journal.merge(list(in_order(other.store)))
            case _ if source is None:
                pass
            case "copy over":
                self.path.write_bytes(source.read_bytes())
            case "move over":
                part = self.folder / "part"
                shutil.copy(source, part)
                part.replace(self.path)
            case "restore":
                how = Restoring(self.path, HOST, self.clock, self.marks)
                self.files.append(restore(how, source, lambda newer: True).kept)


def hashes(path):
    with Journal.open(path, write=False, host=HOST) as journal:
        return {record.hash for record in in_order(journal.store)}


@settings(max_examples=25, deadline=None)
@given(STEPS)
def test_nothing_forks_and_nothing_acknowledged_is_lost_that_is_in_a_file(steps):
    with tempfile.TemporaryDirectory() as folder:
        world = World(Path(folder))
        world.opened(world.other).close()
        # From here on a file can be set back behind records that another file has.
        for step, which in [*(("write", 0), ("backup", 0)) * 2, *steps]:
            world.do(step, which)
        files = [*world.files, *world.saved, world.path]
        somewhere = {each for path in files for each in hashes(path)} & world.acknowledged
        for path in files:
            with world.opened() as journal, Journal.open(path, write=False, host=HOST) as found:
                records = list(in_order(found.store))
                if path != world.path:
                    journal.merge(records)
        world.do("write", 1)
        assert examine(world.path, host=HOST, marks=world.marks) == []
        assert hashes(world.path) >= somewhere
        with world.opened() as journal:
            events = journal.events(EventFilter(), 10_000)
            assert len({(event.writer, event.n) for event in events}) == len(events)
            assert {each.id for each in journal.recent(HANA, 10_000)} >= somewhere


def test_looking_at_a_file_that_was_set_back_changes_nothing(path, marks, tmp_path):
    set_back(path, marks, tmp_path)
    before = path.read_bytes()
    with Journal.open(path, write=False, host=HOST, marks=marks) as journal:
        assert keys(journal.warnings)[-1:] == ["journal.set_back"]
    assert path.read_bytes() == before
    assert len(list(marks.iterdir())) == 1
