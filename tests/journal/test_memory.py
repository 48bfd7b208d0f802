"""Answers of before stand in for a file that can't be read, and nothing is written by them."""

import sqlite3
from contextlib import contextmanager

import pytest
from journal_world import HANA, PAIRED, Clock, entry, tick, write

from tui.errors import JournalError
from tui.journal.journal import Journal
from tui.journal.memory import LONGEST, MOST, Memory


@pytest.fixture
def journal(path):
    """A journal that remembers, with an entry in it, and waits for nobody."""
    with Journal.open(path, create=True, busy_ms=0, clock=Clock()) as opened:
        write(opened, entry())
        opened.remember()
        yield opened


@contextmanager
def locked(path):
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("BEGIN EXCLUSIVE")
    yield
    connection.close()


def test_answer_of_before_stands_in_while_the_file_is_locked(journal, path):
    assert journal.entry_count(HANA) == 1
    with locked(path):
        assert journal.entry_count(HANA) == 1
        assert journal.store.memory.trouble.error.key == "journal.locked"
        with pytest.raises(JournalError):
            journal.ticks(HANA)
    assert journal.look_again()
    assert journal.store.memory.trouble is None
    assert journal.ticks(HANA) == {}


def test_answer_can_not_be_changed_by_who_got_it(journal, path):
    journal.recent(HANA, 5).clear()
    with locked(path):
        journal.recent(HANA, 5).clear()
        assert len(journal.recent(HANA, 5)) == 1


def test_file_that_is_known_to_be_locked_is_asked_again_only_on_purpose(journal, path):
    journal.entry_count(HANA)
    with locked(path):
        journal.entry_count(HANA)
        asked = []
        journal.store.connection.set_trace_callback(asked.append)
        journal.entry_count(HANA)
        assert asked == []
        assert not journal.look_again()
        assert any("event" in each for each in asked)


def test_own_event_makes_every_answer_old(journal, path):
    journal.entry_count(HANA)
    write(journal, entry())
    with locked(path), pytest.raises(JournalError):
        journal.entry_count(HANA)


def test_what_another_wrote_makes_answers_old_as_soon_as_the_file_answers(journal, path):
    journal.entry_count(HANA)
    journal.ticks(HANA)
    journal.changed_elsewhere()
    with Journal.open(path) as there:
        write(there, entry())
    with locked(path):
        assert journal.entry_count(HANA) == 1
    assert journal.look_again()
    assert journal.entry_count(HANA) == 2
    with locked(path), pytest.raises(JournalError):
        journal.ticks(HANA)


def test_what_is_written_rests_on_the_file_alone(journal, path):
    journal.entry_count(HANA)
    with locked(path):
        journal.entry_count(HANA)
        with pytest.raises(JournalError), journal.store.asking(0):
            journal.entry_count(HANA)
    with journal.store.asking(0):
        assert journal.entry_count(HANA) == 1
    assert journal.store.memory.trouble is None


def test_trouble_lasts_since_the_first_failure(journal, path):
    with locked(path):
        for _ in range(2):
            with pytest.raises(JournalError):
                journal.ticks(HANA)
        since = journal.store.memory.trouble.since
        assert not journal.look_again()
        assert journal.store.memory.trouble.since == since


def test_nothing_is_kept_of_what_was_computed_from_old_answers(journal, path):
    assert journal.memo_get(HANA, PAIRED, "key") is None
    with locked(path):
        assert journal.memo_get(HANA, PAIRED, "key") is None
        journal.memo_put(HANA, PAIRED, "key", "computed")
    assert journal.look_again()
    assert journal.memo_get(HANA, PAIRED, "key") is None


def test_value_that_never_travels_is_known_as_it_was_kept_last(journal, path):
    journal.keep("draft", "one")
    with locked(path):
        assert journal.local_get("draft") == "one"
    journal.local_set("draft", "two")
    with locked(path):
        assert journal.local_get("draft") == "two"
        journal.keep("draft", "three")
        assert journal.local_get("draft") == "three"
        assert journal.local_get("other") is None
    journal.keeping.try_again()
    with locked(path):
        assert journal.local_get("draft") == "three"
    journal.keep("draft", None)
    with locked(path):
        assert journal.local_get("draft") is None


def test_values_of_an_earlier_start_are_known(path):
    with Journal.open(path, create=True) as before:
        before.keep("draft", "one")
    with Journal.open(path, busy_ms=0) as again:
        again.remember()
        with locked(path):
            assert again.local_get("draft") == "one"


def test_forgetting_what_is_not_there_needs_no_file(journal, path):
    with locked(path):
        journal.keep("draft", None)
        assert journal.keeping.trouble is None
        journal.keep("language", "en")
        assert set(journal.keeping.unkept) == {"language"}


def test_nothing_is_remembered_of_a_write_that_may_never_be(journal, path):
    def write_and_fail():
        with journal.store.write():
            journal.store.run("DELETE FROM entry")
            assert journal.entry_count(HANA) == 0
            raise KeyError

    with pytest.raises(KeyError):
        write_and_fail()
    with locked(path), pytest.raises(JournalError):
        journal.entry_count(HANA)


def test_memory_has_an_end():
    memory = Memory(Clock())
    for number in range(3 * MOST // LONGEST):
        memory.answer(number, lambda: list(range(LONGEST)))
    memory.answer("long", lambda: list(range(LONGEST + 1)))

    def refuse():
        raise JournalError("journal.locked", path="x")

    with pytest.raises(JournalError):
        memory.answer(0, refuse)
    with pytest.raises(JournalError):
        memory.answer("long", refuse)
    assert memory.answer(3 * MOST // LONGEST - 1, refuse) == list(range(LONGEST))


def test_error_about_one_value_is_no_trouble_of_the_file():
    memory = Memory(Clock())
    memory.answer("question", lambda: [1])

    def refuse():
        raise JournalError("journal.local_damaged", path="x", names="draft")

    with pytest.raises(JournalError, match="local_damaged"):
        memory.answer("question", refuse)
    assert memory.trouble is None


def test_journal_that_is_only_asked_once_remembers_nothing(path):
    with Journal.open(path, create=True, busy_ms=0) as journal:
        write(journal, tick("a"))
        assert set(journal.ticks(HANA)) == {"a"}
        with locked(path), pytest.raises(JournalError):
            journal.ticks(HANA)
