"""What the faces ask the workbook for: frozen views of one trainee's way, ready to be shown or written as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from tui.curriculum.model import Criterion, Item, Role, RoleEntry, Step
from tui.curriculum.policy import ReadingItem
from tui.journal.event import Claim, Entry
from tui.journal.review import Decision, Waiver
from tui.progress.counting import Uncounted
from tui.progress.review import Moved, Round, Stage
from tui.progress.standing import Standing
from tui.progress.state import State
from tui.record import record

if TYPE_CHECKING:
    from tui.trust.signature_state import SignatureState
    from tui.workbook.awaiting import Way


@record
class Marks:
    """What a trainee has ticked and claimed.

    Args:
        ticked: ids of points, learning items, topics and readings.
        rounds: by criterion, the newest claim that wasn't withdrawn, with what was decided on it.
        people: names by id.
        waived: by criterion, why it needn't be met.
    """

    ticked: frozenset[str]
    rounds: Mapping[str, Round]
    people: Mapping[str, str]
    waived: Mapping[str, Waiver]

    @property
    def claims(self) -> dict[str, Claim]:
        """The claims that wait or are confirmed, by criterion."""
        return {item: each.claim for item, each in self.rounds.items() if each.stage is not Stage.RETURNED}

    def stage(self, criterion: str) -> Stage | None:
        """What became of the claim on a criterion; None where there is none, or it needn't be met."""
        found = self.rounds.get(criterion)
        return found.stage if found is not None and criterion not in self.waived else None

    def is_answered(self, criterion: str) -> bool:
        """Whether a mentor has confirmed or waived a criterion, whatever has changed since."""
        return criterion in self.waived or self.stage(criterion) is Stage.CONFIRMED

    def is_done(self, criterion: str) -> bool:
        """Whether the trainee has nothing more to do for a criterion, as far as anybody has said yet."""
        return criterion in self.waived or self.stage(criterion) not in {None, Stage.RETURNED}


@record
class NewestEntries:
    """The newest entries of a criterion.

    Args:
        entries: oldest first.
        total: how many there are in all.
        uncounted: by id of those that don't count, why.
    """

    entries: tuple[Entry, ...]
    total: int
    uncounted: Mapping[str, Uncounted]


@record
class CriterionView:
    """A criterion with everything known of it.

    Args:
        criterion: what the pack says.
        standing: what the entries prove.
        ticked: ids of the ticked points.
        round: the newest claim that wasn't withdrawn, with what was decided on it, or None.
        moved: what has changed since that claim was made, of all that it rests on.
        by: name of who decided on it, or waived it, or empty.
        waiver: that it needn't be met, and why; None where it must.
        signature: what the signature of that decision or waiver is worth; None where there is neither.
        is_begun: whether anything was done for it: an entry that names it, counted or not, a tick, something read.
        readings: what the organisation wants read for it; empty where nothing is, or nobody has said what.
    """

    criterion: Criterion
    standing: Standing
    ticked: frozenset[str]
    round: Round | None = None
    moved: tuple[Moved, ...] = ()
    by: str = ""
    waiver: Waiver | None = None
    signature: SignatureState | None = None
    is_begun: bool = False
    readings: tuple[ReadingItem, ...] = ()

    @property
    def claim(self) -> Claim | None:
        """The claim that waits or is confirmed; None where there is none, or it was returned."""
        return self.round.claim if self.round is not None and self.round.stage is not Stage.RETURNED else None

    @property
    def decision(self) -> Decision | None:
        """The decision that holds, or None."""
        return self.round.decision if self.round is not None else None

    @property
    def may_be_claimed(self) -> bool:
        """Whether it neither waits for a mentor nor stands confirmed as it is."""
        return self.claim is None or self.state is State.STALE

    @property
    def may_be_withdrawn(self) -> bool:
        """Whether it waits for a mentor."""
        return self.state is State.CLAIMED

    @property
    def is_settled(self) -> bool:
        """Whether the STEP can be signed as far as this criterion goes."""
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
        """Where it is on its way."""
        is_confirmed = self.round is not None and self.round.stage is Stage.CONFIRMED
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
        """How much of it is there, from 0 to 1: the mean of the leading gauge and of the points."""
        points = self.points_done / len(self.criterion.points)
        return (rule_share(self.standing) + points) / 2


def rule_share(standing: Standing) -> float:
    """How much of a rule is there, from 0 to 1; 0 while its number is unset."""
    if standing.met:
        return 1.0
    shares = [min(1.0, gauge.done / gauge.needed) for gauge in standing.gauges if gauge.needed and not gauge.at_most]
    return min(shares, default=0.0) if not standing.unset else 0.0


@record
class StepView:
    """A step as a trainee sees it.

    Args:
        role: its role.
        step: what the pack says.
        criteria: its criteria, in printed order.
        ticked: ids of everything ticked (learning items among it).
    """

    role: Role
    step: Step
    criteria: tuple[CriterionView, ...]
    ticked: frozenset[str]

    @property
    def claimed(self) -> int:
        """How many criteria are claimed or waived, the confirmed ones among them."""
        return sum(view.claim is not None or view.waiver is not None for view in self.criteria)

    @property
    def confirmed(self) -> int:
        """How many criteria are confirmed, and nothing has changed since; or needn't be met."""
        return sum(view.is_settled for view in self.criteria)

    @property
    def left(self) -> int:
        """How many criteria are not claimed yet."""
        return len(self.criteria) - self.claimed


@record
class Rung:
    """One rung of a ladder: a stage of the way with how much of it is there.

    Args:
        id: what it opens: ``basic``, ``soc.common``, ``soc.2``.
        number: STEP number, or None for the role's common education.
        done: topics ticked or criteria claimed: that the trainee has nothing more to do for.
        total: of how many.
        current: whether this is where the trainee is now.
        skipped: whether it lies before the STEP at which the trainee started.
        signed: the day on which the STEP was signed, or empty.
        confirmed: criteria that are confirmed, and nothing has changed since; or needn't be met.
        waiting: claims that wait for a mentor.
        returned: claims that were returned and not made again.
        state: where it is on its way.
    """

    id: str
    number: int | None
    done: int
    total: int
    current: bool = False
    skipped: bool = False
    signed: str = ""
    confirmed: int = 0
    waiting: int = 0
    returned: int = 0
    state: State = State.OPEN

    @property
    def is_education(self) -> bool:
        """Whether it is basic or common education: topics that are ticked, and that nobody confirms."""
        return not self.number

    @property
    def settled(self) -> int:
        """What counts of it: topics that are ticked, criteria that are confirmed."""
        return self.done if self.is_education else self.confirmed


@record
class Ladder:
    """The way of one role: basic education, common education, STEP 1, 2, 3."""

    role: RoleEntry
    rungs: tuple[Rung, ...]
    has_content: bool

    @property
    def current(self) -> Rung | None:
        """Where the trainee is now; None where everything is claimed or the pack has no content for the role."""
        return next((rung for rung in self.rungs if rung.current), None)


@record
class Move:
    """Something to do next for a criterion of the current step.

    Args:
        view: the criterion.
        closes: how many criteria of the step stay unclaimed once this one is claimed.
        step: its step.
    """

    view: CriterionView
    step: Step
    closes: int


@record
class TopicMove:
    """A topic of basic or common education that isn't ticked yet."""

    item: Item
    stage: str


@record
class Deadline:
    """Something that is about to run out.

    Args:
        view: the criterion.
        month: the month that has no entry yet (``2026-11``), or empty.
        last: day of the last entry where a hole grows, or None.
        days: how many days are left.
    """

    view: CriterionView
    month: str
    last: date | None
    days: int


@record
class Today:
    """The screen Today.

    Args:
        ladders: one for each role that the trainee follows.
        moves: the next criteria, the one that closes most first.
        topics: the next topics to learn, while STEP 0 or the common education is the current rung.
        deadlines: what is about to run out, the nearest first.
        attention: criteria whose claim was returned, or of which something has changed since they were confirmed.
        waiting: criteria whose claim waits for a mentor, the oldest claim first.
        way: for whom claims and STEPs that can be signed wait, and how they get there; None where nothing waits.
        recent: the newest entries.
    """

    ladders: tuple[Ladder, ...]
    moves: tuple[Move, ...]
    topics: tuple[TopicMove, ...]
    deadlines: tuple[Deadline, ...]
    attention: tuple[CriterionView, ...]
    waiting: tuple[CriterionView, ...]
    way: Way | None
    recent: tuple[Entry, ...]
