"""Calendar months and years as rules count them.

A month is an integer (year × 12 + month − 1), so that windows may reach beyond the years that ``date`` knows.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import MAXYEAR, date

from tui.progress.standing import Month


def month_of(day: date) -> int:
    """The month that *day* lies in."""
    return day.year * 12 + day.month - 1


def month_name(month: int) -> str:
    """``2026-11``."""
    return f"{month // 12:04}-{month % 12 + 1:02}"


def strip(first: int, last: int, days: Iterable[date]) -> tuple[Month, ...]:
    """The months from *first* to *last*, both included, each with how many of *days* lie in it."""
    entries = dict.fromkeys(range(first, last + 1), 0)
    for day in days:
        if (month := month_of(day)) in entries:
            entries[month] += 1
    return tuple(Month(month_name(month), count) for month, count in entries.items())


def months_later(day: date, months: int) -> date:
    """The same day *months* later, or the last one of that month where it is shorter (01-31 and one month: 02-28).

    The end of time stands for everything beyond it.
    """
    from calendar import monthrange  # noqa: PLC0415 - it reads the locale, and few rules count months

    year, month = divmod(month_of(day) + months, 12)
    if year > MAXYEAR:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def months_between(first: date, last: date) -> int:
    """How many whole months have passed from *first* to *last* (01-31 to 02-28: one)."""
    months = month_of(last) - month_of(first)
    return months if months_later(first, months) <= last else months - 1
