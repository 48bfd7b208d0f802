"""What the faces get from the workbook: frozen views of one trainee's standing, to show or to write as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from tui.curriculum.model import Criterion, Role, Step
from tui.curriculum.policy import ReadingItem
from tui.journal.event import Claim, Entry
from tui.journal.review import Decision, Waiver
from tui.progress.counting import Uncounted
from tui.progress.review import ClaimStage, Drift, Round
from tui.progress.standing import Standing
from tui.progress.state import State
from tui.record import record

if TYPE_CHECKING:
    from tui.trust.signature_state import SignatureState


@record
class Marks:
    """What a trainee has ticked and claimed.

    Args:
        ticked: ids of points, learning items, topics and readings.
        rounds: by criterion, the newest claim that wasn't withdrawn, with the decision on it.
        people: by id, people's names.
        waived: by criterion, the waiver that holds.
    """

    ticked: frozenset[str]
    rounds: Mapping[str, Round]
    people: Mapping[str, str]
    waived: Mapping[str, Waiver]

    @property
    def claims(self) -> dict[str, Claim]:
        """The claims that wait or are confirmed, by criterion."""
        return {item: each.claim for item, each in self.rounds.items() if each.stage is not ClaimStage.RETURNED}

    def stage(self, criterion: str) -> ClaimStage | None:
        """The stage of the newest claim on a criterion; None where there is none, or the criterion is waived."""
        found = self.rounds.get(criterion)
        return found.stage if found is not None and criterion not in self.waived else None

    def is_answered(self, criterion: str) -> bool:
        """Whether a mentor has confirmed or waived a criterion, even if something has changed since."""
        return criterion in self.waived or self.stage(criterion) is ClaimStage.CONFIRMED

    def is_done(self, criterion: str) -> bool:
        """Whether the trainee has nothing to do for a criterion now: it is waived, confirmed, or its claim waits."""
        return criterion in self.waived or self.stage(criterion) not in {None, ClaimStage.RETURNED}


@record
class NewestEntries:
    """The newest entries of a criterion.

    Args:
        entries: oldest first.
        total: how many entries the criterion has in all.
        uncounted: by id of each of these entries that doesn't count, why.
    """

    entries: tuple[Entry, ...]
    total: int
    uncounted: Mapping[str, Uncounted]


@record
class CriterionView:
    """A criterion with everything known about it.

    Args:
        criterion: the criterion, from the pack.
        standing: what the entries prove.
        ticked: ids of the ticked points.
        round: the newest claim that wasn't withdrawn, with the decision on it, or None.
        moved: what has changed since that claim was made, of everything that the claim rests on.
        by: name of the person who waived it or decided on it, or empty.
        waiver: the waiver that holds, or None.
        signature: what the signature of that waiver or decision is worth; None where there is neither.
        is_begun: whether anything was done for it: an entry that names it, counted or not, a tick, something read.
        readings: the organisation's reading list for it; empty where it asks for none, or the list is unset.
    """

    criterion: Criterion
    standing: Standing
    ticked: frozenset[str]
    round: Round | None = None
    moved: tuple[Drift, ...] = ()
    by: str = ""
    waiver: Waiver | None = None
    signature: SignatureState | None = None
    is_begun: bool = False
    readings: tuple[ReadingItem, ...] = ()

    @property
    def claim(self) -> Claim | None:
        """The claim that waits or is confirmed; None where there is none, or it was returned."""
        return self.round.claim if self.round is not None and self.round.stage is not ClaimStage.RETURNED else None

    @property
    def decision(self) -> Decision | None:
        """The decision that holds, or None."""
        return self.round.decision if self.round is not None else None

    @property
    def may_be_claimed(self) -> bool:
        """Whether no claim on it waits or is confirmed; also if something has changed since it was confirmed."""
        return self.claim is None or self.state is State.STALE

    @property
    def may_be_withdrawn(self) -> bool:
        """Whether it waits for a mentor."""
        return self.state is State.CLAIMED

    @property
    def is_settled(self) -> bool:
        """Whether it is confirmed or waived, so that it doesn't hold up the signing of its STEP."""
        return self.state in {State.CONFIRMED, State.WAIVED}

    @property
    def points_done(self) -> int:
        """How many points are ticked."""
        return sum(point.id in self.ticked for point in self.criterion.points)

    @property
    def is_ready(self) -> bool:
        """Its rule is met and its points are ticked: it can be claimed (`design`: "What a criterion is")."""
        return self.standing.met and self.points_done == len(self.criterion.points)

    @property
    def state(self) -> State:
        """Its state, from open to confirmed."""
        is_confirmed = self.round is not None and self.round.stage is ClaimStage.CONFIRMED
        if self.waiver is not None and (self.moved or not is_confirmed):
            return State.WAIVED
        if is_confirmed:
            return State.STALE if self.moved else State.CONFIRMED
        if self.claim is not None:
            return State.CLAIMED
        if self.round is not None:
            return State.RETURNED
        if self.is_ready:
            return State.READY
        return State.MET if self.standing.met else State.OPEN

    @property
    def share(self) -> float:
        """How much of it is done, from 0 to 1: the mean of the share of its rule and that of its points."""
        points = self.points_done / len(self.criterion.points)
        return (rule_share(self.standing) + points) / 2


def rule_share(standing: Standing) -> float:
    """How much of a rule is met, from 0 to 1: its least advanced gauge; 0 while its number is unset."""
    if standing.met:
        return 1.0
    shares = [min(1.0, gauge.done / gauge.needed) for gauge in standing.gauges if gauge.needed and not gauge.at_most]
    return min(shares, default=0.0) if not standing.unset else 0.0


@record
class StepView:
    """A step as a trainee sees it.

    Args:
        role: its role.
        step: the STEP, from the pack.
        criteria: its criteria, in printed order.
        ticked: ids of everything that the trainee has ticked, learning items too.
    """

    role: Role
    step: Step
    criteria: tuple[CriterionView, ...]
    ticked: frozenset[str]

    @property
    def claimed(self) -> int:
        """How many criteria are claimed, confirmed or waived."""
        return sum(view.claim is not None or view.waiver is not None for view in self.criteria)

    @property
    def confirmed(self) -> int:
        """How many criteria are waived, or are confirmed and unchanged since."""
        return sum(view.is_settled for view in self.criteria)

    @property
    def left(self) -> int:
        """How many criteria are not claimed yet."""
        return len(self.criteria) - self.claimed
