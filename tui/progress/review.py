"""What people said about a claim, and what of it counts.

Pure functions of the set of events: the order in which they arrived makes no difference. Whether somebody may decide
(the roster) and whether a signature is valid is asked of ``Counts``. What the entries prove is computed in
``tui.progress.rules``; neither overwrites the other.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final, Protocol, TypeAlias

from tui.journal.clock import rank
from tui.journal.event import Claim, EventHash, EventOrder
from tui.journal.review import Decision, Reopening, Signoff, Verdict
from tui.record import record

_NOTHING: Final[Mapping[str, object]] = MappingProxyType({})


@record
class Refusal:
    """Why a decision doesn't count.

    Args:
        key: of the message that says it.
        fields: what that message names.
        because: the refusal that caused this one; the message names it as ``why``.
    """

    key: str
    fields: Mapping[str, object] = _NOTHING
    because: Refusal | None = None


SaidAt: TypeAlias = tuple[int, int, str]
"""Sort key among the events about the same matter: the newest has the largest."""


class Spoken(Protocol):
    """An event that can replace another one."""

    @property
    def id(self) -> EventHash:
        """Hash of its event."""

    @property
    def clock(self) -> int:
        """Its logical clock."""

    @property
    def over(self) -> str:
        """Hash of the event that it replaces, or empty."""

    @property
    def order(self) -> EventOrder:
        """Its sort key by clock and hash."""


Counts: TypeAlias = Callable[[Decision], Refusal | None]
"""Gives the reason why a decision doesn't count; None where it counts."""


class ClaimStage(StrEnum):
    """Where a claim is on its way."""

    WAITING = "waiting"
    CONFIRMED = "confirmed"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"


@record
class Ignored:
    """A decision that doesn't count, and why."""

    decision: Decision
    why: Refusal


@record
class Round:
    """One claim with what was decided on it.

    Args:
        claim: what was claimed.
        stage: where it is.
        decision: the decision that is valid now, or None.
        ignored: decisions that don't count.
        before: decisions that were valid until a later one replaced them, oldest first.
    """

    claim: Claim
    stage: ClaimStage
    decision: Decision | None = None
    ignored: tuple[Ignored, ...] = ()
    before: tuple[Decision, ...] = ()

    @property
    def taken_back(self) -> int | None:
        """When the trainee withdrew the claim, in milliseconds, without knowing of the decision; else None."""
        return self.claim.withdrawn[0] if self.claim.withdrawn is not None and self.decision is not None else None


def counts_always(_decision: Decision) -> None:
    """Every decision counts: for use without a roster. The journal refuses decisions on one's own claims anyway."""


def none_signed() -> Iterable[Signoff]:
    """No STEP is signed."""
    return ()


def rounds(
    claims: Iterable[Claim],
    decisions: Iterable[Decision],
    counts: Counts = counts_always,
    signoffs: Callable[[], Iterable[Signoff]] = none_signed,
) -> tuple[Round, ...]:
    """Each of *claims* with what was decided on it, in the order of the claims.

    The newest decision that counts is valid, so a confirmed claim can still be returned. It is valid even if the
    trainee has withdrawn the claim: ikusei refuses that after a decision, so the trainee didn't know of the decision.
    A confirmed claim that a signed STEP rests on can be returned only after the STEP was opened again.

    Args:
        claims: what was claimed.
        decisions: what was decided on them, in any order.
        counts: gives the reason why a decision doesn't count.
        signoffs: gives the sign-offs that count, each with the reopenings that count; called only where a confirmed
            claim was returned.
    """
    by_claim: dict[str, list[Decision]] = {}
    for decision in decisions:
        by_claim.setdefault(decision.claim, []).append(decision)
    return tuple(_round(claim, by_claim.get(claim.id, ()), counts, signoffs) for claim in sorted(claims, key=_order))


def _round(
    claim: Claim, decisions: Collection[Decision], counts: Counts, signoffs: Callable[[], Iterable[Signoff]]
) -> Round:
    holding: Decision | None = None
    before: list[Decision] = []
    ignored: list[Ignored] = []
    places = placed(decisions)
    for decision in sorted(decisions, key=lambda each: places[each.id]):
        # Else a mentor of one role could decide on a claim of another role, by naming a criterion of their own role.
        is_other = (decision.trainee, decision.item) != (claim.trainee, claim.item)
        why = Refusal("screens.review.why.other-item") if is_other else counts(decision)
        if why is None and holding is not None and _is_signed_for(holding, decision, places[decision.id], signoffs):
            why = Refusal("screens.review.why.step-signed")
        if why is not None:
            ignored.append(Ignored(decision, why))
            continue
        if holding is not None:
            before.append(holding)
        holding = decision
    if holding is None:
        stage = ClaimStage.WAITING if claim.withdrawn is None else ClaimStage.WITHDRAWN
    else:
        stage = ClaimStage.CONFIRMED if holding.verdict is Verdict.CONFIRMED else ClaimStage.RETURNED
    return Round(claim, stage, holding, tuple(ignored), tuple(before))


def placed(said: Collection[Spoken]) -> dict[str, SaidAt]:
    """By hash, the sort key of each of *said*: by its clock, but never before the event that it replaces."""
    by_id = {str(each.id): each for each in said}
    places: dict[str, SaidAt] = {}
    for each in said:
        over = [each]
        while over[-1].id not in places and over[-1].over in by_id:
            over.append(by_id[over[-1].over])
        for one in reversed(over):
            at = (one.order[0], one.clock, one.id)
            before = places.get(one.over)
            places[one.id] = at if before is None else max(at, (before[0] + 1, one.clock, one.id))
    return places


def _is_signed_for(
    holding: Decision, decision: Decision, at: SaidAt, signoffs: Callable[[], Iterable[Signoff]]
) -> bool:
    """Whether a STEP that rests on the confirmation *holding* was signed when *decision*, at *at*, would return it.

    A reopening always counts as later than its sign-off, whatever the clocks say.
    """
    if holding.verdict is not Verdict.CONFIRMED or decision.verdict is not Verdict.RETURNED:
        return False
    return any(
        holding.id in each.decisions
        and _place(each) < at
        and not any(max(_place(again), (each.order[0] + 1, again.clock, again.id)) < at for again in each.reopened)
        for each in signoffs()
    )


def _place(said: Signoff | Reopening) -> SaidAt:
    return said.order[0], said.clock, said.id


def _order(claim: Claim) -> tuple[int, str]:
    return rank(claim.clock), claim.id


class Shift(StrEnum):
    """In what way something that a claim rests on has changed since the claim."""

    ENTRY = "entry"
    GONE = "gone"
    NUMBER = "number"
    POINT = "point"
    WORDING = "wording"
    UNSAID_NUMBER = "unsaid-number"
    UNSAID_POINT = "unsaid-point"
    UNSAID_WORDING = "unsaid-wording"


@record
class Drift:
    """One change, since the claim, of something that it rests on.

    Args:
        shift: in what way.
        what: id of the entry or point, key of the policy, or empty.
        before: the former value, where there is one.
        after: the present value; for an entry the hash of its newest event, for a wording its digest, so that two
            different changes never look equal.
    """

    shift: Shift
    what: str = ""
    before: str = ""
    after: str = ""


@record
class Ground:
    """The present state of what a claim rests on, to compare the claim with.

    Args:
        states: by entry of the claim, the hash of the event with its present content; undone entries are left out.
        numbers: the policy values by key, as text.
        ticked: ids of the ticked points.
        wording: digest of what the pack asks now.
        asked: keys of the numbers that a claim has to name.
        points: ids of the points that a claim has to name.
    """

    states: Mapping[str, str]
    numbers: Mapping[str, str]
    ticked: frozenset[str]
    wording: str
    asked: tuple[str, ...] = ()
    points: tuple[str, ...] = ()


def moved(claim: Claim, now: Ground) -> tuple[Drift, ...]:
    """What has changed of all that *claim* rests on since it was made; empty where nothing has.

    A number or point that the claim should name, and doesn't, could change unseen, so it counts as changed at once.
    """
    found = []
    for entry in claim.entries:
        if entry not in now.states:
            found.append(Drift(Shift.GONE, entry))
        elif claim.states.get(entry, entry) != now.states[entry]:
            found.append(Drift(Shift.ENTRY, entry, after=now.states[entry]))
    for key, value in claim.policy.items():
        if now.numbers.get(key, "") != value:
            found.append(Drift(Shift.NUMBER, key, value, now.numbers.get(key, "")))
    found += [Drift(Shift.POINT, point) for point in claim.points if point not in now.ticked]
    if claim.wording != now.wording:
        found.append(Drift(Shift.WORDING if claim.wording else Shift.UNSAID_WORDING, after=now.wording))
        # Another edition may ask for other numbers and points: then the change of the wording is already reported.
        if claim.wording:
            return tuple(found)
    unsaid = (key for key in now.asked if key not in claim.policy)
    found += [Drift(Shift.UNSAID_NUMBER, key, after=now.numbers.get(key, "")) for key in unsaid]
    found += [Drift(Shift.UNSAID_POINT, point) for point in now.points if point not in claim.points]
    return tuple(found)
