"""The checklist of a STEP: criteria and learning items left, the one under the cursor right."""

from __future__ import annotations

from tui.commands import STEP, Command
from tui.drawing.criterion import SHOWN_ENTRIES, asked_sheet, criterion_sheet, done_sheet, tickable
from tui.drawing.pen import Pen
from tui.drawing.step import item_sheet, leads_sheet, learning_items, reference_sheet, step_rows
from tui.journal.event import Entry
from tui.progress.state import State
from tui.screens.bindings import bindings_for
from tui.screens.logging_frame import LoggingFrame
from tui.screens.messages import Go
from tui.screens.two_panes import TwoPanes
from tui.session import Session
from tui.text.line import Row
from tui.workbook.standings.views import CriterionView, NewestEntries, StepView
from tui.workbook.wording.thread import Thread, thread_of

LIST_SHARE = 0.42
"""Share of the columns that the list takes, between the two bounds below."""
LIST_BOUNDS = (30, 52)


class StepScreen(TwoPanes, LoggingFrame):
    """Log, tick and claim without leaving the list."""

    PLACE = STEP
    HAS_ASIDE = True
    BINDINGS = bindings_for(STEP)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._view: StepView | None = None
        self._beside: tuple[CriterionView, NewestEntries, Thread] | None = None

    def subject(self) -> tuple[object, ...]:
        """The step looked at."""
        return (self.session.role, self.session.step, self.session.criterion)

    def crumbs(self) -> str:
        """Role, STEP, from which to which level of skill it leads, what is left."""
        role = self.session.book.pack.role(self.session.role)
        if role is None or self._view is None:
            return self.session.say("commands.go.step")
        name = role.name.of(self.session.lang)
        if self._narrow:
            return f"{name} > STEP {self.session.step}"
        ready = sum(view.state is State.READY for view in self._view.criteria)
        counts = {
            "confirmed": self._view.confirmed,
            "claimed": self._view.claimed - self._view.confirmed,
            "ready": ready,
        }
        said = [self.session.say(f"screens.count.{key}", count=count) for key, count in counts.items() if count]
        said.append(self.session.say("screens.count.left", count=self._view.left))
        return f"{name} > STEP {self.session.step}   {'  '.join(said)}"

    def draw(self, columns: int, rows: int) -> None:
        """Show the step looked at."""
        pen = self.lay_out(columns)
        role = self.session.book.pack.role(self.session.role)
        step = role.step(self.session.step) if role else None
        if role is None or step is None:
            self._view = None
            text = self.session.say("screens.no_step")
            self.index.fill([Row(tuple(pen.paragraph(text)))])
            self.sheet.fill([])
            return
        self._view = self.session.book.step_view(role, step)
        key = f"criterion:{self.session.criterion}" if self.session.criterion else None
        self.session.criterion = ""
        self._drawn = (*self._drawn[:-1], self.subject())
        self.index.fill(list(step_rows(self._view, pen)), key)
        self.show_sheet(top=key is not None)

    def index_width(self, columns: int) -> int:
        """A share of *columns*, within bounds."""
        return max(LIST_BOUNDS[0], min(LIST_BOUNDS[1], int(columns * LIST_SHARE)))

    def sheet_rows(self, pen: Pen) -> list[Row]:
        """The criterion, learning item or reference under the cursor."""
        if self._view is None:
            return []
        self._beside = None
        kind, _, target = self.index.key.partition(":")
        learning = learning_items(self._view)
        if kind == "criterion":
            view = self._criterion(target)
            newest = self.session.book.newest(view.criterion, SHOWN_ENTRIES)
            thread = thread_of(self.session.book, view.criterion)
            self._beside = (view, newest, thread)
            if self.has_aside:
                return asked_sheet(view, learning, thread, pen)
            return criterion_sheet(view, newest, learning, thread, pen)
        if kind == "item":
            return item_sheet(learning[target], self._view, pen)
        if kind == "reference":
            return reference_sheet(next(r for r in self._view.step.references if r.id == target), pen)
        return []

    def aside_rows(self, pen: Pen) -> list[Row]:
        """Entries and thread of the criterion under the cursor; for a learning item, the criteria that it leads to."""
        if self._beside is not None:
            return done_sheet(*self._beside, pen)
        kind, _, target = self.index.key.partition(":")
        if self._view is None or kind != "item":
            return []
        return leads_sheet(learning_items(self._view)[target], self._view, pen)

    def _criterion(self, criterion_id: str) -> CriterionView:
        assert self._view is not None  # a criterion is under the cursor
        return next(view for view in self._view.criteria if view.criterion.id == criterion_id)

    # -- what the cursor stands on --------------------------------------------------------------------------------

    def follow(self) -> None:
        """Show the details of the row under the cursor, and where a point comes from."""
        super().follow()
        if self.inside:
            self.tell_see(self.choices.key)

    def criterion_view(self) -> CriterionView | None:
        """The criterion under the cursor of the list."""
        kind, _, target = self.index.key.partition(":")
        return self._criterion(target) if kind == "criterion" and self._view is not None else None

    def thing_target(self) -> str:
        """The point or item under the cursor of the details, else what the cursor of the list stands on."""
        if self.inside and self.choices.key and ":" not in self.choices.key:
            return self.choices.key
        return self.index.key.partition(":")[2]

    def tick_target(self) -> str:
        """What can be ticked under the cursor of the active pane."""
        if self.inside:
            return tickable(self.choices.key)
        kind, _, target = self.index.key.partition(":")
        return target if kind == "item" else ""

    def entry_target(self) -> Entry | None:
        """The entry under the cursor, else the newest of the criterion."""
        if self.inside and self.choices.key.startswith("entry:"):
            return self.session.book.journal.entry(self.choices.key.removeprefix("entry:"))
        return super().entry_target()

    def can(self, command: Command) -> bool:
        """As for every screen; outside the details the tick key enters them, and walking needs a criterion."""
        if command.id == "open" and not self.typing:
            return self.can_enter
        if command.id == "walk" and not self.typing:
            return self.criterion_view() is not None
        if command.id == "tick" and not self.typing and not self.session.read_only:
            return bool(self.tick_target()) or (not self.inside and self.criterion_view() is not None)
        return super().can(command)

    # -- actions --------------------------------------------------------------------------------------------------

    def action_tick(self) -> None:
        """Tick what is under the cursor; on a criterion, go to its points first."""
        if self.tick_target():
            super().action_tick()
        else:
            self.action_open()

    def action_walk(self) -> None:
        """Walk the step, from this criterion on."""
        view = self.criterion_view()
        if view is not None:
            self.post_message(Go("walk", view.criterion.id))

    def action_turn(self, by: int) -> None:
        """To the next or the previous STEP of the role."""
        role = self.session.book.pack.role(self.session.role)
        if role is not None and role.step(self.session.step + by) is not None:
            self.enter(inside=False)
            self.session.step += by
            self.index.fill([])
            self.tell("")
            self.redraw()
