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
class NextCriterion:
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
class NextTopic:
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
    moves: tuple[NextCriterion, ...]
    topics: tuple[NextTopic, ...]
    deadlines: tuple[Deadline, ...]
    attention: tuple[CriterionView, ...]
    waiting: tuple[CriterionView, ...]
    way: WayToMentor | None
    recent: tuple[Entry, ...]
