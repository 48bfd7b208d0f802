"""The place Today: where the trainee stands, what is next, what is about to run out, the newest entries."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from tui.commands import TODAY, Command
from tui.drawing.pen import Pen
from tui.drawing.today import stayed_rows, today_rows
from tui.journal.event import Entry
from tui.plain.face import Face
from tui.plain.logging import LoggingPlace
from tui.text.line import Row
from tui.workbook.standings.views import CriterionView
from tui.workbook.trainee.duties_trained import duties_trained
from tui.workbook.wording.thread import threads_of

if TYPE_CHECKING:
    from tui.workbook.standings.today import Today

RECENT: Final = 6
"""How many of the newest entries are read out."""


class TodayPlace(LoggingPlace):
    """The first place, which says what to do next."""

    PLACE = TODAY

    def __init__(self, face: Face) -> None:
        super().__init__(face)
        self._views: dict[str, CriterionView] = {}
        self._read_at = -1

    def rows(self, pen: Pen) -> Iterable[Row]:
        """Everything that Today shows, and files that stay in the drop folder."""
        today = self._read()
        why = None
        if today.moves:
            step = today.moves[0].step.id
            role, _, number = step.partition(".")
            why = duties_trained(self.book.pack, role, int(number))
        threads = threads_of(self.book, [*today.attention, *today.waiting])
        day = today_rows(today, pen, self.session.names(), threads, why=why)
        return [*day, *stayed_rows(self.session.stayed, pen)]

    def _read(self) -> Today:
        today = self.book.today_view(recent=RECENT)
        shown = [*(move.view for move in today.moves), *(deadline.view for deadline in today.deadlines)]
        self._views = {view.criterion.id: view for view in [*shown, *today.attention, *today.waiting]}
        self._read_at = self.session.revision
        return today

    def criterion_view(self) -> CriterionView | None:
        """The criterion that is chosen."""
        kind, _, target = self.key.partition(":")
        if kind not in {"criterion", "deadline", "attention"}:
            return None
        if self._read_at != self.session.revision:
            self._read()
        return self._views.get(target)

    def thing_target(self) -> str:
        """The criterion or topic that is chosen."""
        kind, _, target = self.key.partition(":")
        return "" if kind == "entry" else target

    def tick_target(self) -> str:
        """The topic that is chosen."""
        kind, _, target = self.key.partition(":")
        return target if kind == "topic" else ""

    def entry_target(self) -> Entry | None:
        """The entry that is chosen, else the newest of the criterion."""
        kind, _, target = self.key.partition(":")
        return self.book.journal.entry(target) if kind == "entry" else super().entry_target()

    def can(self, command: Command) -> bool:
        """Whether *command* is possible: opening needs a chosen line, walking a criterion, changes a new edition."""
        match command.id:
            case "changes":
                return self.session.pending is not None
            case "open":
                return bool(self.key)
            case "walk":
                return self.criterion_view() is not None
            case _:
                return super().can(command)

    def do_open(self) -> None:
        """Open the chosen thing at the place where it belongs."""
        kind, _, target = self.key.partition(":")
        if kind == "entry":
            self.face.go("journal", target)
        elif target:
            self.face.reveal(target)

    def do_walk(self) -> None:
        """Walk the STEP, from the criterion that is chosen on."""
        view = self.criterion_view()
        if view is not None:
            self.face.go("walk", view.criterion.id)

    def do_changes(self) -> None:
        """Look at what the new edition of the pack changes."""
        from tui.plain.changes import ChangesPlace  # places are imported when they are first seen

        if self.session.pending is not None:
            self.face.open(ChangesPlace(self.face, self.session.pending))
