"""What Today shows: the ladder of each role, what to do next, what is about to run out."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tui.curriculum.model import Item, RoleEntry, Step
from tui.journal.event import Entry
from tui.progress.state import State
from tui.record import record
from tui.workbook.standings.views import CriterionView

if TYPE_CHECKING:
    from tui.workbook.standings.awaiting import WayToMentor


@record
class Rung:
    """One rung of a ladder: an education or a STEP, with how much of it is done.

    Args:
        id: id of the education or STEP: ``basic``, ``soc.common``, ``soc.2``.
        number: STEP number; 0 for basic education, None for the role's common education.
        done: topics ticked, or criteria for which the trainee has nothing more to do (claimed or waived).
        total: how many topics or criteria there are.
        current: whether this is where the trainee is now.
        skipped: whether it lies before the STEP at which the trainee started.
        signed: the day on which the STEP was signed, or empty.
        confirmed: criteria that are waived, or are confirmed and unchanged since.
        waiting: claims that wait for a mentor.
        returned: claims that were returned and not made again.
        state: its state, computed by ``climb``.
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
        """Whether it is basic or common education, whose topics are ticked and not confirmed by anybody."""
        return not self.number

    @property
    def settled(self) -> int:
        """How much of it counts: ticked topics, or confirmed criteria."""
        return self.done if self.is_education else self.confirmed


@record
class Ladder:
    """The way of one role: basic education, common education, STEP 1, 2, 3."""

    role: RoleEntry
    rungs: tuple[Rung, ...]
    has_content: bool

    @property
    def current(self) -> Rung | None:
        """The rung on which the trainee is now; None if all are done or the pack has no content for the role."""
        return next((rung for rung in self.rungs if rung.current), None)


@record
class NextCriterion:
    """Something to do next for a criterion of the current step.

    Args:
        view: the criterion.
        closes: how many criteria of the step are still unclaimed after this one is claimed.
        step: its step.
    """

    view: CriterionView
    step: Step
    closes: int


@record
class NextTopic:
    """A topic of basic or common education that isn't ticked yet; *stage* is the id of its rung."""

    item: Item
    stage: str


@record
class Deadline:
    """Something that is about to run out.

    Args:
        view: the criterion.
        month: the month that has no entry yet (``2026-11``), or empty.
        last: day of the last entry, where a hole in a span grows; else None.
        days: how many days are left.
    """

    view: CriterionView
    month: str
    last: date | None
    days: int


@record
class Today:
    """Everything that the screen Today shows.

    Args:
        ladders: one for each role that the trainee follows.
        moves: the next criteria of each role, the one that is furthest first.
        topics: the next topics to learn, while STEP 0 or the common education is the current rung.
        deadlines: what is about to run out, the nearest first.
        attention: criteria whose claim was returned, or that have changed since they were decided on.
        waiting: criteria whose claim waits for a mentor, the oldest claim first.
        way: who is to look at waiting claims and STEPs ready to sign, and how they get there; None: nothing waits.
        recent: the newest entries.
    """

    ladders: tuple[Ladder, ...]
    moves: tuple[NextCriterion, ...]
    topics: tuple[NextTopic, ...]
    deadlines: tuple[Deadline, ...]
    attention: tuple[CriterionView, ...]
    waiting: tuple[CriterionView, ...]
    way: WayToMentor | None
    recent: tuple[Entry, ...]
