"""Ratios, compared exactly."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from progress_world import Settings, entry, printed, see

from tui.curriculum.rule import Number, Rate
from tui.progress.standing import GaugeUnit


def judged(hits, total, day="2026-01-05", **more):
    return entry(day, hits=hits, total=total, **more)


def test_both_the_number_of_cases_and_the_ratio_must_hold():
    rule = Rate(printed(200), printed(95))
    assert see(rule, [judged(190, 200)]).met
    assert not see(rule, [judged(199, 199)]).met
    assert not see(rule, [judged(189, 200)]).met


def test_k_of_n_is_added_up_and_entries_without_it_are_passed_over():
    work = [judged(23, 24, name="a"), judged(8, 12, "2026-01-06", name="b"), entry("2026-01-07", name="none")]
    seen = see(Rate(printed(30), printed(90)), work)
    assert [(gauge.unit, gauge.done) for gauge in seen.gauges] == [(GaugeUnit.CASES, 36), (GaugeUnit.PERCENT, 86.1)]
    assert (seen.counted, seen.passed_over) == (("a", "b"), ("none",))


@pytest.mark.parametrize(("hits", "met"), [(49, True), (50, False), (51, False)])
def test_an_error_rate_stays_strictly_below_its_limit(hits, met):
    seen = see(Rate(printed(1000), printed(5), below=True), [judged(hits, 1000)])
    assert seen.met is met
    assert (seen.gauges[1].at_most, seen.gauges[1].strict) == (True, True)


def test_nothing_judged_is_no_low_error_rate():
    assert not see(Rate(printed(0), printed(5), below=True), []).met
    seen = see(Rate(printed(0), printed(0)), [judged(0, 0)])
    assert (seen.met, seen.gauges[1].done) == (False, 0)


def test_the_percentage_shown_is_never_rounded_up_to_the_threshold():
    seen = see(Rate(printed(1), printed(95)), [judged(9499, 10000)])
    assert (seen.met, seen.gauges[1].done) == (False, 94.9)


def test_a_decimal_threshold_means_what_it_says():
    assert see(Rate(printed(1), Number(policy="k")), [judged(999, 1000)], policy=Settings({"k": 99.9})).met
    assert not see(Rate(printed(1), printed(99.9), below=True), [judged(999, 1000)]).met
    # 16.1 * 2000 is 32200.000000000004 in floating point.
    assert see(Rate(printed(1), printed(16.1)), [judged(322, 2000)]).met


def test_a_ratio_nobody_set_is_unset_and_not_met():
    seen = see(Rate(printed(1), Number(policy="k.ratio", wording="規定割合")), [judged(10, 10)])
    assert (seen.met, seen.unset, seen.gauges[0].met) == (False, ("k.ratio",), True)


@given(st.integers(1, 10**18), st.data(), st.integers(0, 1000), st.booleans())
def test_the_comparison_is_exact_at_any_size(total, data, tenths, below):
    edge = tenths * total // 1000
    hits = min(total, max(0, edge + data.draw(st.integers(-1, 1))))
    seen = see(Rate(printed(0), printed(tenths / 10), below=below), [judged(hits, total)])
    share = Fraction(hits, total)
    assert seen.met == (share < Fraction(tenths, 1000) if below else share >= Fraction(tenths, 1000))
