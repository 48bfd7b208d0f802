"""Drawings made of characters: texts at places of a grid of cells, ASCII alone, so that every terminal draws them."""

from __future__ import annotations

from itertools import groupby

from tui.text.cells import clusters, take
from tui.text.clean import flat
from tui.text.line import Line, Span


class Plot:
    """A grid of cells that grows with what is put on it; a later text covers an earlier one."""

    def __init__(self) -> None:
        self._rows: list[dict[int, tuple[str, str]]] = []

    def put(self, row: int, column: int, text: str, style: str = "") -> None:
        """Put *text* at a place; a wide character takes two cells."""
        while len(self._rows) <= row:
            self._rows.append({})
        at = column
        for character, cells in clusters(flat(text)):
            self._rows[row][at] = character, style
            if cells > 1:
                self._rows[row][at + 1] = "", style
            at += max(1, cells)

    def across(self, row: int, first: int, last: int) -> None:
        """A line from one column to another, with corners."""
        self.put(row, first, f"+{'-' * (last - first - 1)}+")

    def box(self, row: int, column: int, cells: int, texts: list[tuple[str, str]]) -> None:
        """A box of *cells* with a line for each of *texts* (text and style), cut where it has no room."""
        self.across(row, column, column + cells - 1)
        for number, (text, style) in enumerate(texts, start=1):
            self.put(row + number, column, f"|{' ' * (cells - 2)}|")
            self.put(row + number, column + 1, take(text, cells - 2), style)
        self.across(row + len(texts) + 1, column, column + cells - 1)

    def lines(self) -> list[Line]:
        """What was drawn."""
        return [_line(row) for row in self._rows]


def _line(row: dict[int, tuple[str, str]]) -> Line:
    cells = [row.get(at, (" ", "")) for at in range(max(row, default=-1) + 1)]
    runs = groupby(cells, key=lambda cell: cell[1])
    return tuple(Span("".join(text for text, _ in run), style) for style, run in runs)
