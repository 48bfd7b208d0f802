"""What holds for every rule, whatever was logged."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from progress_world import (
    CASES,
    CRITERION,
    Settings,
    by_day,
    entry_lists,
    numbers,
    printed,
    rules,
    see,
    settings_of_someone,
    tick_sets,
)

from tui.curriculum.rule import All, AnyOf, Cases, Count, Monthly, NoFindings, Number, PerYear, Rate, SpanRule, Taught
from tui.progress.encoding import decode, encode
from tui.progress.rules import reads_each_entry
from tui.progress.standing import without_entries

GROWING = [Count, Taught, PerYear, Monthly]
UNSET = Number(example=1, policy="nobody.set.this")


@given(st.sampled_from(GROWING), numbers, entry_lists, settings_of_someone)
def test_another_entry_never_takes_anything_away(kind, number, work, policy):
    rule = kind(number)
    before, after = see(rule, work[1:], policy=policy), see(rule, work, policy=policy)
    assert after.gauges[0].done >= before.gauges[0].done
    assert after.met >= before.met


@given(entry_lists)
def test_another_entry_never_opens_a_case_again(work):
    before, after = see(Cases(CASES), work[1:]), see(Cases(CASES), work)
    assert set(after.missing) <= set(before.missing)
    assert after.met >= before.met


@given(entry_lists, st.integers(0, 200))
def test_another_entry_never_makes_a_span_shorter(work, hole):
    rule = SpanRule(printed(6), printed(hole))
    before, after = see(rule, work[1:]), see(rule, work)
    assert after.gauges[0].done >= before.gauges[0].done
    assert after.met >= before.met


@given(rules.filter(lambda rule: not reads_each_entry(rule)), entry_lists, tick_sets, settings_of_someone)
def test_what_entries_come_to_by_day_says_the_same_as_the_entries(rule, work, ticks, policy):
    entries = without_entries(see(rule, work, ticks=ticks, policy=policy))
    assert without_entries(see(rule, by_day(work), ticks=ticks, policy=policy)) == entries


@given(rules, entry_lists, st.data(), tick_sets, settings_of_someone)
def test_the_order_of_entries_never_matters(rule, work, data, ticks, policy):
    shuffled = data.draw(st.permutations(work))
    assert see(rule, work, ticks=ticks, policy=policy) == see(rule, shuffled, ticks=ticks, policy=policy)


@pytest.mark.parametrize(
    "rule",
    [
        Count(UNSET),
        Taught(UNSET),
        Monthly(UNSET),
        PerYear(UNSET),
        SpanRule(UNSET, printed(1000)),
        SpanRule(printed(0), UNSET),
        Rate(UNSET, printed(0)),
        Rate(printed(0), UNSET),
        NoFindings(UNSET),
        All((Count(printed(0)), Count(UNSET))),
        AnyOf((Taught(UNSET), Count(UNSET))),
    ],
)
@given(work=entry_lists, ticks=tick_sets)
def test_an_unset_number_never_passes(rule, work, ticks):
    seen = see(rule, work, ticks=ticks)
    assert not seen.met
    assert seen.unset == ("nobody.set.this",)


@given(rules, entry_lists, tick_sets, settings_of_someone)
def test_a_gauge_without_a_number_is_never_met(rule, work, ticks, policy):
    seen = see(rule, work, ticks=ticks, policy=policy)
    for gauge in seen.gauges:
        assert (gauge.origin == "unset") == (gauge.needed is None)
        assert not (gauge.met and gauge.needed is None)


@given(st.lists(rules, min_size=2, max_size=3), entry_lists, tick_sets, settings_of_someone)
def test_all_holds_exactly_when_each_part_holds_and_any_when_one_does(parts, work, ticks, policy):
    alone = [see(part, work, ticks=ticks, policy=policy) for part in parts]
    together = see(All(tuple(parts)), work, ticks=ticks, policy=policy)
    either = see(AnyOf(tuple(parts)), work, ticks=ticks, policy=policy)
    assert list(together.parts) == list(either.parts) == alone
    assert together.met == all(part.met for part in alone)
    assert either.met == any(part.met for part in alone)
    assert any(together.gauges == part.gauges and (together.met or not part.met) for part in alone)
    assert any(either.gauges == part.gauges and part.met == either.met for part in alone)


@given(rules, entry_lists, tick_sets, settings_of_someone)
def test_every_entry_of_the_criterion_counts_or_is_passed_over(rule, work, ticks, policy):
    seen = see(rule, work, ticks=ticks, policy=policy)
    assert not set(seen.counted) & set(seen.passed_over)
    named = {entry.id for entry in work if CRITERION in entry.items}
    assert named <= {*seen.counted, *seen.passed_over}


@given(rules, entry_lists, tick_sets, settings_of_someone)
def test_a_standing_comes_back_from_its_encoding_as_it_was(rule, work, ticks, policy):
    seen = see(rule, work, ticks=ticks, policy=policy)
    assert decode(encode(seen)) == seen


@given(st.sampled_from(GROWING), entry_lists, st.floats(0, 50))
def test_a_policy_number_with_decimals_works_like_any_other(kind, work, needed):
    seen = see(kind(Number(policy="k")), work, policy=Settings({"k": needed}))
    assert seen.met == (seen.gauges[0].done >= needed)
    assert decode(encode(seen)) == seen


@pytest.mark.parametrize(
    "text", ["", "[]", "7", "{}", '{"rule":"count","met":true,"gauges":[{"unit":"parsecs"}]}', "x"]
)
def test_what_is_no_standing_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011 - JSONDecodeError is one too
        decode(text)


def test_a_standing_is_kept_without_its_defaults():
    seen = see(Count(Number(policy="k")), [])
    assert encode(seen) == (
        '{"rule":"count","met":false,"gauges":[{"unit":"times","done":0,"needed":null,"met":false,'
        '"origin":"unset","policy":"k"}]}'
    )
