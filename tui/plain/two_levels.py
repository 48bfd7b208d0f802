"""A list, and what its chosen line stands for: Enter goes into it, back comes out again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.drawing.pen import Pen
from tui.plain.face import Face
from tui.plain.place import Place
from tui.text.line import Row


class TwoLevels(Place):
    """List and details, one at a time. A subclass says what both are."""

    def __init__(self, face: Face) -> None:
        super().__init__(face)
        self.inside = False
        """Whether the details are read."""
        self.listed = ""
        """What the chosen line of the list stands for."""

    def list_rows(self, pen: Pen) -> Iterable[Row]:
        """The lines of the list."""
        raise NotImplementedError

    def sheet_rows(self, pen: Pen) -> Sequence[Row]:
        """The details of what is chosen in the list."""
        raise NotImplementedError

    def rows(self, pen: Pen) -> Iterable[Row]:
        """The list, or the details."""
        return self.sheet_rows(pen) if self.inside else self.list_rows(pen)

    def details(self, pen: Pen) -> Iterable[Row]:
        """The details, to be read from the list."""
        return () if self.inside else self.sheet_rows(pen)

    @property
    def inner(self) -> str:
        """What the chosen line of the details stands for; empty in the list."""
        return self.key if self.inside else ""

    def chosen(self) -> None:
        """Remember the line of the list."""
        if not self.inside:
            self.listed = self.key

    def go_in(self, key: str = "") -> None:
        """Read the details, with the line *key* chosen."""
        self.inside, self.key = True, key
        self.show()

    def do_open(self) -> None:
        """Read the details."""
        self.go_in()

    def do_back(self) -> None:
        """Out of the details, then back to the place before."""
        if self.inside:
            self.inside, self.key = False, self.listed
            self.show()
        else:
            super().do_back()
