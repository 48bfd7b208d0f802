"""The walk: one criterion a screen, point by point."""

from __future__ import annotations

from textual.app import ComposeResult

from tui.commands import WALK
from tui.drawing.criterion import SHOWN_ENTRIES, criterion_sheet, tickable
from tui.drawing.step import learning_items
from tui.journal.event import Entry
from tui.screens.bindings import bindings_for
from tui.screens.logging_frame import LoggingFrame
from tui.session import Session
from tui.text.line import Row
from tui.widgets.choice_list import ChoiceList
from tui.workbook.standings.views import CriterionView, StepView
from tui.workbook.wording.thread import thread_of

WIDEST = 100
"""Most columns of a line of text; longer lines are hard to read."""


class WalkScreen(LoggingFrame):
    """What is asked, how far the rule is, the points, the learning, the entries; then the next one."""

    PLACE = WALK
    BINDINGS = bindings_for(WALK)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._steps: StepView | None = None
        self._at = 0

    def body(self) -> ComposeResult:
        """One sheet with a cursor on points, learning items and entries."""
        yield ChoiceList(id="sheet")

    @property
    def choices(self) -> ChoiceList:
        """The sheet."""
        return self.query_one("#sheet", ChoiceList)

    def subject(self) -> tuple[object, ...]:
        """The criterion walked."""
        return (self.session.criterion,)

    @property
    def place_name(self) -> str:
        """The name of the walk; it has a message of its own, since no key leads there from everywhere."""
        return self.session.say("commands.walk")

    def crumbs(self) -> str:
        """Role, STEP, and the number of the criterion."""
        if self._steps is None:
            return self.place_name
        name = self._steps.role.name.of(self.session.lang)
        criteria = self._steps.criteria
        place = f"{self._at + 1}/{len(criteria)}  {criteria[self._at].criterion.id}"
        return f"{name} > STEP {self._steps.step.number} > {place}"

    def draw(self, columns: int, rows: int) -> None:
        """Show the criterion walked."""
        self._steps, self._at = self.session.book.criterion_view(self.session.criterion)
        view = self._steps.criteria[self._at]
        pen = self.session.pen(min(columns, WIDEST) - 3)
        learning = learning_items(self._steps)

        def sheet_rows() -> list[Row]:
            newest = self.session.book.newest(view.criterion, SHOWN_ENTRIES)
            return criterion_sheet(view, newest, learning, thread_of(self.session.book, view.criterion), pen)

        self.choices.fill(self.known_rows(sheet_rows, pen))

    def follow(self) -> None:
        """Say where the point under the cursor comes from, and show the keys, which may differ."""
        self.tell_see(self.choices.key)
        self.tell_keys()

    def criterion_view(self) -> CriterionView | None:
        """The criterion walked, as it was drawn."""
        return self._steps.criteria[self._at] if self._steps else None

    def thing_target(self) -> str:
        """The criterion walked."""
        return self.session.criterion

    def tick_target(self) -> str:
        """What can be ticked under the cursor."""
        return tickable(self.choices.key)

    def entry_target(self) -> Entry | None:
        """The entry under the cursor, else the newest of the criterion."""
        if self.choices.key.startswith("entry:"):
            return self.session.book.journal.entry(self.choices.key.removeprefix("entry:"))
        return super().entry_target()

    def action_turn(self, by: int) -> None:
        """Go to the next or previous criterion; after the last one say that the walk is over."""
        criteria = self._steps.criteria if self._steps else ()
        if 0 <= self._at + by < len(criteria):
            self.session.criterion = criteria[self._at + by].criterion.id
            self.tell("")
            self.choices.fill([], top=True)
            self.redraw()
        else:
            self.tell(self.session.say("screens.walk_end" if by > 0 else "screens.walk_start"))
