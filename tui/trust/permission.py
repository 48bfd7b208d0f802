"""Who may review whose claims, and sign whose STEPs: pure functions from a roster and a moment to an answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from tui.record import record
from tui.trust.roster import Mentoring, Roster

_NOTHING: Final[Mapping[str, object]] = MappingProxyType({})


class Allowance(StrEnum):
    """Whether somebody may."""

    ALLOWED = "allowed"
    NOT_NAMED = "not-named"
    NOT_THEN = "not-then"
    ONESELF = "oneself"


@record
class Permission:
    """Whether somebody may, and why.

    Args:
        answer: whether they may.
        reason: message key that says why, also where it is allowed (for example because there is no roster).
        fields: what that message names.
    """

    answer: Allowance
    reason: str
    fields: Mapping[str, object] = _NOTHING

    @property
    def is_allowed(self) -> bool:
        """Whether it is allowed."""
        return self.answer is Allowance.ALLOWED


def may_decide(
    roster: Roster | None, author: str, trainee: str, role: str, at: datetime, *, as_evaluator: bool
) -> Permission:
    """Whether *author* may decide on a claim of *trainee*, or sign a STEP of theirs.

    Args:
        roster: who mentors whom; None: there is none, and anybody but the trainee may.
        author: id of who decides or signs.
        trainee: id of whose claim or STEP it is.
        role: the role of the criterion or STEP; empty for basic education and STEP 0, which any mentor of the trainee
            may review.
        at: when it was recorded, with its time zone.
        as_evaluator: whether it is the final sign-off, for which the roster must name an evaluator.
    """
    if roster is not None:
        author, trainee = roster.one(author), roster.one(trainee)
    if author == trainee:
        return Permission(Allowance.ONESELF, "trust.oneself")
    if roster is None:
        return Permission(Allowance.ALLOWED, "trust.no_roster")
    names: dict[str, object] = {"mentor": roster.label(author), "trainee": roster.label(trainee), "role": role}
    own = [each for each in roster.mentorings if each.mentor == author and each.is_for(trainee, "")]
    named = [each for each in own if each.is_for(trainee, role)]
    if not named:
        return Permission(Allowance.NOT_NAMED, "trust.not_for_role" if own else "trust.not_mentor", names)
    if as_evaluator:
        named = [each for each in named if each.evaluator]
        if not named:
            return Permission(Allowance.NOT_NAMED, "trust.not_evaluator", names)
    return _on_that_day(named, roster.day(at), names)


def _on_that_day(named: Sequence[Mentoring], day: date, names: Mapping[str, object]) -> Permission:
    if any(each.covers(day) for each in named):
        return Permission(Allowance.ALLOWED, "trust.named", names)
    over = [each.until for each in named if each.until is not None and each.until < day]
    if over:
        return Permission(Allowance.NOT_THEN, "trust.no_longer", {**names, "day": day, "until": max(over)})
    coming = min(each.since for each in named if each.since is not None)
    return Permission(Allowance.NOT_THEN, "trust.not_yet", {**names, "day": day, "since": coming})
