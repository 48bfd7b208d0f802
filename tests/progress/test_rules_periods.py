"""Months, sliding years, spans with holes; each also against a slow and obvious computation."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from progress_world import Settings, days, entry, printed, see

from tui.curriculum.rule import Monthly, Number, PerYear, SpanRule
from tui.progress.months import last_day, months_between
from tui.progress.standing import GaugeUnit, Month


def in_months(*months):
    return [entry(f"{month}-15") for month in months]


def test_monthly_names_the_month_that_was_left_out():
    seen = see(Monthly(printed(4)), in_months("2026-08", "2026-09", "2026-11", "2026-11"))
    assert not seen.met
    assert seen.missing == ("2026-10",)
    assert seen.months == (Month("2026-08", 1), Month("2026-09", 1), Month("2026-10", 0), Month("2026-11", 2))
    assert (seen.gauges[0].unit, seen.gauges[0].done, seen.gauges[0].needed) == (GaugeUnit.MONTHS, 3, 4)


def test_monthly_looks_ahead_to_the_months_that_are_still_to_come():
    seen = see(Monthly(printed(3)), in_months("2025-12"))
    assert seen.missing == ("2026-01", "2026-02")


def test_monthly_keeps_the_best_window_after_work_stopped_and_began_again():
    year = [f"2025-{month:02}" for month in range(1, 13)]
    seen = see(Monthly(printed(12)), in_months(*year, "2026-06"))
    assert seen.met
    assert [month.month for month in seen.months] == year
    assert seen.missing == ()


def test_monthly_shows_the_latest_of_equally_good_windows():
    seen = see(Monthly(printed(2)), in_months("2025-01", "2025-02", "2025-07", "2025-08"))
    assert [month.month for month in seen.months] == ["2025-07", "2025-08"]


def test_monthly_without_a_number_shows_the_last_year_and_is_never_met():
    seen = see(Monthly(Number(policy="k")), in_months("2024-01", "2026-02"))
    assert (seen.met, seen.missing, seen.unset) == (False, (), ("k",))
    assert len(seen.months) == 12
    assert (seen.months[0].month, seen.months[-1]) == ("2025-03", Month("2026-02", 1))


def test_no_entries_have_no_strip():
    for rule in (
        Monthly(printed(12)),
        Monthly(Number(policy="k")),
        PerYear(printed(4)),
        SpanRule(printed(12), printed(30)),
    ):
        seen = see(rule, [])
        assert (seen.met, seen.months, seen.missing, seen.gauges[0].done) == (False, (), (), 0)


def test_an_absurd_number_of_months_is_not_met_and_not_drawn_for_ever():
    seen = see(Monthly(Number(policy="k")), in_months("2026-01"), policy=Settings({"k": 1e300}))
    assert not seen.met
    assert len(seen.months) == 1200


@given(st.lists(days, max_size=30), st.integers(1, 15))
def test_monthly_agrees_with_trying_every_window(when, length):
    seen = see(Monthly(printed(length)), [entry(day) for day in when])
    covered = {day.year * 12 + day.month for day in when}
    window = range(min(covered, default=0) - length, max(covered, default=0) + 1)
    assert seen.gauges[0].done == max(len(covered & set(range(first, first + length))) for first in window)
    assert seen.met == any(covered >= set(range(first, first + length)) for first in window)
    if when:
        assert len(seen.months) == length
        assert len(seen.missing) == length - seen.gauges[0].done


def test_a_year_ends_the_day_before_it_comes_round_again():
    rule = PerYear(printed(2))
    assert see(rule, [entry("2025-04-01"), entry("2026-03-31")]).met
    assert not see(rule, [entry("2025-04-01"), entry("2026-04-01")]).met


def test_a_leap_year_has_366_days():
    assert see(PerYear(printed(2)), [entry("2024-01-01"), entry("2024-12-31")]).met
    assert see(PerYear(printed(2)), [entry("2024-02-29"), entry("2025-02-28")]).met
    assert not see(PerYear(printed(2)), [entry("2024-02-29"), entry("2025-03-01")]).met


def test_per_year_shows_the_months_of_the_best_year():
    work = [entry("2024-05-10"), entry("2025-04-20", quantity=2), entry("2025-06-01"), entry("2026-04-19")]
    seen = see(PerYear(printed(4)), work)
    assert seen.met
    assert (seen.months[0], seen.months[-1]) == (Month("2025-04", 1), Month("2026-04", 1))
    assert len(seen.months) == 13
    assert len(seen.counted) == 4


@given(st.lists(st.tuples(days, st.integers(1, 4)), max_size=20))
def test_per_year_agrees_with_trying_every_day(work):
    seen = see(PerYear(printed(4)), [entry(day, quantity=times) for day, times in work])
    best = 0
    for first, _ in work:
        best = max(best, sum(times for day, times in work if first <= day <= walked(first, 12)))
    assert seen.gauges[0].done == best


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        ("2025-04-01", "2026-03-31", 12),
        ("2025-04-01", "2026-03-30", 11),
        ("2025-01-01", "2025-12-31", 12),
        ("2026-03-15", "2026-04-14", 1),
        ("2026-03-15", "2026-04-13", 0),
        ("2026-01-31", "2026-02-28", 1),
        ("2026-01-31", "2026-02-27", 0),
        ("2026-03-31", "2026-04-30", 1),
        ("2024-02-29", "2025-02-28", 12),
        ("2023-03-01", "2024-02-29", 12),
        ("2023-03-01", "2024-02-28", 11),
        ("2026-02-28", "2026-03-27", 1),
        ("2026-05-05", "2026-05-05", 0),
    ],
)
def test_a_month_is_whole_the_day_before_its_day_comes_round_or_when_its_month_ends(first, last, months):
    seen = see(SpanRule(printed(months or 1), printed(500)), [entry(first), entry(last)])
    assert (seen.gauges[0].done, seen.met) == (months, months > 0)


def test_a_business_year_of_work_is_a_year():
    work = [entry(date(2025, 4, 1) + timedelta(7 * week)) for week in range(52)] + [entry("2026-03-31")]
    assert see(SpanRule(printed(12), printed(7)), work).met
    assert see(Monthly(printed(12)), work).met
    assert see(PerYear(printed(53)), work).met


@given(st.dates(date(1999, 1, 1), date(2101, 12, 31)), st.integers(1, 30))
def test_a_period_ends_where_walking_the_calendar_day_by_day_ends_it(first, months):
    assert last_day(first, months) == walked(first, months)
    assert months_between(first, walked(first, months)) == months
    assert months_between(first, walked(first, months) - timedelta(1)) == months - 1


def test_a_hole_as_long_as_the_policy_allows_is_allowed_and_a_day_more_is_not():
    work = [entry("2026-01-01"), entry("2026-01-31"), entry("2026-02-27")]
    seen = see(SpanRule(printed(1), Number(policy="k")), work, policy=Settings({"k": 30}))
    assert seen.met
    assert [(gauge.unit, gauge.done, gauge.needed) for gauge in seen.gauges] == [
        (GaugeUnit.MONTHS, 1, 1),
        (GaugeUnit.DAYS, 30, 30),
    ]
    assert seen.gauges[1].at_most
    broken = see(SpanRule(printed(1), Number(policy="k")), work, policy=Settings({"k": 29}))
    assert not broken.met
    assert [gauge.done for gauge in broken.gauges] == [0, 27]


def test_a_span_whose_hole_nobody_limited_shows_the_largest_hole_and_is_not_met():
    seen = see(SpanRule(printed(6), Number(policy="k.hole")), [entry("2025-01-01"), entry("2026-01-01")])
    assert (seen.met, seen.unset) == (False, ("k.hole",))
    assert [gauge.done for gauge in seen.gauges] == [12, 365]


@given(st.lists(days, max_size=25), st.integers(0, 120))
def test_span_agrees_with_trying_every_pair_of_days(when, allowed):
    seen = see(SpanRule(printed(3), printed(allowed)), [entry(day) for day in when])
    best, marks = 0, sorted(set(when))
    for start, first in enumerate(marks):
        for end in range(start, len(marks)):
            if any((marks[at + 1] - marks[at]).days > allowed for at in range(start, end)):
                break
            months = 0
            while walked(first, months + 1) <= marks[end]:
                months += 1
            best = max(best, months)
    assert seen.gauges[0].done == best
    assert seen.met == (best >= 3)
    assert seen.gauges[1].done <= allowed


def walked(first, months):
    """The slow way: day by day to the day before the first one comes round, or to the end of a month without it."""
    year, month = first.year + (first.month - 1 + months) // 12, (first.month - 1 + months) % 12 + 1
    day = first
    while True:
        after = day + timedelta(1)
        if (after.year, after.month, after.day) == (year, month, first.day) or (after.year, after.month) > (
            year,
            month,
        ):
            return day
        day = after


def test_the_end_of_time_is_survived():
    for rule in (Monthly(printed(12)), PerYear(printed(4)), SpanRule(printed(12), printed(30))):
        for day in (date.min, date.min + timedelta(40), date.max):
            assert not see(rule, [entry(day)]).met
