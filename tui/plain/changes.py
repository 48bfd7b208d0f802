"""The changes of a new edition of the pack, which the trainee looks at one by one."""

from __future__ import annotations

from collections.abc import Iterable

from tui.commands import CHANGES
from tui.drawing.changes import change_lines
from tui.drawing.pen import Pen
from tui.plain.face import Face
from tui.plain.pages import ListPlace
from tui.text.line import GAP, Row
from tui.workbook.trainee.editions import Pending, pending, review


class ChangesPlace(ListPlace):
    """Every change; each can be marked as looked at, and read as it is now.

    Args:
        face: the face.
        found: the changes to look at.
    """

    PLACE = CHANGES

    def __init__(self, face: Face, found: Pending) -> None:
        super().__init__(face)
        self._found = found

    def title(self) -> str:
        """How many were looked at, of how many."""
        total = len(self._found.changes)
        count = self.session.say("plain.of", done=total - self._found.left, total=total)
        return self.session.say("plain.row", name=self.session.say("commands.changes"), cells=count)

    def rows(self, pen: Pen) -> Iterable[Row]:
        """A line about the two editions, then every change."""
        lead = pen.say("screens.changes.lead", before=self._found.before, after=self._found.after)
        yield Row(tuple(pen.paragraph(lead)))
        yield GAP
        for each in self._found.changes:
            yield Row(tuple(change_lines(each, pen, seen=each.id in self._found.reviewed)), each.id)

    def do_reviewed(self) -> None:
        """Note that the change was looked at, and go on to the next; after the last, go back."""
        if self.session.read_only:
            return
        review(self.book, self._found, [self.key])
        left = pending(self.book)
        self.session.pending = left
        if left is None:
            self.talk.line(self.session.say("screens.changes.done"))
            self.face.back()
            return
        self._found = left
        self.read_line()
        self.do_move(1)

    def do_choose(self) -> None:
        """Read the thing in its present wording."""
        if self.book.pack.find(self.key) is not None:
            self.face.read(self.key)
