"""An organisation's assessments: which one holds, what it scores, how far off the target is, which pattern is near."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.curriculum.model import NOTHING
from tui.curriculum.organisation import Pattern
from tui.curriculum.textbook import Duty
from tui.journal.assessment import Assessment, How, Mark, WantedPattern
from tui.progress.assessment import Gap, current, gap, highest_step, history, score, wanted_now
from tui.progress.coverage import Coverage
from tui.progress.pattern import PatternDifference, closest, expected, fit

REGIONS = ("region.1", "region.2", "region.3", "region.4")
DONE = (How.INHOUSE, How.SHARED, How.OUTSOURCED)
AWAY = {How.INHOUSE: 2, How.SHARED: 1, How.OUTSOURCED: 0}


def pattern(number, inside=(), shared=(), outside=()):
    return Pattern(f"pattern.{number}", "", number, NOTHING, NOTHING, tuple(inside), tuple(shared), tuple(outside))


PRINTED = (
    pattern(1, REGIONS[:1], REGIONS[1:2], REGIONS[2:]),
    pattern(2, REGIONS[:2], (), REGIONS[2:]),
    pattern(3, (*REGIONS[:2], REGIONS[3]), (), REGIONS[2:3]),
    pattern(4, REGIONS),
)


def duty(name, *regions):
    return Duty(name, "", NOTHING, NOTHING, regions)


NOTHING_SAID = Mark()


def said(name, now=NOTHING_SAID, target=NOTHING_SAID, note="", clock=1, author="p-a"):  # noqa: PLR0917
    return Assessment(f"{clock:03}{name}{author}", name, now, target, note, author, clock, clock)


marks = st.builds(Mark, st.sampled_from(DONE), st.integers(0, 3)) | st.builds(
    Mark, st.sampled_from([How.UNSAID, How.NONE])
)
names = st.sampled_from(["a-1", "b-2", "g-10"])
events = st.lists(
    st.builds(said, names, marks, marks, st.text(max_size=3), st.integers(1, 9), st.sampled_from(["p-a", "p-b"])),
    unique_by=lambda each: each.id,
    max_size=12,
)
ways = st.sampled_from(list(How))
duties = st.lists(st.lists(st.sampled_from(REGIONS), min_size=1, unique=True), min_size=1, max_size=8).map(
    lambda found: [duty(f"a-{number}", *regions) for number, regions in enumerate(found)]
)


def test_newest_holds_in_whatever_order_they_came():
    early, late = said("a-1", Mark(How.INHOUSE, 1), clock=1), said("a-1", Mark(How.SHARED, 2), clock=2)
    for order in permutations([early, late, said("b-2")]):
        assert current(order)["a-1"] == late
    assert history([early, late], "a-1") == [late, early]
    assert current([]) == {}


@given(events)
def test_what_holds_is_the_largest_of_all_by_clock_and_hash(found):
    holds = current(found)
    assert set(holds) == {each.duty for each in found}
    for name, newest in holds.items():
        everything = history(found, name)
        assert newest == everything[0]
        assert everything == sorted(everything, key=lambda each: (each.clock, each.id), reverse=True)
        assert {each.id for each in everything} == {each.id for each in found if each.duty == name}


def test_wanted_pattern_is_the_newest_and_may_be_none_again():
    wants = [WantedPattern("a", "pattern.2", "p", 1, 1), WantedPattern("b", "", "p", 2, 2)]
    assert (wanted_now(wants[:1]), wanted_now(reversed(wants)), wanted_now([])) == ("pattern.2", "", "")


@pytest.mark.parametrize(
    ("mark", "expected_score"),
    [(Mark(), None), (Mark(How.NONE), 0), (Mark(How.INHOUSE), None), (Mark(How.OUTSOURCED, 2, "Acme"), 2)],
)
def test_score_is_level_nothing_where_not_done_and_unset_where_unsaid(mark, expected_score):
    assert score(mark) == expected_score


@given(marks, marks, st.text(), st.text())
def test_note_and_provider_change_no_score_and_no_gap(now, target, note, provider):
    plain = said("a-1", now, target)
    noted = said("a-1", Mark(now.how, now.level, provider), target, note)
    assert gap(plain, None) == gap(noted, None)


@given(marks, marks, st.dictionaries(st.integers(1, 3), st.lists(st.text(min_size=1, max_size=2)).map(tuple)))
def test_gap_is_what_a_hand_would_count(now, target, people):
    found = gap(said("a-1", now, target), Coverage("a-1", people))
    levels = [0 if each.how is How.NONE else each.level for each in (now, target)]
    unset = [(each.how in DONE and not each.level) or each.how is How.UNSAID for each in (now, target)]
    assert found.level == (None if any(unset) else levels[1] - levels[0])
    asks = target.how in {How.INHOUSE, How.SHARED} and target.level > 0
    best = max([step for step, who in people.items() if who] + [0])
    assert found.people == (target.level - best if asks else None)


def test_gap_of_nothing_said_is_unknown():
    assert gap(None, None) == Gap(None, None)
    assert highest_step(None) == 0


def test_each_printed_pattern_is_closest_to_itself():
    everything = [duty(f"a-{number}", region) for number, region in enumerate(REGIONS)]
    for each in PRINTED:
        own = {one.id: expected(each, one.region[0]) for one in everything}
        (found,) = closest(PRINTED, everything, own)
        assert (found.pattern, found.distance, found.differences, found.counted) == (each, 0, (), 4)


def test_differences_name_duty_region_and_both_ways():
    book = [duty("a-1", "region.1"), duty("b-1", "region.4"), duty("b-2", "region.3"), duty("c-1", "region.3")]
    ways = {"a-1": How.INHOUSE, "b-1": How.SHARED, "b-2": How.NONE}
    found = fit(PRINTED[1], book, ways)
    assert found.differences == (PatternDifference("b-1", "region.4", How.OUTSOURCED, How.SHARED),)
    assert (found.counted, found.distance) == (2, 1)


def test_duty_of_every_region_fits_where_it_fits_best():
    everywhere = [duty("i-6", *REGIONS)]
    assert fit(PRINTED[0], everywhere, {"i-6": How.SHARED}).distance == 0
    assert fit(PRINTED[3], everywhere, {"i-6": How.SHARED}).distance == 1


def test_nothing_said_is_close_to_nothing_and_equals_are_all_named():
    book = [duty("a-1", "region.1")]
    assert closest(PRINTED, book, {}) == ()
    assert [each.pattern.number for each in closest(PRINTED, book, {"a-1": How.INHOUSE})] == [1, 2, 3, 4]


@given(duties, st.data())
def test_closest_is_what_naive_counting_finds(book, data):
    done = {each.id: data.draw(ways) for each in book}

    def distance(one):
        total = 0
        for each in book:
            if done[each.id] in AWAY:
                total += min(abs(AWAY[expected(one, region)] - AWAY[done[each.id]]) for region in each.region)
        return total

    counted = sum(done[each.id] in AWAY for each in book)
    best = min(map(distance, PRINTED))
    found = closest(PRINTED, book, done)
    assert [each.pattern for each in found] == ([one for one in PRINTED if distance(one) == best] if counted else [])
    for each in found:
        assert (each.distance, each.counted) == (best, counted)
        assert sum(abs(AWAY[one.expected] - AWAY[one.actual]) for one in each.differences) == best
