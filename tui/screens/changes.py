"""What a new edition of the pack changed for this trainee, looked at one by one."""

from __future__ import annotations

from tui.commands import CHANGES
from tui.drawing.changes import change_lines
from tui.screens.bindings import bindings_for
from tui.screens.page import Page
from tui.screens.reader import ReaderPage
from tui.session import Session
from tui.text.line import GAP, Row, Span
from tui.workbook.trainee.editions import Pending, pending, review


class ChangesPage(Page[None]):
    """Reviewed x of y; Space marks one as looked at, Enter reads it as it is now.

    Args:
        session: what the screens share.
        found: the changes to review.
    """

    PLACE = CHANGES
    BINDINGS = bindings_for(CHANGES)

    def __init__(self, session: Session, found: Pending) -> None:
        super().__init__(session)
        self._found = found

    def title_text(self) -> str:
        """How many were looked at, of how many."""
        total = len(self._found.changes)
        return self.session.say("screens.changes.title", done=total - self._found.left, total=total)

    def draw(self) -> None:
        """Show the two editions and every change between them."""
        pen = self.reading_pen()
        lead = pen.say("screens.changes.lead", before=self._found.before, after=self._found.after)
        rows = [Row(tuple((Span(" "), *line) for line in pen.paragraph(lead, "dim"))), GAP]
        rows += [
            Row(tuple(change_lines(each, pen, seen=each.id in self._found.reviewed)), each.id)
            for each in self._found.changes
        ]
        self.choices.fill(rows)

    def action_reviewed(self) -> None:
        """Note that the change under the cursor was looked at, and go on to the next; after the last, close."""
        if self.session.read_only:
            return
        review(self.session.book, self._found, [self.choices.key])
        left = pending(self.session.book)
        self.session.pending = left
        if left is None:
            self.session.notices.append(self.session.say("screens.changes.done"))
            self.dismiss(None)
            return
        self._found = left
        self.choices.move(1)
        self.redraw()

    def action_choose(self) -> None:
        """Read the thing as it is now."""
        if self.session.book.pack.find(self.choices.key) is not None:
            self.app.push_screen(ReaderPage(self.session, self.choices.key), lambda _: self.redraw())
