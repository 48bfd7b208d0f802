"""One thing of the pack, with links to everything related to it."""

from __future__ import annotations

from collections.abc import Iterable

from tui.commands import READER, Command
from tui.curriculum.relations import relations
from tui.curriculum.thing import Thing
from tui.drawing.pen import Pen
from tui.drawing.thing import thing_sheet
from tui.errors import UsageError
from tui.plain.face import Face
from tui.plain.pages import ListPlace
from tui.text.line import Row
from tui.workbook.trainee.places import place_of
from tui.workbook.wording.pack_names import kind_of


class ReaderPlace(ListPlace):
    """One thing; its links lead to others, and ``back`` returns the same way.

    Args:
        face: the face.
        target: id of the thing to begin with.
    """

    PLACE = READER

    def __init__(self, face: Face, target: str) -> None:
        super().__init__(face)
        self._way = [target]

    @property
    def _thing(self) -> Thing:
        found = self.book.pack.find(self._way[-1])
        if found is None:
            raise UsageError("workbook.nothing_named", id=self._way[-1])
        return found

    @property
    def _has_place(self) -> bool:
        """Whether the thing has a place of its own."""
        return place_of(self.book.pack, self._thing.id).place != READER

    def title(self) -> str:
        """The kind and id of the thing."""
        return f"{self.session.say(kind_of(self._thing))} {self._thing.id}"

    def rows(self, pen: Pen) -> Iterable[Row]:
        """The thing, and everything related to it."""
        return thing_sheet(self._thing, relations(self.book.pack, self._thing), pen)

    def can(self, command: Command) -> bool:
        """Whether *command* is possible; ``reveal`` needs a thing with a place of its own."""
        return self._has_place if command.id == "reveal" else True

    def do_choose(self) -> None:
        """Follow the link that is chosen."""
        if self.key:
            self._way.append(self.key)
            self.key = ""
            self.show()

    def do_reveal(self) -> None:
        """Show the thing at the place where it belongs."""
        self.face.replace_by(lambda: self.face.reveal(self._thing.id))

    def do_back(self) -> None:
        """Go back to the thing that led here; from the first thing, to the previous place."""
        if len(self._way) > 1:
            self.key = self._way.pop()
            self.show()
        else:
            super().do_back()
