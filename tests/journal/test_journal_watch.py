"""What another process writes is noticed; what belongs to one file stays there."""

import os
import shutil

from journal_world import HANA, entry, tick, write

from tui.journal.journal import Journal


def test_what_another_wrote_is_noticed_once(path):
    with Journal.open(path, create=True) as here, Journal.open(path) as there:
        assert not here.changed_elsewhere()
        write(there, entry())
        assert here.changed_elsewhere()
        assert not here.changed_elsewhere()
        assert here.entry_count(HANA) == 1


def test_own_events_are_no_news(path):
    with Journal.open(path, create=True) as journal:
        write(journal, entry())
        assert not journal.changed_elsewhere()


def test_what_another_wrote_just_before_an_own_event_is_noticed(path):
    with Journal.open(path, create=True) as here, Journal.open(path) as there:
        write(there, entry())
        write(here, tick("a"))
        assert here.changed_elsewhere()


def test_a_file_at_rest_is_not_even_opened_to_see_that_nothing_changed(path):
    with Journal.open(path, create=True) as here:
        os.utime(path, (1_700_000_000, 1_700_000_000))
        assert not here.changed_elsewhere()
        statements = []
        here.store.connection.set_trace_callback(statements.append)
        assert not here.changed_elsewhere()
        assert statements == []
        with Journal.open(path) as there:
            write(there, entry())
        assert here.changed_elsewhere()


def test_two_changes_within_one_tick_of_the_file_system_are_both_noticed(path):
    with Journal.open(path, create=True) as here, Journal.open(path) as there:
        there.local_set("draft", "a")
        assert here.changed_elsewhere()
        seen = path.stat()
        there.local_set("draft", "b")
        os.utime(path, ns=(seen.st_atime_ns, seen.st_mtime_ns))
        assert path.stat().st_size == seen.st_size
        assert here.changed_elsewhere()


def test_a_file_put_in_the_place_of_another_is_noticed(path):
    """A restore, or a synchronised folder: SQLite goes on reading the file that was there, which didn't change."""
    with Journal.open(path, create=True) as here:
        assert not here.changed_elsewhere()
        shutil.copyfile(path, path.with_name("other"))
        os.replace(path.with_name("other"), path)  # noqa: PTH105 - that of Path moves a file just so
        assert here.changed_elsewhere()
        assert not here.changed_elsewhere()


def test_draft_is_kept_across_a_crash_and_forgotten_when_done(path):
    journal = Journal.open(path, create=True)
    assert journal.local_set("draft", "途中まで\n書いた")
    assert journal.local_set("draft", "途中まで\n書いた \ud800")
    journal.store.close()  # no farewell: what a kill leaves
    with Journal.open(path) as journal:
        assert journal.local_get("draft") == "途中まで\n書いた \ufffd"
        assert journal.local_delete("draft")
        assert journal.local_get("draft") is None
        assert journal.local_delete("draft")
