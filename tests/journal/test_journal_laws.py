"""Laws of the journal: derived tables are a function of the set of events, whatever happened in which order."""

import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from journal_world import (
    HANA,
    KEN,
    Clock,
    claim,
    correction,
    enrol,
    entry,
    person,
    tick,
    undo,
    withdrawal,
)

from tui.errors import JournalError
from tui.journal.chain import check_chains
from tui.journal.doctor import differing_tables
from tui.journal.events import by_chain, in_order, insert
from tui.journal.fold import rebuild
from tui.journal.journal import Journal

ITEMS = st.sampled_from(["soc.2.paired", "soc.2.alone", "soc.1.watch"])
WHO = st.sampled_from([HANA, KEN])
# What is done, to which earlier event (counted from the newest), by whom, to what, and how far the clock jumps.
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["entry", "correct", "undo", "tick", "untick", "claim", "withdraw", "enrol", "leave", "name"]),
        st.integers(0, 6),
        WHO,
        ITEMS,
        st.integers(-100_000, 100_000),
    ),
    max_size=30,
)


def news(step, target, trainee, item):
    return {
        "entry": lambda: entry(item, trainee),
        "correct": lambda: correction(target, item, trainee, quantity=2),
        "undo": lambda: undo(target, trainee),
        "tick": lambda: tick(item, True, trainee),
        "untick": lambda: tick(item, False, trainee),
        "claim": lambda: claim(item, trainee),
        "withdraw": lambda: withdrawal(target, item, trainee),
        "enrol": lambda: enrol(item, 1, True, trainee),
        "leave": lambda: enrol(item, 1, False, trainee),
        "name": lambda: person(item, trainee),
    }[step]()


def live(journal, clock, steps):
    """Do *steps*; what the journal refuses is no part of the story."""
    written = [record.hash for record in in_order(journal.store)] or ["none"]
    for step, back, trainee, item, jump in steps:
        clock.now += jump
        target = written[-1 - back % len(written)]
        with suppress(JournalError):
            written.append(journal.append([news(step, target, trainee, item)], author=trainee)[-1].hash)


def state(journal):
    people = sorted({HANA, KEN})
    return [
        (journal.recent(who, 100), journal.ticks(who), journal.claims(who), journal.enrolments(who)) for who in people
    ] + [journal.people(), journal.trainees()]


@settings(max_examples=40)
@given(STEPS)
def test_derived_tables_kept_step_by_step_are_what_a_rebuild_makes(steps):
    with tempfile.TemporaryDirectory() as folder:
        clock = Clock()
        with Journal.open(Path(folder) / "state.sqlite", create=True, clock=clock) as journal:
            live(journal, clock, steps)
            assert differing_tables(journal.store) == []
            assert list(check_faults(journal)) == []


@settings(max_examples=25)
@given(STEPS, STEPS, STEPS, st.randoms(use_true_random=False))
def test_merging_two_machines_gives_one_state_whatever_the_order(before, here, there, random):
    with tempfile.TemporaryDirectory() as folder:
        mine, copied, merged = (Path(folder) / name for name in ("mine", "copied", "merged"))
        clock, other_clock = Clock(), Clock()
        with Journal.open(mine, create=True, clock=clock) as journal:
            live(journal, clock, [("entry", 0, HANA, "soc.2.paired", 0), *before])
        shutil.copy(mine, copied)
        with Journal.open(mine, clock=clock) as journal, Journal.open(copied, clock=other_clock) as other:
            live(journal, clock, here)
            live(other, other_clock, there)
            union = list({record.hash: record for each in (journal, other) for record in in_order(each.store)}.values())
        states = []
        for attempt in range(2):
            random.shuffle(union)
            with Journal.open(merged.with_suffix(f".{attempt}"), create=True) as journal:
                with journal.store.write():
                    for record in union:
                        insert(journal.store, record)
                    rebuild(journal.store)
                # Of who has no chain of their own, what came first says the name (test_called.py).
                *rest, people, trainees = state(journal)
                states.append((rest, people.get(HANA), trainees))
                assert list(check_faults(journal)) == []
        assert states[0] == states[1]


def check_faults(journal):
    return (finding for finding in check_chains(by_chain(journal.store)) if finding.key != "journal.clock_back")
