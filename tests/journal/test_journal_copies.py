"""A state file knows when it was copied, and never lets two files write one chain."""

import shutil

from journal_world import HANA, entry, keys, tick, write

from tui.journal.doctor import examine
from tui.journal.event import Kind
from tui.journal.journal import Journal
from tui.journal.register import EventFilter


def newest(journal):
    return journal.events(EventFilter(), 1)[0]


def made(path, host="soc-1"):
    with Journal.open(path, create=True, host=host) as journal:
        write(journal, entry())
        return newest(journal).writer


def test_copied_file_goes_on_as_a_new_writer_and_says_of_what(path, tmp_path):
    original = made(path)
    copied = tmp_path / "copied.sqlite"
    shutil.copy(path, copied)
    with Journal.open(copied, host="soc-1") as journal:
        assert keys(journal.warnings) == ["journal.copied"]
        write(journal, tick("a"))
        second, first = journal.events(EventFilter(), 2)
    assert (first.kind, first.n, first.previous) == (Kind.WRITER, 1, "")
    assert first.body["copied_from"] == original
    assert (second.n, second.writer) == (2, first.writer)
    assert first.writer != original
    with Journal.open(copied, host="soc-1") as journal:
        assert journal.warnings == ()
    with Journal.open(path, host="soc-1") as journal:
        write(journal, tick("b"))
        assert newest(journal).writer == original
    assert examine(copied, host="soc-1") == []


def test_file_taken_to_another_machine_is_a_copy(path):
    original = made(path, host="soc-1")
    with Journal.open(path, host="soc-2") as journal:
        assert keys(journal.warnings) == ["journal.copied"]
        write(journal, tick("a"))
        assert newest(journal).writer != original


def test_moved_or_renamed_file_stays_the_same_writer(path, tmp_path):
    original = made(path)
    moved = tmp_path / "moved.sqlite"
    path.rename(moved)
    with Journal.open(moved, host="soc-1") as journal:
        assert journal.warnings == ()
        write(journal, tick("a"))
        assert newest(journal).writer == original


def test_file_system_mounted_anew_with_another_device_number_stays_the_same_writer(path):
    original = made(path)
    with Journal.open(path, host="soc-1") as journal:
        journal.store.run("UPDATE writer SET device = '4711'")
    with Journal.open(path, host="soc-1") as journal:
        assert journal.warnings == ()
        write(journal, tick("a"))
        assert newest(journal).writer == original


def test_looking_at_a_copy_makes_no_writer(path, tmp_path):
    made(path)
    copied = tmp_path / "copied.sqlite"
    shutil.copy(path, copied)
    before = copied.read_bytes()
    with Journal.open(copied, host="soc-1", write=False) as journal:
        assert journal.entry_count(HANA) == 1
    assert copied.read_bytes() == before
