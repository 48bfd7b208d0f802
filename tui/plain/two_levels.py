"""A place with a list and the details of its chosen line: Enter opens them, ``back`` closes them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.drawing.pen import Pen
from tui.plain.face import Face
from tui.plain.place import Place
from tui.text.line import Row


class TwoLevels(Place):
    """Shows either the list or the details. A subclass gives the lines of both."""

    def __init__(self, face: Face) -> None:
        super().__init__(face)
        self.inside = False
        """Whether the details are open."""
        self.listed = ""
        """Key of the chosen line of the list."""

    def list_rows(self, pen: Pen) -> Iterable[Row]:
        """The lines of the list."""
        raise NotImplementedError

    def sheet_rows(self, pen: Pen) -> Sequence[Row]:
        """The details of the chosen line of the list."""
        raise NotImplementedError

    def rows(self, pen: Pen) -> Iterable[Row]:
        """The list, or the details."""
        return self.sheet_rows(pen) if self.inside else self.list_rows(pen)

    def details(self, pen: Pen) -> Iterable[Row]:
        """The details, to be read from the list without opening them."""
        return () if self.inside else self.sheet_rows(pen)

    @property
    def inner(self) -> str:
        """Key of the chosen line of the details; empty in the list."""
        return self.key if self.inside else ""

    def chosen(self) -> None:
        """Remember the line of the list."""
        if not self.inside:
            self.listed = self.key

    def go_in(self, key: str = "") -> None:
        """Open the details, with the line *key* chosen."""
        self.inside, self.key = True, key
        self.show()

    def do_open(self) -> None:
        """Open the details."""
        self.go_in()

    def do_back(self) -> None:
        """Close the details; from the list, go back to the previous place."""
        if self.inside:
            self.inside, self.key = False, self.listed
            self.show()
        else:
            super().do_back()
