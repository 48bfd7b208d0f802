"""What people said about a claim, and what of it counts.

Pure: a function of what was said, whoever heard it in which order. Whether somebody may decide (the roster), and
whether a signature holds, is asked of ``Counts``; what the entries prove is ``tui.progress.rules``. Neither overwrites
the other.
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
    """Why something that was said counts for nothing.

    Args:
        key: of the message that says it.
        fields: what that message names.
        because: what stands behind it: the message names it as ``why``.
    """

    key: str
    fields: Mapping[str, object] = _NOTHING
    because: Refusal | None = None


SaidAt: TypeAlias = tuple[int, int, str]
"""Where something stands among what is said about the same matter."""


class Spoken(Protocol):
    """Something that can take the place of another."""

    @property
    def id(self) -> EventHash:
        """Hash of its event."""

    @property
    def clock(self) -> int:
        """Its logical clock."""

    @property
    def over(self) -> str:
        """Hash of what it takes the place of."""

    @property
    def order(self) -> EventOrder:
        """Where its clock puts it."""


Counts: TypeAlias = Callable[[Decision], Refusal | None]
"""Why a decision counts for nothing; None where it counts."""


class ClaimStage(StrEnum):
    """Where a claim is on its way."""

    WAITING = "waiting"
    CONFIRMED = "confirmed"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"


@record
class Ignored:
    """A decision that counts for nothing, and why."""

    decision: Decision
    why: Refusal


@record
class Round:
    """One claim with what was decided on it.

    Args:
        claim: what was claimed.
        stage: where it is.
        decision: the decision that holds, or None.
        ignored: decisions that count for nothing.
        before: decisions that held until a later one took their place, oldest first.
    """

    claim: Claim
    stage: ClaimStage
    decision: Decision | None = None
    ignored: tuple[Ignored, ...] = ()
    before: tuple[Decision, ...] = ()

    @property
    def taken_back(self) -> int | None:
        """When its trainee took the claim back, in milliseconds, without knowing of the decision that holds."""
        return self.claim.withdrawn[0] if self.claim.withdrawn is not None and self.decision is not None else None


def counts_always(_decision: Decision) -> None:
    """Every decision counts: there is no roster, and the journal has refused those that nobody may make."""


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

    The newest decision that counts holds, so a confirmation can be returned; and whenever the trainee took the claim
    back: who knows of a decision can't, so it was done without knowing it. What a signed STEP rests on is returned
    only once the STEP is open again.

    Args:
        claims: what was claimed.
        decisions: what was decided on them, in any order.
        counts: why a decision counts for nothing.
        signoffs: gives the sign-offs that count, each with the reopenings that do; asked only where a confirmation was
            returned.
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
        # Whoever may decide in one role could else decide in another, by naming a criterion of theirs.
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
    """By hash, where each of *said* stands: by its clock, but never before the one that it was made to replace."""
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

    Who opened a STEP again had seen it signed, whatever the clocks say.
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
    """In what way something that a claim rests on has changed since."""

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
    """One thing that isn't any more what a claim rests on.

    Args:
        shift: in what way.
        what: id of the entry or point, key of the policy, or empty.
        before: what it was, where that is a value.
        after: what it is; of an entry the event that says so, of a wording its digest: two changes are never one.
    """

    shift: Shift
    what: str = ""
    before: str = ""
    after: str = ""


@record
class Ground:
    """What a criterion rests on now, to be held against a claim.

    Args:
        states: by entry of the claim, the hash of the event that says what it is now; one that is gone isn't in it.
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
    """What has changed since *claim* was made, of all that it rests on; empty while it stands as it was.

    What a claim has to say and doesn't could change unseen later, so it counts as changed from the beginning.
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
        # Another edition may ask for other numbers and points: that the wording is another one says it already.
        if claim.wording:
            return tuple(found)
    unsaid = (key for key in now.asked if key not in claim.policy)
    found += [Drift(Shift.UNSAID_NUMBER, key, after=now.numbers.get(key, "")) for key in unsaid]
    found += [Drift(Shift.UNSAID_POINT, point) for point in now.points if point not in claim.points]
    return tuple(found)
