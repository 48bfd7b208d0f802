"""What is about to run out: a month without its report, a hole in a span of practice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from tui.curriculum.model import Criterion
from tui.curriculum.rule import Monthly, Rule, SpanRule
from tui.workbook.standings.today import Deadline
from tui.workbook.standings.views import CriterionView, NewestEntries

SOON = 14
"""A hole in a span shows on Today when so many days or fewer are left before it is longer than allowed."""
LOOK_BACK = 50
"""How many of the newest entries are searched for the last one that counts."""

Newest = Callable[[Criterion, int], NewestEntries]


def has_deadline(rule: Rule) -> bool:
    """Whether a rule can run out at all."""
    return isinstance(rule, (Monthly, SpanRule))


def deadline_of(view: CriterionView, newest: Newest, today: date) -> Deadline | None:
    """The deadline of a criterion, or None where nothing runs out.

    Args:
        view: the criterion; one whose rule holds already, or that has no entry yet, has no deadline.
        newest: gives its newest entries.
        today: the current day.
    """
    if view.standing.met or not any(gauge.done for gauge in view.standing.gauges):
        return None
    match view.criterion.rule:
        case Monthly():
            return _month(view, today)
        case SpanRule():
            found = newest(view.criterion, LOOK_BACK)
            days = [entry.day for entry in found.entries if entry.id not in found.uncounted]
            return _hole(view, max(days), today) if days else None
        case _:
            return None


def _month(view: CriterionView, today: date) -> Deadline | None:
    from calendar import monthrange  # it reads the locale, and few rules count months

    month = f"{today:%Y-%m}"
    if any(mark.month == month and mark.entries for mark in view.standing.months):
        return None
    left = monthrange(today.year, today.month)[1] - today.day
    return Deadline(view, month=month, last=None, days=left)


def _hole(view: CriterionView, last: date, today: date) -> Deadline | None:
    allowed = next((gauge.needed for gauge in view.standing.gauges if gauge.at_most), None)
    if allowed is None:
        return None
    left = int(allowed) - (today - last).days
    return Deadline(view, month="", last=last, days=left) if 0 <= left <= SOON else None
