"""What somebody is called: the own chain says it, and nobody renames anybody else."""

import shutil
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from journal_world import HANA, KEN, Clock, entry, person, write

from tui.journal.doctor import differing_tables
from tui.journal.event import Kind, NewEvent
from tui.journal.events import in_order, insert
from tui.journal.fold import rebuild
from tui.journal.journal import Journal
from tui.journal.register import EventFilter


@pytest.fixture
def open_state(tmp_path):
    opened = []

    def make(name, now=0):
        clock = Clock()
        clock.now += now
        opened.append(Journal.open(tmp_path / name, create=True, clock=clock))
        return opened[-1]

    yield make
    for each in opened:
        each.close()


def records(*journals):
    return list({record.hash: record for each in journals for record in in_order(each.store)}.values())


def beginnings(journal):
    return journal.events(EventFilter(kinds=frozenset({Kind.WRITER})), 9)


def forged_chain(open_state, name, *, whose, says, now=0):
    """A chain of a file that says that it is *whose*, without having anything of theirs."""
    forged = open_state(name, now)
    write(forged, person(says, whose), author=whose)
    return forged


def test_a_name_that_another_chain_says_renames_nobody(open_state):
    hana, mallory, mentor = open_state("hana"), open_state("mallory", 5_000_000), open_state("mentor")
    write(hana, person("佐藤 花"))
    write(mallory, person("悪意", KEN), author=KEN)
    write(mallory, person("別人", HANA), author=HANA)
    write(mentor, person("田中 実", "p-tanaka"), author="p-tanaka")
    mentor.merge(records(hana))
    mentor.merge(records(mallory))
    assert mentor.people() == {HANA: "佐藤 花", KEN: "悪意", "p-tanaka": "田中 実"}
    assert differing_tables(mentor.store) == []


def test_a_chain_that_only_says_that_it_is_theirs_renames_nobody(open_state):
    hana, mentor = open_state("hana"), open_state("mentor")
    write(hana, person("佐藤 花"))
    write(mentor, person("田中 実", "p-tanaka"), author="p-tanaka")
    mentor.merge(records(hana))
    mentor.merge(records(forged_chain(open_state, "forged", whose=HANA, says="別人", now=5_000_000)))
    assert mentor.people()[HANA] == "佐藤 花"


def test_the_reader_is_called_what_their_own_file_says_however_old_a_forged_chain_is(open_state):
    hana = open_state("hana", 5_000_000)
    write(hana, person("佐藤 花"), entry())
    hana.merge(records(forged_chain(open_state, "forged", whose=HANA, says="別人")))
    assert hana.people()[HANA] == "佐藤 花"
    assert [each.name for each in hana.tallies("")] == ["佐藤 花"]


def test_whoever_has_no_chain_here_is_called_as_they_were_called_first(open_state):
    hana = open_state("hana")
    write(hana, person("佐藤 花"))
    write(hana, person("田中 実", KEN), author=KEN)
    write(hana, person("田中 稔", KEN), author=KEN)
    assert hana.people()[KEN] == "田中 実"
    ken = open_state("ken", 9_000_000)
    write(ken, person("田中 穣", KEN), author=KEN)
    hana.merge(records(ken))
    assert hana.people()[KEN] == "田中 穣"


def test_a_copied_file_goes_on_as_the_same_person_and_its_new_name_counts_when_it_was_accepted(open_state, tmp_path):
    hana, mentor = open_state("hana"), open_state("mentor")
    write(hana, person("佐藤 花"), entry())
    shutil.copy(hana.path, tmp_path / "copy")
    copy = open_state("copy", 9_000_000)
    write(copy, person("鈴木 花"), entry())
    write(mentor, person("田中 実", KEN), author=KEN)
    mentor.merge(records(copy))
    assert mentor.people()[HANA] == "佐藤 花"
    assert copy.people()[HANA] == "鈴木 花"
    assert mentor.accept(HANA) == 2
    assert mentor.people()[HANA] == "鈴木 花"
    assert differing_tables(mentor.store) == []
    assert set(mentor.all_names()[HANA]) == {"佐藤 花", "鈴木 花"}


def test_who_takes_their_own_records_in_elsewhere_continues_their_own_chain(open_state):
    hana, other, mentor = open_state("hana"), open_state("other", 9_000_000), open_state("mentor")
    write(hana, person("佐藤 花"), entry())
    other.merge(records(hana))
    write(other, person("鈴木 花"))
    assert [e.body["copied_from"] for e in beginnings(other)] == [beginnings(hana)[0].writer, ""]
    assert other.people()[HANA] == "鈴木 花"
    mentor.merge(records(other))
    assert mentor.people()[HANA] == "佐藤 花"


def test_former_names_are_those_that_somebody_has_called_themself(open_state):
    hana, mallory = open_state("hana"), open_state("mallory")
    write(hana, person("佐藤 花"), person("鈴木 花"))
    write(mallory, person("悪意", KEN), author=KEN)
    write(mallory, person("別人", HANA), author=HANA)
    hana.merge(records(mallory))
    assert hana.all_names() == {HANA: ("鈴木 花", "佐藤 花"), KEN: ("悪意",)}


# Who writes what on which machine: names are few, so people share them; machine 3 is a copy of machine 0.
STEPS = st.lists(
    st.tuples(
        st.integers(0, 3),
        st.sampled_from(["name", "work", "speak", "meet"]),
        st.sampled_from(["佐藤 花", "田中 実"]),
        st.integers(-90_000, 90_000),
    ),
    max_size=14,
)


@settings(max_examples=25)
@given(STEPS, STEPS)
def test_namesakes_renamed_and_moved_people_are_one_state_in_any_order(tmp_path_factory, before, after):
    folder = tmp_path_factory.mktemp("merging")
    people = [HANA, KEN, "p-mori", HANA]
    clocks = [Clock() for _ in people]
    machines = [Journal.open(folder / str(n), create=True, clock=clocks[n]) for n in range(3)]
    for n, each in enumerate(machines):
        write(each, person("佐藤 花", people[n]), author=people[n])
    _live(machines, people[:3], clocks, [step for step in before if step[0] < 3])
    shutil.copy(machines[0].path, folder / "3")
    machines.append(Journal.open(folder / "3", clock=clocks[3]))
    _live(machines, people, clocks, after)
    states = []
    for number, order in enumerate(permutations(machines)):
        if number % 8 == 0:
            with Journal.open(folder / f"merged-{number}", create=True) as merged:
                for each in order:
                    merged.merge(records(each))
                assert differing_tables(merged.store) == []
                states.append((merged.people(), [merged.recent(who, 99) for who in sorted(set(people))]))
    with Journal.open(folder / "rebuilt", create=True) as rebuilt:
        with rebuilt.store.write():
            for record in reversed(records(*machines)):
                insert(rebuilt.store, record)
            rebuild(rebuilt.store)
        states.append((rebuilt.people(), [rebuilt.recent(who, 99) for who in sorted(set(people))]))
    for each in machines:
        each.close()
    assert all(each == states[0] for each in states)


def _live(machines, people, clocks, steps):
    for machine, what, name, jump in steps:
        clocks[machine].now += jump
        journal, me = machines[machine], people[machine]
        if what == "name":
            write(journal, person(name, me), author=me)
        elif what == "work":
            write(journal, entry(trainee=me), author=me)
        elif what == "speak":
            write(journal, NewEvent(Kind.TICK, me, "soc.1.watch", {"on": True}), author=me)
        else:
            journal.merge(records(machines[(machine + 1) % len(machines)]))
