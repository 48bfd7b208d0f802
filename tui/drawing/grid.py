"""Tables of lines: columns as wide as their content, a first column that is wrapped where it has no room."""

from __future__ import annotations

from collections.abc import Sequence

from tui.drawing.pen import Pen
from tui.record import record
from tui.text.cells import width
from tui.text.kinsoku import wrap
from tui.text.line import Line, Span, column, flat_text, line_width
from tui.workbook.wording.aloud import listed

SMALLEST = 10
"""Fewest cells in which a long name is wrapped; with less room, it stands above its cells."""


@record
class Aloud:
    """A table as it is read out: each row with its name, each cell with the head of its column.

    Args:
        heads: the heads of the columns.
        pen: the pen.
    """

    heads: tuple[Line, ...]
    pen: Pen

    def row(self, name: str, cells: Sequence[Line]) -> tuple[Line, ...]:
        """One row on one line; nothing for the row of the heads themselves."""
        if not name:
            return ()
        pairs = zip(map(flat_text, self.heads), map(flat_text, cells), strict=True)
        texts = [self.pen.say("plain.cell", head=head.strip(), cell=cell.strip()) for head, cell in pairs]
        return ((Span(self.pen.say("plain.row", name=name, cells=listed(texts, self.pen.lang))),),)


@record
class Grid:
    """The columns of a table.

    Args:
        room: cells of the first one, which names the row; 0 where names stand above their cells.
        widths: cells of each of the others, gutter included.
        gutter: blanks between two columns.
        aloud: gives the rows where the table is read out; None where it is drawn.
    """

    room: int
    widths: tuple[int, ...]
    gutter: int = 1
    aloud: Aloud | None = None

    @classmethod
    def of(cls, names: Sequence[str], rows: Sequence[Sequence[Line]], pen: Pen, gutter: int = 1) -> Grid:
        """Columns for rows with these names and cells, no wider together than the pen; the first row has the heads."""
        if pen.aloud:
            return cls(0, (), gutter, Aloud(tuple(rows[0]), pen))
        widths = tuple(max(line_width(cell) for cell in cells) + gutter for cells in zip(*rows, strict=True))
        left, needed = pen.width - sum(widths), max(map(width, names), default=0) + gutter
        return cls(min(left, needed) if left >= min(SMALLEST, needed) else 0, widths, gutter)

    def row(self, name: str, cells: Sequence[Line], style: str = "") -> tuple[Line, ...]:
        """A row: its name on as many lines as it takes, its cells on the first."""
        if self.aloud is not None:
            return self.aloud.row(name, cells)
        spans = [span for cell, wide in zip(cells, self.widths, strict=True) for span in column(cell, wide)]
        if not self.room:
            return (*([(Span(name, style),)] if name else []), tuple(spans))
        first, *rest = wrap(name, self.room - self.gutter) or [""]
        return ((*column((Span(first, style),), self.room), *spans), *((Span(f"  {part}", style),) for part in rest))


def beside_the_cursor(lines: Sequence[Line]) -> tuple[Line, ...]:
    """*lines* of a row that can't be chosen, indented like the rows that can."""
    return tuple((Span("  "), *line) for line in lines)
