"""A grid with any number of rows, of which only those in sight are drawn: a label, cells with a cursor, a remark."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events
from textual.message import Message

from tui.record import record
from tui.text.line import Line, Span, column, flat_text
from tui.widgets.canvas import Canvas


@record
class HeatRow:
    """A row of the grid.

    Args:
        label: what stands before the cells.
        cells: one line a column.
        remark: what stands behind them.
    """

    label: Line
    cells: tuple[Line, ...]
    remark: Line = ()


class HeatGrid(Canvas):
    """Rows x columns; the head stays above while rows and columns scroll with the cursor."""

    class Moved(Message):
        """A cell was clicked."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._heads: Sequence[Sequence[str]] = ()
        self._row: Callable[[int], HeatRow] = lambda _: HeatRow((), ())
        self._rows = 0
        self._columns = 0
        self._label_width = 10
        self._cell_width = 8
        self._top = 0
        self._left = 0
        self.cursor = (0, 0)
        """Row and column of the cursor, from 0."""

    def fill(
        self,
        heads: Sequence[Sequence[str]],
        rows: int,
        row: Callable[[int], HeatRow],
        *,
        label_width: int,
        cell_width: int,
    ) -> None:
        """Show *rows* rows, each asked of *row* when it comes into sight.

        Args:
            heads: lines of what stands above the labels, above each column, and above the remarks.
            rows: how many.
            row: gives one of them.
            label_width: cells of the labels.
            cell_width: cells of each column.
        """
        self._label_width, self._cell_width = label_width, cell_width
        self._rows, self._row = rows, row
        self._columns = max((len(head) - 2 for head in heads), default=0)
        self._heads = heads
        self.move(0, 0)

    @property
    def _in_sight(self) -> range:
        """The columns that are visible, scrolled so that the cursor's column is among them."""
        fitting = max(1, (self.size.width - self._label_width - 2) // self._cell_width) if self.size.width else 1
        at = self.cursor[1]
        self._left = max(0, min(max(self._left, at - fitting + 1), at, max(0, self._columns - fitting)))
        return range(self._left, min(self._columns, self._left + fitting))

    def _head(self, head: Sequence[str]) -> Line:
        first, *columns, last = head
        cells = (each for at in self._in_sight for each in column((Span(columns[at], "strong"),), self._cell_width))
        return (*column((Span(f"  {first}", "dim"),), self._label_width + 2), *cells, Span(last, "dim"))

    def move(self, rows: int, columns: int) -> bool:
        """Move the cursor, stopping at the edges; True where it moved."""
        before = self.cursor
        self.cursor = (
            max(0, min(self._rows - 1, before[0] + rows)),
            max(0, min(self._columns - 1, before[1] + columns)),
        )
        self.relayout()
        return self.cursor != before

    def page(self, by: int) -> None:
        """Move by screenfuls."""
        self.move(by * max(1, self.size.height - len(self._heads) - 1), 0)

    def relayout(self) -> None:
        """Keep the cursor in sight and draw."""
        height = self.size.height - len(self._heads)
        if height > 0:
            at = self.cursor[0]
            self._top = max(0, min(max(self._top, at - height + 1), at, max(0, self._rows - height)))
        shown = range(self._top, min(self._rows, self._top + height)) if height > 0 else range(0)
        lines = [*(self._head(head) for head in self._heads), *(self._line(at) for at in shown)]
        for at, mark, there in ((len(self._heads), "^", self._top > 0), (-1, "v", shown.stop < self._rows)):
            if there and shown:
                lines[at] = (*column(lines[at], self.size.width - 1), Span(mark, "dim"))
        self.show(lines)

    def _line(self, at: int) -> Line:
        row = self._row(at)
        is_here = at == self.cursor[0]
        spans = [Span("> " if is_here else "  "), *column(row.label, self._label_width - 1), Span(" ")]
        for number in self._in_sight:
            cell = row.cells[number]
            if is_here and number == self.cursor[1]:
                shown = column(cell, self._cell_width - 1)
                spans += [Span(flat_text(shown), "cursor"), Span(" ")]
            else:
                spans += column(cell, self._cell_width)
        return (*spans, *row.remark)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the cell under the mouse."""
        row = self._top + event.y - len(self._heads)
        if event.y >= len(self._heads) and row < self._rows:
            left = max(0, event.x - self._label_width - 2)
            self.cursor = (row, max(0, min(self._columns - 1, self._left + left // self._cell_width)))
            self.relayout()
            self.post_message(self.Moved())

    def on_mouse_scroll_down(self) -> None:
        """Move with the wheel."""
        self.move(3, 0)
        self.post_message(self.Moved())

    def on_mouse_scroll_up(self) -> None:
        """Move with the wheel."""
        self.move(-3, 0)
        self.post_message(self.Moved())
