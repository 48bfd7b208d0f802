"""Calendar months and years as rules count them.

A month is an integer (year × 12 + month − 1), so that windows may reach beyond the years that ``date`` knows.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import MAXYEAR, date, timedelta

from tui.progress.standing import Month


def month_of(day: date) -> int:
    """The month that *day* lies in."""
    return day.year * 12 + day.month - 1


def month_name(month: int) -> str:
    """``2026-11``."""
    return f"{month // 12:04}-{month % 12 + 1:02}"


def strip(first: int, last: int, entries: Iterable[tuple[date, int]]) -> tuple[Month, ...]:
    """The months from *first* to *last*, both included, each with how many *entries*, by day, lie in it."""
    counts = dict.fromkeys(range(first, last + 1), 0)
    for day, count in entries:
        if (month := month_of(day)) in counts:
            counts[month] += count
    return tuple(Month(month_name(month), count) for month, count in counts.items())


def last_day(first: date, months: int) -> date:
    """The last day of *months* that begin with *first*: 1 April and twelve months end on 31 March.

    A period ends as in Japanese law (民法 143): on the day before the one that corresponds to the first; where the last
    month has no such day, on the last day of that month (31 January and one month: 28 February). A day beyond
    ``date.max`` gives ``date.max``.
    """
    from calendar import monthrange  # it reads the locale, and few rules count months

    year, month = divmod(month_of(first) + months, 12)
    if year > MAXYEAR:
        return date.max
    longest = monthrange(year, month + 1)[1]
    if first.day > longest:
        return date(year, month + 1, longest)
    return date(year, month + 1, first.day) - timedelta(days=1)


def months_between(first: date, last: date) -> int:
    """How many whole months there are from *first* to *last*, both included (04-01 to 04-30: one)."""
    most = month_of(last) - month_of(first) + 1
    return next(
        (months for months in (most, most - 1) if months > 0 and last_day(first, months) <= last), max(0, most - 2)
    )
