"""Rules about time: every month, per year, a span without a hole. None of them depends on today's date."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from tui.curriculum.rule import Monthly, PerYear, SpanRule
from tui.progress.amounts import times
from tui.progress.months import last_day, month_of, months_between, strip
from tui.progress.numbers import at_least, at_most, resolve
from tui.progress.standing import GaugeUnit, Month, Standing
from tui.progress.work import Piece, Work, ids, written

YEAR = 12
"""Months of a year."""

LONGEST = 100 * YEAR
"""Months of the longest window: longer than a working life, so cutting a larger number to this never meets a rule."""


def monthly(rule: Monthly, work: Work) -> Standing:
    """Every month of a span has an entry (`nca` 4.1.5.4 #1).

    Of all windows of that many months in a row, the one with most covered months is shown; of equal ones, the latest.
    So it begins with a covered month and may reach beyond the last entry; then months to come are named as missing.
    While the number is unset, the twelve months up to the last entry are shown, and no month is named as missing.
    """
    counted, passed_over = work.supervised(rule.supervision)
    needed = resolve(rule.months, work.policy)
    covered = sorted({month_of(entry.day) for entry in counted})
    months: tuple[Month, ...] = ()
    done = len(covered)
    if covered and needed.value is None:
        months = strip(covered[-1] - YEAR + 1, covered[-1], _by_day(counted))
    elif covered and needed.value is not None:
        length = max(1, math.ceil(min(needed.value, LONGEST)))
        first = _best_window(covered, length)
        months = strip(first, first + length - 1, _by_day(counted))
        done = sum(1 for month in months if month.entries)
    missing = tuple(month.month for month in months if not month.entries) if needed.value is not None else ()
    gauge = at_least(GaugeUnit.MONTHS, done, needed)
    return Standing("monthly", gauge.met, (gauge,), ids(counted), ids(passed_over), months, missing)


def _best_window(covered: Sequence[int], length: int) -> int:
    """The first month of the latest window with most of the *covered* months, which are ascending, each once."""
    return max(covered, key=lambda first: (bisect_left(covered, first + length) - bisect_left(covered, first), first))


def per_year(rule: PerYear, work: Work) -> Standing:
    """Enough times inside some twelve months (`nca` 4.1.5.4 #2), counted in the best year; of equal ones, the latest.

    A year begins on any day.

    The strip shows the calendar months that this year touches, with the entries inside it.
    """
    counted, passed_over = work.supervised(rule.supervision)
    inside: Sequence[Piece] = ()
    months: tuple[Month, ...] = ()
    if counted:
        days = [entry.day for entry in counted]
        sums = [0]
        for entry in counted:
            sums.append(sums[-1] + entry.quantity)
        ends = {day: bisect_right(days, last_day(day, YEAR)) for day in days}
        first = max(ends, key=lambda day: (sums[ends[day]] - sums[bisect_left(days, day)], day))
        inside = counted[bisect_left(days, first) : ends[first]]
        months = strip(month_of(first), month_of(last_day(first, YEAR)), _by_day(inside))
    gauge = at_least(GaugeUnit.TIMES, times(inside), resolve(rule.at_least, work.policy))
    return Standing("per_year", gauge.met, (gauge,), ids(counted), ids(passed_over), months)


def _by_day(done: Sequence[Piece]) -> Iterator[tuple[date, int]]:
    """How many entries, with their day."""
    return ((each.day, written(each)) for each in done)


def span(rule: SpanRule, work: Work) -> Standing:
    """First to last entry cover the months without too long a hole (`nca` 4.2.5.4).

    A hole is the number of days from one entry to the next. Months are counted as by ``last_day``: 1 April to 31 March
    is a year. The longest run of entries without a hole above the limit is measured; of equal ones, the latest. While
    no limit is set all entries are one run, but then the rule isn't met.
    """
    counted, passed_over = work.supervised(rule.supervision)
    allowed = resolve(rule.hole, work.policy)
    days = sorted({entry.day for entry in counted})
    run = max(_runs(days, allowed.value), key=_length, default=[])
    length = months_between(run[0], run[-1]) if run else 0
    hole = max((later - earlier for earlier, later in pairwise(run)), default=timedelta())
    gauges = (
        at_least(GaugeUnit.MONTHS, length, resolve(rule.months, work.policy)),
        at_most(GaugeUnit.DAYS, hole.days, allowed),
    )
    return Standing("span", all(gauge.met for gauge in gauges), gauges, ids(counted), ids(passed_over))


def _length(run: Sequence[date]) -> tuple[int, timedelta, date]:
    """Sort key of a run of days: whole months, then days, then the later one."""
    return months_between(run[0], run[-1]), run[-1] - run[0], run[-1]


def _runs(days: Sequence[date], allowed: float | None) -> list[list[date]]:
    """*days* (ascending, each once) cut at every hole of more than *allowed* days."""
    runs: list[list[date]] = []
    for day in days:
        if runs and (allowed is None or (day - runs[-1][-1]).days <= allowed):
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs
