"""The present assessment of each duty of an organisation, its score, and how far it is from its target.

Pure functions. A score comes only from how a duty is done and at which level; a note never changes it. Values that
nobody has given are unset, and nothing is computed from them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from tui.journal.assessment import Assessment, Columns, How, Mark, WantedPattern
from tui.progress.coverage import Coverage
from tui.record import record

SaidOfDuty = TypeVar("SaidOfDuty", Assessment, Columns)

OWN_WORK = frozenset({How.INHOUSE, How.SHARED})
"""Ways to do a duty that take people of one's own."""
MANY = 2
"""A gap of so many levels or more is a large one."""


@record
class Gap:
    """How far a duty is from its target.

    Args:
        level: score of the target minus score of now; None where one of them is unset.
        people: level of the target minus the highest STEP that is signed for anybody for this duty; None where the
            target has no level, or needs no people of one's own.
    """

    level: int | None
    people: int | None


NO_GAP = Gap(None, None)
"""The gap of a duty that nobody has assessed."""


def current(said: Iterable[SaidOfDuty]) -> dict[str, SaidOfDuty]:
    """By duty, the newest by clock and hash, in whatever order the events arrived."""
    found: dict[str, SaidOfDuty] = {}
    for each in said:
        if each.duty not in found or found[each.duty].order < each.order:
            found[each.duty] = each
    return found


def history(said: Iterable[SaidOfDuty], duty: str) -> list[SaidOfDuty]:
    """Everything said about a duty, newest first."""
    return sorted((each for each in said if each.duty == duty), key=lambda each: each.order, reverse=True)


def wanted_now(said: Iterable[WantedPattern]) -> str:
    """The id of the pattern that is wanted now, or empty."""
    newest = max(said, key=lambda each: each.order, default=None)
    return newest.pattern if newest else ""


def score(mark: Mark) -> int | None:
    """The level that a mark stands for: 0 where it isn't done, None where nobody has said how or how well."""
    if mark.how is How.NONE:
        return 0
    return mark.level or None


def gap(said: Assessment | None, covered: Coverage | None) -> Gap:
    """How far a duty is from its target, in level and in people."""
    if said is None:
        return NO_GAP
    now, target = score(said.now), score(said.target)
    level = None if now is None or target is None else target - now
    if not target or said.target.how not in OWN_WORK:
        return Gap(level, None)
    return Gap(level, target - highest_step(covered))


def highest_step(covered: Coverage | None) -> int:
    """The highest STEP that is signed for anybody for a duty; 0 where there is none."""
    return max((step for step, people in covered.people.items() if people), default=0) if covered else 0
