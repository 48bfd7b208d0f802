"""The walk: one criterion a screen, point by point."""

from __future__ import annotations

from textual.app import ComposeResult

from tui.commands import WALK
from tui.drawing.criterion import SHOWN_ENTRIES, criterion_sheet
from tui.journal.event import Entry
from tui.screens.bindings import bindings_for
from tui.screens.logging_frame import LoggingFrame
from tui.screens.step import learning_items
from tui.widgets.choice_list import ChoiceList
from tui.workbook.views import CriterionView

WIDEST = 100
"""Columns beyond which lines of text are not read well."""


class WalkScreen(LoggingFrame):
    """What is asked, how far the rule is, the points, the learning, the entries; then the next one."""

    PLACE = WALK
    BINDINGS = bindings_for(WALK)

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

    def crumbs(self) -> str:
        """Role, STEP, which of how many."""
        steps, index = self.session.book.criterion_view(self.session.criterion)
        name = steps.role.name.of(self.session.lang)
        criterion = steps.criteria[index].criterion
        return f"{name} > STEP {steps.step.number} > {index + 1}/{len(steps.criteria)}  {criterion.id}"

    def draw(self, columns: int, rows: int) -> None:
        """Show the criterion walked."""
        steps, index = self.session.book.criterion_view(self.session.criterion)
        view = steps.criteria[index]
        pen = self.session.pen(min(columns, WIDEST) - 3)
        newest = self.session.book.newest(view.criterion, SHOWN_ENTRIES)
        self.choices.fill(criterion_sheet(view, newest, learning_items(steps), pen))

    def follow(self) -> None:
        """Say where the point comes from; other keys may be possible now."""
        self.tell_see(self.choices.key)
        self.tell_keys()

    def criterion_view(self) -> CriterionView | None:
        """The criterion walked."""
        steps, index = self.session.book.criterion_view(self.session.criterion)
        return steps.criteria[index]

    def tick_target(self) -> str:
        """The point or learning item under the cursor."""
        return "" if self.choices.key.startswith("entry:") else self.choices.key

    def entry_target(self) -> Entry | None:
        """The entry under the cursor, else the newest of the criterion."""
        if self.choices.key.startswith("entry:"):
            return self.session.book.journal.entry(self.choices.key.removeprefix("entry:"))
        return super().entry_target()

    def action_turn(self, by: int) -> None:
        """To the next or previous criterion; beyond the last one the walk says that it is over."""
        steps, index = self.session.book.criterion_view(self.session.criterion)
        if 0 <= index + by < len(steps.criteria):
            self.session.criterion = steps.criteria[index + by].criterion.id
            self.tell("")
            self.choices.fill([], top=True)
            self.redraw()
        else:
            self.tell(self.session.say("screens.walk_end" if by > 0 else "screens.walk_start"), "accent")
