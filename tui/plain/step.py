"""The place of a STEP: its criteria, learning items and references, and each of them in full."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.commands import STEP, Command
from tui.drawing.criterion import SHOWN_ENTRIES, criterion_sheet, tickable
from tui.drawing.pen import Pen
from tui.drawing.step import item_sheet, learning_items, reference_sheet, step_rows
from tui.journal.event import Entry
from tui.plain.face import Face
from tui.plain.logging import LoggingPlace
from tui.plain.two_levels import TwoLevels
from tui.progress.state import State
from tui.text.line import Row
from tui.workbook.standings.views import CriterionView, StepView
from tui.workbook.wording.thread import thread_of

ENTRY = "entry:"


class StepPlace(TwoLevels, LoggingPlace):
    """Here the user logs, ticks and claims without leaving the list."""

    PLACE = STEP

    def __init__(self, face: Face) -> None:
        super().__init__(face)
        self._seen: tuple[object, ...] = ()
        self._step_view: StepView | None = None

    def title(self) -> str:
        """Role and STEP, with how many criteria are confirmed, claimed, ready and left."""
        view = self._view()
        if view is None:
            return super().title()
        ready = sum(each.state is State.READY for each in view.criteria)
        counts = {"confirmed": view.confirmed, "claimed": view.claimed - view.confirmed, "ready": ready}
        said = [self.session.say(f"screens.count.{key}", count=count) for key, count in counts.items() if count]
        said.append(self.session.say("screens.count.left", count=view.left))
        name = view.role.name.of(self.session.lang)
        where = f"{name} {self.session.say('words.step', number=view.step.number)}"
        return self.session.say("plain.list_sign").join([where, *said])

    def _view(self) -> StepView | None:
        """The STEP, cached until the journal changes, because ``can`` of every command asks for it."""
        seen = (self.session.revision, self.book.trainee, self.session.role, self.session.step)
        if seen != self._seen:
            role = self.book.pack.role(self.session.role)
            step = role.step(self.session.step) if role else None
            self._step_view = self.book.step_view(role, step) if role is not None and step is not None else None
            self._seen = seen
        return self._step_view

    def show(self) -> None:
        """Read out the list, or the criterion that a jump has named."""
        if self.session.criterion:
            self.inside, self.listed = True, f"criterion:{self.session.criterion}"
            self.key, self.session.criterion = "", ""
        super().show()

    def list_rows(self, pen: Pen) -> Iterable[Row]:
        """Criteria, learning items, references."""
        view = self._view()
        if view is None:
            return [Row(tuple(pen.paragraph(pen.say("screens.no_step"))))]
        return step_rows(view, pen)

    def sheet_rows(self, pen: Pen) -> Sequence[Row]:
        """The criterion, learning item or reference that is chosen."""
        view = self._view()
        kind, _, target = self.listed.partition(":")
        if view is None:
            return []
        learning = learning_items(view)
        if kind == "criterion":
            criterion = self._criterion(view, target)
            newest = self.book.newest(criterion.criterion, SHOWN_ENTRIES)
            return criterion_sheet(criterion, newest, learning, thread_of(self.book, criterion.criterion), pen)
        if kind == "item":
            return item_sheet(learning[target], view, pen)
        if kind == "reference":
            return reference_sheet(next(each for each in view.step.references if each.id == target), pen)
        return []

    @staticmethod
    def _criterion(view: StepView, criterion: str) -> CriterionView:
        return next(each for each in view.criteria if each.criterion.id == criterion)

    # -- what is chosen -------------------------------------------------------------------------------------------

    def remark(self) -> str:
        """The source of the chosen point."""
        return self.comes_from(self.inner)

    def criterion_view(self) -> CriterionView | None:
        """The criterion that is chosen in the list."""
        kind, _, target = self.listed.partition(":")
        view = self._view()
        return self._criterion(view, target) if kind == "criterion" and view is not None else None

    def thing_target(self) -> str:
        """Id of the chosen point or item in the details, else of the chosen thing in the list."""
        if self.inner and ":" not in self.inner:
            return self.inner
        return self.listed.partition(":")[2]

    def tick_target(self) -> str:
        """Id of the chosen item, if it can be ticked."""
        if self.inside:
            return tickable(self.inner)
        kind, _, target = self.listed.partition(":")
        return target if kind == "item" else ""

    def entry_target(self) -> Entry | None:
        """The entry that is chosen, else the newest of the criterion."""
        if self.inner.startswith(ENTRY):
            return self.book.journal.entry(self.inner.removeprefix(ENTRY))
        return super().entry_target()

    def can(self, command: Command) -> bool:
        """Whether *command* is possible; on a criterion in the list, ``tick`` opens its points."""
        match command.id:
            case "open":
                return not self.inside and bool(self.key)
            case "walk":
                return self.criterion_view() is not None
            case "tick":
                has_points = not self.inside and self.criterion_view() is not None
                return not self.session.read_only and (bool(self.tick_target()) or has_points)
            case _:
                return super().can(command)

    # -- doing ----------------------------------------------------------------------------------------------------

    def do_tick(self) -> None:
        """Tick the chosen item; for a criterion, read its points out first."""
        if self.tick_target():
            super().do_tick()
        else:
            self.do_open()

    def do_walk(self) -> None:
        """Walk the STEP, from this criterion on."""
        view = self.criterion_view()
        if view is not None:
            self.face.go("walk", view.criterion.id)

    def do_turn(self, by: int) -> None:
        """Go to the next or the previous STEP of the role."""
        role = self.book.pack.role(self.session.role)
        if role is None or role.step(self.session.step + by) is None:
            self.talk.line(self.session.say("plain.no_further_step"))
            return
        self.inside, self.key, self.listed = False, "", ""
        self.session.step += by
        self.show()
