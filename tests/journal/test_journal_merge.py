"""Merging: a union of sets, whatever came first, however often."""

import sqlite3
import tempfile
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from journal_raw import record, records
from journal_world import HANA, KEN, NOON, PAIRED, Clock, claim, correction, entry, keys, tick, undo, write

from tui.journal.chain import check_chains
from tui.journal.doctor import differing_tables, examine
from tui.journal.events import by_chain, in_order
from tui.journal.finding import Severity
from tui.journal.journal import Journal
from tui.journal.writer import own_writer

DERIVED = ("about", "undone", "entry", "entry_item", "tick", "claim", "decision", "person", "enrolment")


def derived(journal):
    """Every derived row."""
    rows = (journal.store.rows(lambda *row: repr(row), f"SELECT * FROM {name}") for name in DERIVED)
    return {name: sorted(found) for name, found in zip(DERIVED, rows, strict=True)}


def portions(items, sizes):
    rest = iter(items)
    for size in sizes:
        yield list(islice(rest, size))
    yield list(rest)


@settings(max_examples=120)
@given(records(), st.randoms(use_true_random=False), st.lists(st.integers(0, 6), max_size=5))
def test_any_order_and_any_portions_give_what_a_rebuild_makes(made, random, sizes):
    states = []
    with tempfile.TemporaryDirectory() as folder:
        for attempt in range(2):
            shuffled = [*made, *made[::3]]
            random.shuffle(shuffled)
            with Journal.open(Path(folder, f"{attempt}"), create=True, clock=Clock()) as journal:
                new = sum(journal.merge(portion) for portion in portions(shuffled, sizes))
                assert new == len(set(made))
                assert differing_tables(journal.store) == []
                states.append(derived(journal))
        assert states[0] == states[1]


@settings(max_examples=60)
@given(records(12), records(12), st.randoms(use_true_random=False))
def test_own_events_between_merges_stand_after_everything_that_is_known(first, second, random):
    with (
        tempfile.TemporaryDirectory() as folder,
        Journal.open(Path(folder, "a"), create=True, clock=Clock(1)) as journal,
    ):
        for made in (first, second):
            random.shuffle(made)
            journal.merge(made)
            own = write(journal, entry())
            assert list(in_order(journal.store))[-1].hash == own
        assert differing_tables(journal.store) == []


def test_merging_twice_changes_nothing_and_says_so(journal):
    made = [record("w1", 1, "", "entry")]
    assert journal.merge(made) == 1
    before = derived(journal)
    assert journal.merge(made * 3) == 0
    assert derived(journal) == before


def test_undo_that_came_before_what_it_undoes_holds(journal):
    first = record("w1", 1, "", "entry")
    taken_back = record("w1", 2, first.hash, "undo", first.hash, clock=NOON + 1)
    redone = record("w1", 3, taken_back.hash, "undo", taken_back.hash, clock=NOON + 2)
    for each, count in ((redone, 0), (first, 1), (taken_back, 1)):
        journal.merge([each])
        assert journal.entry_count(HANA) == count
    journal.merge([record("w1", 4, redone.hash, "undo", redone.hash, clock=NOON + 3)])
    assert journal.entry_count(HANA) == 0


def test_correction_that_came_first_counts_when_its_entry_comes(journal):
    first = record("w1", 1, "", "entry", number=0)
    journal.merge([record("w1", 2, first.hash, "correction", first.hash, number=3, clock=NOON + 1)])
    assert journal.entry_count(HANA) == 0
    journal.merge([first])
    assert journal.recent(HANA, 1)[0].quantity == 4


def test_memos_of_touched_items_are_forgotten_and_no_others(journal):
    for item in ("soc.1", "soc.2", PAIRED):
        assert journal.memo_get(HANA, item, "key") is None
        journal.memo_put(HANA, item, "key", "computed")
    assert journal.memo_get(KEN, "soc.1", "key") is None
    journal.memo_put(KEN, "soc.1", "key", "computed")
    journal.merge([record("w1", 1, "", "entry", number=1)])
    assert journal.memo_get(HANA, "soc.1", "key") is None
    assert journal.memo_get(HANA, "soc.2", "key") == "computed"
    assert journal.memo_get(KEN, "soc.1", "key") == "computed"
    journal.merge([record("w1", 2, "x", "claim")])
    assert journal.memo_get(HANA, PAIRED, "key") is None


def test_memo_of_an_item_that_an_entry_leaves_is_forgotten(journal):
    done = write(journal, entry("soc.0"))
    assert journal.memo_get(HANA, "soc.0", "key") is None
    journal.memo_put(HANA, "soc.0", "key", "with the entry")
    journal.merge([record("w1", 1, "", "correction", done, number=1, clock=NOON * 2)])
    assert journal.memo_get(HANA, "soc.0", "key") is None
    assert [each.items for each in journal.recent(HANA, 2)] == [("soc.1",)]


def test_two_machines_of_one_person_meet(tmp_path):
    """A story: work on two machines, each file takes in the other's events, and both say the same."""
    with (
        Journal.open(tmp_path / "a", create=True, clock=Clock()) as here,
        Journal.open(tmp_path / "b", create=True, clock=Clock(NOON - 10**9)) as there,
    ):
        done = write(here, entry(), tick("a"), claim())
        write(there, tick("a", on=False), tick("b"), entry("soc.2.alone"))
        there.merge(in_order(here.store))
        written = here.recent(HANA, 5)[0].id
        write(there, correction(written, quantity=3), undo(done))
        here.merge(in_order(there.store))
        assert derived(here) == derived(there)
        assert sorted(each.quantity for each in here.recent(HANA, 5)) == [1, 3]
        assert here.claims(HANA) == {}
        assert write(here, claim())
    assert {finding.key for finding in examine(tmp_path / "a")} <= {"journal.clock_back"}


def chain(writer="w1", length=5):
    made = []
    for n in range(1, length + 1):
        made.append(record(writer, n, made[-1].hash if made else "", "tick", clock=NOON + n))
    return made


def findings(journal):
    return list(check_chains(by_chain(journal.store), own_writer(journal.store)))


def test_part_of_a_foreign_chain_is_told_and_is_no_fault(journal):
    write(journal, entry())
    made = chain()
    journal.merge([made[1], made[4]])
    (found,) = findings(journal)
    assert (found.key, found.severity) == ("journal.partial", Severity.WARNING)
    assert found.fields == {"writer": "w1", "missing": 3, "last": 5}
    journal.merge(made)
    assert findings(journal) == []


def test_records_of_the_own_chain_from_elsewhere_are_never_written_behind(journal):
    """Another state of this file goes on with them, or somebody writes in its name."""
    write(journal, entry())
    mine = own_writer(journal.store)
    journal.merge([record(mine, 5, "x" * 64, "tick")])
    write(journal, entry())
    assert own_writer(journal.store) != mine
    assert [(each.key, each.severity) for each in findings(journal)] == [("journal.partial", Severity.WARNING)]


def test_fork_keeps_both_and_is_an_alarm(journal):
    made = chain(length=2)
    other = record("w1", 2, made[0].hash, "tick", clock=NOON + 9)
    journal.merge([*made, other])
    assert keys(findings(journal)) == ["journal.fork"]
    assert set(in_order(journal.store)) == {*made, other}


def test_previous_that_contradicts_the_known_event_before_stays_a_fault(journal):
    made = chain(length=2)
    journal.merge([made[0], made[1]._replace(previous="e" * 64)])
    assert keys(findings(journal)) == ["journal.hash", "journal.previous"]


def test_event_that_breaks_a_rule_of_the_table_is_not_passed_over_in_silence(journal):
    with pytest.raises(sqlite3.IntegrityError):
        journal.merge([record("w1", 1, "", "tick"), record("w1", 0, "", "tick")])
    assert list(in_order(journal.store)) == []


def test_nothing_new_is_no_write(journal):
    assert journal.merge([]) == 0
    assert not journal.has_written
