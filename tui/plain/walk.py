"""The place of the walk: the criteria of a STEP one after another, each with its points."""

from __future__ import annotations

from collections.abc import Iterable

from tui.commands import WALK
from tui.drawing.criterion import SHOWN_ENTRIES, criterion_sheet, tickable
from tui.drawing.pen import Pen
from tui.drawing.step import learning_items
from tui.journal.event import Entry
from tui.plain.face import Face
from tui.plain.logging import LoggingPlace
from tui.text.line import Row
from tui.workbook.standings.views import CriterionView, StepView
from tui.workbook.wording.thread import thread_of

ENTRY = "entry:"


class WalkPlace(LoggingPlace):
    """One criterion at a time: what is asked, how far its rule is, its points, learning items and entries."""

    PLACE = WALK

    def __init__(self, face: Face) -> None:
        super().__init__(face)
        self._seen: tuple[object, ...] = ()
        self._found: tuple[StepView, int] | None = None

    def _here(self) -> tuple[StepView, int]:
        """The STEP and the index of the criterion in it, cached until the journal changes."""
        seen = (self.session.revision, self.book.trainee, self.session.criterion)
        if self._found is None or seen != self._seen:
            self._found, self._seen = self.book.criterion_view(self.session.criterion), seen
        return self._found

    def title(self) -> str:
        """Role, STEP, and which criterion of how many."""
        view, at = self._here()
        step = self.session.say("words.step", number=view.step.number)
        where = f"{view.role.name.of(self.session.lang)} {step}"
        count = self.session.say("plain.walk", number=at + 1, total=len(view.criteria))
        return self.session.say("plain.list_sign").join([where, count, view.criteria[at].criterion.id])

    def rows(self, pen: Pen) -> Iterable[Row]:
        """The criterion in full."""
        view, at = self._here()
        criterion = view.criteria[at]
        newest = self.book.newest(criterion.criterion, SHOWN_ENTRIES)
        return criterion_sheet(criterion, newest, learning_items(view), thread_of(self.book, criterion.criterion), pen)

    def remark(self) -> str:
        """The source of the chosen point."""
        return self.comes_from(self.key)

    def criterion_view(self) -> CriterionView | None:
        """The criterion that is walked."""
        view, at = self._here()
        return view.criteria[at]

    def thing_target(self) -> str:
        """The criterion that is walked."""
        return self.session.criterion

    def tick_target(self) -> str:
        """Id of the chosen item, if it can be ticked."""
        return tickable(self.key)

    def entry_target(self) -> Entry | None:
        """The entry that is chosen, else the newest of the criterion."""
        if self.key.startswith(ENTRY):
            return self.book.journal.entry(self.key.removeprefix(ENTRY))
        return super().entry_target()

    def do_turn(self, by: int) -> None:
        """Go to the next or previous criterion; after the last one, tell that the walk is over."""
        view, at = self._here()
        if not 0 <= at + by < len(view.criteria):
            self.talk.line(self.session.say("screens.walk_end" if by > 0 else "screens.walk_start"))
            return
        self.session.criterion = view.criteria[at + by].criterion.id
        self.key = ""
        self.show()
