"""Tables of lines: columns as wide as what stands in them, a first column that is wrapped where it has no room."""

from __future__ import annotations

from collections.abc import Sequence

from tui.drawing.pen import Pen
from tui.record import record
from tui.text.cells import width
from tui.text.kinsoku import wrap
from tui.widgets.line import Line, Span, column, line_width

GUTTER = 1
"""Blanks between two columns."""


@record
class Grid:
    """The columns of a table.

    Args:
        room: cells of the first one, which names the row.
        widths: cells of each of the others, gutter included.
    """

    room: int
    widths: tuple[int, ...]

    @classmethod
    def of(cls, names: Sequence[str], rows: Sequence[Sequence[Line]], pen: Pen, gutter: int = GUTTER) -> Grid:
        """Columns for rows with these names and cells, no wider together than the pen."""
        widths = tuple(max(line_width(cell) for cell in cells) + gutter for cells in zip(*rows, strict=True))
        return cls(max(4, min(pen.width - sum(widths), max(map(width, names), default=0) + gutter)), widths)

    def row(self, name: str, cells: Sequence[Line], style: str = "") -> tuple[Line, ...]:
        """A row: its name on as many lines as it takes, its cells on the first."""
        first, *rest = wrap(name, self.room - GUTTER) or [""]
        spans = [span for cell, wide in zip(cells, self.widths, strict=True) for span in column(cell, wide)]
        return ((*column((Span(first, style),), self.room), *spans), *((Span(f"  {part}", style),) for part in rest))


def beside_the_cursor(lines: Sequence[Line]) -> tuple[Line, ...]:
    """*lines* of a row that can't be chosen, as far in as those that can."""
    return tuple((Span("  "), *line) for line in lines)
