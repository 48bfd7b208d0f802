"""Which level a head count gives, by the printed table (isogj 6.6, table 1) and by laws that hold for any."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from staffing_world import LEVELS, TEAMS, as_printed, heads, levels, of_need, organisations

from tui.curriculum.organisation import PEOPLE_AT_ALL_TIMES
from tui.progress.staffing import Ours, held_double, reach, trained

FIRST, SECOND, INCIDENT, VULNERABILITY = TEAMS[0], TEAMS[1], "team.incident-response", "team.vulnerability"
CENT = Decimal("0.01")


def level_1(**changed):
    """Level 1 as printed, some teams staffed otherwise: keys are the ends of their ids."""
    by_id = {each.team: each for each in as_printed(LEVELS[1])}
    for name, other in changed.items():
        team = f"team.{name.replace('_', '-')}"
        by_id[team] = replace(other, team=team)
    return tuple(by_id.values())


def day(number):
    return Ours("", "day", Decimal(number))


def always(number):
    return Ours("", "round-the-clock", Decimal(number))


@pytest.mark.parametrize("level", LEVELS, ids=lambda level: level.id)
def test_own_staffing_of_a_printed_level_reaches_exactly_that_level(level):
    found = reach(LEVELS, as_printed(level))
    assert found.level == level.level
    assert found.people == level.total
    if level is LEVELS[-1]:
        assert (found.next, found.lacks) == (None, ())


def test_nothing_staffed_reaches_no_level_and_lacks_the_whole_of_the_lowest():
    found = reach(LEVELS, ())
    assert (found.level, found.next, found.people) == (None, 0, 0)
    assert found.lacking == LEVELS[0].total
    assert {lack.team for lack in found.lacks} == {need.team for need in LEVELS[0].teams if need.mode != "none"}


def test_what_is_missing_names_people_and_shift():
    found = reach(LEVELS, level_1())
    assert found.next == 2
    lacks = {lack.team: (lack.people, lack.turns) for lack in found.lacks}
    # Table 1, Level 2: first response at all times (six people), second response two, forensics held.
    assert lacks == {FIRST: (4, True), SECOND: (1, False), "team.forensics": (0, True)}
    assert found.lacking == 5


def test_part_time_counts_as_its_fraction():
    almost = reach(LEVELS, level_1(first_response=day("1.99")))
    assert almost.level == 0
    assert almost.team(FIRST).lack.people == CENT
    assert reach(LEVELS, level_1(first_response=day("1.5"), operation=day("2.5"))).level == 0
    assert reach(LEVELS, level_1(first_response=day("2.0"))).level == 1


def test_one_at_all_times_takes_six_people():
    level_2 = dict.fromkeys(TEAMS)
    level_2 |= {each.team: each for each in as_printed(LEVELS[2])}
    for people, reached in (("5.99", 1), ("6", 2)):
        ours = {**level_2, FIRST: replace(level_2[FIRST], heads=Decimal(people))}.values()
        assert reach(LEVELS, ours).level == reached
    assert Ours(FIRST, "round-the-clock", Decimal("11.5")).present == 1
    assert Ours(FIRST, "round-the-clock", Decimal("5.5")).present == 0


def test_many_on_day_shifts_are_not_there_at_night():
    found = reach(LEVELS, level_1(first_response=day(20), second_response=day(2)))
    assert found.team(FIRST).level == 1
    assert (found.team(FIRST).lack.people, found.team(FIRST).lack.turns) == (0, True)


def test_people_round_the_clock_could_work_days():
    assert reach(LEVELS, level_1(first_response=always(2))).level == 1


def test_held_team_needs_somebody_who_does_its_work():
    held = Ours("", "held", held_by=SECOND)
    assert reach(LEVELS, level_1(vulnerability=held)).level == 1
    nobody = Ours("", "held", held_by="team.forensics")
    assert reach(LEVELS, level_1(vulnerability=nobody)).level is None
    assert reach(LEVELS, level_1(vulnerability=day("0.2"))).level == 1


def test_holding_the_work_of_a_level_that_asks_for_people_is_not_enough():
    assert reach(LEVELS, level_1(incident_response=Ours("", "held", held_by=SECOND))).level == 0


def test_teams_that_hold_each_other_are_held_by_nobody():
    circle = level_1(
        vulnerability=Ours("", "held", held_by="team.research"), research=Ours("", "held", held_by=VULNERABILITY)
    )
    found = reach(LEVELS, circle)
    assert found.level is None
    assert found.team(VULNERABILITY).done_by == ""


def test_who_stands_for_two_is_named_through_several_hands():
    chain = level_1(research=Ours("", "held", held_by=VULNERABILITY))
    found = reach(LEVELS, chain)
    assert found.team(INCIDENT).stands_for == (VULNERABILITY, "team.research")
    assert found.team("team.research").done_by == INCIDENT


def test_heads_count_only_as_far_as_people_are_trained():
    people = {FIRST: ("hana",), VULNERABILITY: ("ken",)}
    counted = {each.team: each for each in trained(level_1(), people)}
    assert (counted[FIRST].heads, counted[SECOND].heads) == (1, 0)
    assert counted[VULNERABILITY].mode == "held"
    assert counted["team.research"].mode == "none"
    assert reach(LEVELS, counted.values()).level is None


def test_more_trained_people_than_heads_are_not_more_heads():
    everybody = dict.fromkeys(TEAMS, ("a", "b", "c", "d", "e", "f", "g", "h"))
    assert trained(level_1(), everybody) == level_1()


def test_person_who_is_trained_for_several_teams_that_we_staff_is_held_double():
    people = {FIRST: ("hana", "ken"), SECOND: ("hana",), "team.forensics": ("ken",)}
    assert held_double(level_1(), people) == {"hana": (FIRST, SECOND)}


# -- laws -------------------------------------------------------------------------------------------------------------


def order(level):
    return -1 if level is None else level


@given(levels(), st.data(), heads)
def test_more_heads_never_lower_a_level(drawn, data, more):
    ours = data.draw(organisations(("a", "b", "c", "d")))
    at = data.draw(st.sampled_from([None, *(place for place, each in enumerate(ours) if each.own)]))
    if at is None:
        return
    grown = (*ours[:at], replace(ours[at], heads=ours[at].heads + more), *ours[at + 1 :])
    before, after = reach(drawn, ours), reach(drawn, grown)
    assert order(after.level) >= order(before.level)
    for one, other in zip(before.teams, after.teams, strict=True):
        assert order(other.level) >= order(one.level)


@given(levels())
def test_own_staffing_of_any_level_reaches_it(drawn):
    for level in drawn:
        found = reach(drawn, as_printed(level))
        assert order(found.level) >= level.level
        assert found.people == level.total


@given(levels(), st.data())
def test_what_is_missing_added_reaches_the_next_level(drawn, data):
    ours = data.draw(organisations(("a", "b", "c", "d")))
    found = reach(drawn, ours)
    if found.next is None:
        return
    added = {each.team: each for each in ours}
    for lack in found.lacks:
        now = added[lack.team]
        asked = of_need(lack.need)
        mode = asked.mode if lack.turns else now.mode
        added[lack.team] = Ours(lack.team, mode, now.own + lack.people, asked.held_by)
    assert order(reach(drawn, added.values()).level) >= found.next


@given(levels(), st.data())
def test_one_cent_less_than_what_is_missing_is_not_enough(drawn, data):
    ours = data.draw(organisations(("a", "b", "c", "d")))
    found = reach(drawn, ours)
    wanted = next((lack for lack in found.lacks if lack.people), None)
    if wanted is None:
        return
    added = {each.team: each for each in ours}
    for lack in found.lacks:
        asked, now = of_need(lack.need), added[lack.team]
        people = now.own + lack.people - (CENT if lack is wanted else 0)
        added[lack.team] = Ours(lack.team, asked.mode if lack.turns else now.mode, people, asked.held_by)
    level = next(each for each in drawn if each.level == found.next)
    still = {lack.team: lack for lack in reach((level,), added.values()).lacks}
    assert still[wanted.team].people == CENT


@given(levels(), st.data())
def test_level_in_all_is_one_that_every_team_meets(drawn, data):
    ours = data.draw(organisations(("a", "b", "c", "d")))
    found = reach(drawn, ours)
    if found.level is not None:
        level = next(each for each in drawn if each.level == found.level)
        assert reach((level,), ours).lacks == ()
        assert all(order(each.level) >= found.level for each in found.teams)
    assert found.people == sum(each.own for each in ours)


@given(st.data(), st.dictionaries(st.sampled_from("abcd"), st.sets(st.sampled_from("pqrst"))))
def test_trained_people_never_give_more_than_the_heads(data, people):
    drawn = data.draw(levels())
    ours = data.draw(organisations(("a", "b", "c", "d")))
    assert order(reach(drawn, trained(ours, people)).level) <= order(reach(drawn, ours).level)


def test_six_is_what_the_table_prints():
    always_there = next(need for need in LEVELS[2].teams if need.mode == "round-the-clock")
    assert always_there.people == PEOPLE_AT_ALL_TIMES * always_there.heads == 6
