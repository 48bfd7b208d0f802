"""Tables of lines: columns as wide as what stands in them, a first column that is wrapped where it has no room."""

from __future__ import annotations

from collections.abc import Sequence

from tui.drawing.pen import Pen
from tui.record import record
from tui.text.cells import width
from tui.text.kinsoku import wrap
from tui.text.line import Line, Span, column, line_width

SMALLEST = 10
"""Cells of the first column below which the name of a row stands above its cells."""


@record
class Grid:
    """The columns of a table.

    Args:
        room: cells of the first one, which names the row; 0 where names stand above their cells.
        widths: cells of each of the others, gutter included.
        gutter: blanks between two columns.
    """

    room: int
    widths: tuple[int, ...]
    gutter: int = 1

    @classmethod
    def of(cls, names: Sequence[str], rows: Sequence[Sequence[Line]], pen: Pen, gutter: int = 1) -> Grid:
        """Columns for rows with these names and cells, no wider together than the pen."""
        widths = tuple(max(line_width(cell) for cell in cells) + gutter for cells in zip(*rows, strict=True))
        room = min(pen.width - sum(widths), max(map(width, names), default=0) + gutter)
        return cls(room if room >= SMALLEST else 0, widths, gutter)

    def row(self, name: str, cells: Sequence[Line], style: str = "") -> tuple[Line, ...]:
        """A row: its name on as many lines as it takes, its cells on the first."""
        spans = [span for cell, wide in zip(cells, self.widths, strict=True) for span in column(cell, wide)]
        if not self.room:
            return (*([(Span(name, style),)] if name else []), tuple(spans))
        first, *rest = wrap(name, self.room - self.gutter) or [""]
        return ((*column((Span(first, style),), self.room), *spans), *((Span(f"  {part}", style),) for part in rest))


def beside_the_cursor(lines: Sequence[Line]) -> tuple[Line, ...]:
    """*lines* of a row that can't be chosen, as far in as those that can."""
    return tuple((Span("  "), *line) for line in lines)
