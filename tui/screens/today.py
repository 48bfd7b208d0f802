"""Today: where I stand, what is next, what is about to run out, what I did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult

from tui.commands import TODAY, Command
from tui.drawing.today import stayed_rows, today_rows
from tui.errors import IkuseiError
from tui.journal.event import Entry
from tui.screens.bindings import bindings_for
from tui.screens.logging_frame import LoggingFrame
from tui.screens.messages import Go, Overlay, Reveal
from tui.session import Session
from tui.widgets.choice_list import ChoiceList
from tui.workbook.standings.views import CriterionView
from tui.workbook.wording.thread import threads_of

if TYPE_CHECKING:
    from tui.curriculum.textbook import Duty


class TodayScreen(LoggingFrame):
    """The first screen: it shows at a glance what to do next."""

    PLACE = TODAY
    BINDINGS = bindings_for(TODAY)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._views: dict[str, CriterionView] = {}
        self._why: dict[str, tuple[Duty, ...]] = {}

    def body(self) -> ComposeResult:
        """One list."""
        yield ChoiceList(id="today")

    @property
    def choices(self) -> ChoiceList:
        """The list."""
        return self.query_one("#today", ChoiceList)

    def draw(self, columns: int, rows: int) -> None:
        """Read what Today shows, and draw it."""
        today = self.session.book.today_view(recent=max(4, rows // 4))
        shown = [*(move.view for move in today.moves), *(deadline.view for deadline in today.deadlines)]
        said = [*today.attention, *today.waiting]
        threads = threads_of(self.session.book, said)
        views = [*shown, *said]
        self._views = {view.criterion.id: view for view in views}
        next_step = today.moves[0].step.id if today.moves else ""
        if next_step and next_step not in self._why:
            self.call_after_refresh(self._find_out_why, next_step)
        why = self._why.get(next_step, ()) if next_step else None
        pen = self.session.pen(columns - 1)
        day = today_rows(today, pen, self.session.names(), threads, why=why)
        self.choices.fill([*day, *stayed_rows(self.session.stayed, pen)])

    def _find_out_why(self, step: str) -> None:
        """Find the duties that a STEP trains for; mapping and textbook are read only after the first frame."""
        from tui.workbook.trainee.duties_trained import duties_trained  # see above

        role, _, number = step.partition(".")
        try:
            self._why[step] = duties_trained(self.session.book.pack, role, int(number))
        except IkuseiError as error:
            self._why[step] = ()
            self.tell_error(error)
        self._drawn = ()
        self.redraw()

    def follow(self) -> None:
        """Show the keys again: other commands may be possible now."""
        self.tell_keys()

    def criterion_view(self) -> CriterionView | None:
        """The criterion under the cursor."""
        kind, _, target = self.choices.key.partition(":")
        return self._views.get(target) if kind in {"criterion", "deadline", "attention"} else None

    def thing_target(self) -> str:
        """The criterion or topic under the cursor."""
        kind, _, target = self.choices.key.partition(":")
        return "" if kind == "entry" else target

    def tick_target(self) -> str:
        """The topic under the cursor."""
        kind, _, target = self.choices.key.partition(":")
        return target if kind == "topic" else ""

    def entry_target(self) -> Entry | None:
        """The entry under the cursor, else the newest of the criterion under it."""
        kind, _, target = self.choices.key.partition(":")
        return self.session.book.journal.entry(target) if kind == "entry" else super().entry_target()

    def can(self, command: Command) -> bool:
        """As for every screen; opening and walking where there is something to open under the cursor."""
        if command.id == "changes" and self.session.pending is None:
            return False
        if command.id == "open" and not self.choices.key:
            return False
        if command.id == "walk" and self.criterion_view() is None:
            return False
        return super().can(command)

    def action_open(self) -> None:
        """Open what is under the cursor where it belongs."""
        kind, _, target = self.choices.key.partition(":")
        if kind == "entry":
            self.post_message(Go("journal", target))
        elif target:
            self.post_message(Reveal(target))

    def action_walk(self) -> None:
        """Walk the step, from the criterion under the cursor on."""
        view = self.criterion_view()
        if view is not None:
            self.post_message(Go("walk", view.criterion.id))

    def action_changes(self) -> None:
        """Look at what the new edition of the pack changes."""
        self.post_message(Overlay("changes"))

    def action_quit(self) -> None:
        """Leave ikusei."""
        self.app.exit()

    def on_choice_list_picked(self) -> None:
        """A click opens."""
        self.follow()
