"""A grid of cells with a cursor, a label before each row and above each column."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message

from tui.record import record
from tui.text.cells import width as cells_of
from tui.text.line import Line, Span, clip, column, flat_text, line_width
from tui.widgets.canvas import Canvas

WHOLE_LABEL = 12
"""Fewest cells of a label that is shown as a name."""
WIDEST_LABEL = 26
CODE = 4
"""Cells of a label that is a code."""
BRACKETS = 2
"""Cells that the cursor takes around a cell's text."""
HEAD = 2
"""Rows of the titles of the columns."""
MORE = " >"
"""Ends a cell in which some parts have no room."""
EMPTY = "-"
"""The text of a cell with nothing in it."""


@record
class Layout:
    """The widths of the grid, in cells.

    Args:
        label: width of the labels before the rows.
        cells: width of each column.
        has_names: whether labels are shown as whole names; else only their first span, a code, is shown.
    """

    label: int
    cells: tuple[int, ...]
    has_names: bool


class MatrixGrid(Vertical):
    """Rows x columns of short texts.

    The cells are a canvas of their own beside the labels: Textual repaints a widget's line from its left edge, so a
    cursor move repaints the short texts of a row without its Japanese label.
    """

    DEFAULT_CSS = """
    MatrixGrid {
        height: auto;
        & #grid-head { height: 2; }
        & #grid-body { height: auto; }
        & .grid-cells { height: auto; }
    }
    """

    class Moved(Message):
        """A cell was clicked."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._cells: Sequence[Sequence[tuple[str, ...]]] = ()
        self._heights: Sequence[int] = ()
        self._layout = Layout(10, (10,), True)
        self.cursor = (0, 0)
        """Row and column of the cursor, from 0."""

    def compose(self) -> ComposeResult:
        """Head, labels, cells."""
        yield Canvas(id="grid-head")
        with Horizontal(id="grid-body"):
            yield Canvas(id="grid-labels")
            yield Canvas(id="grid-cells", classes="grid-cells")

    def fill(
        self,
        head: Line,
        columns: Sequence[tuple[Line, Line]],
        labels: Sequence[Line],
        cells: Sequence[Sequence[str]],
        *,
        width: int,
        height: int,
    ) -> None:
        """Show *cells* under *columns* (two lines each), behind *labels*, *head* above the labels.

        Where labels have no room, only the first span of each is shown (a code), and no head. A label of one span has
        no code: its cells are wrapped at their blanks instead, as far as there are rows for it.

        Args:
            head: above the labels.
            columns: two lines above each column.
            labels: before the rows.
            cells: the texts, row by row.
            width: cells to draw in.
            height: rows to draw in.
        """
        made = layout(columns, labels, cells, width)
        self._layout = made
        rooms = [max(1, size - BRACKETS) for size in made.cells]
        self._cells = [[wrapped(text, room) for text, room in zip(row, rooms, strict=True)] for row in cells]
        if HEAD + sum(self._row_heights()) > height:
            self._cells = [[(text,) for text in row] for row in cells]
        self._cells = [
            [tuple(cut(text, room) for text in texts) for texts, room in zip(row, rooms, strict=True)]
            for row in self._cells
        ]
        self._heights = self._row_heights()
        self.cursor = (min(self.cursor[0], max(0, len(cells) - 1)), self.cursor[1])
        if not made.has_names:
            head, labels = (), [label[:1] for label in labels]
        labels_canvas = self.query_one("#grid-labels", Canvas)
        labels_canvas.styles.width = made.label
        for name in ("#grid-labels", "#grid-cells", "#grid-body"):
            self.query_one(name).styles.height = sum(self._heights)
        upper, lower = (
            tuple(span for title, size in zip(columns, made.cells, strict=True) for span in column(title[line], size))
            for line in (0, 1)
        )
        corner = " " * made.label
        self.query_one("#grid-head", Canvas).show([(Span(corner), *upper), (*column(head, made.label), *lower)])
        shown: list[Line] = []
        for label, lines in zip(labels, self._heights, strict=True):
            shown += [column(label, made.label - 1), *([()] * (lines - 1))]
        labels_canvas.show(shown)
        self._show_cells()

    def _row_heights(self) -> list[int]:
        return [max(map(len, row), default=1) for row in self._cells]

    @property
    def rows(self) -> int:
        """How many rows of the terminal it takes."""
        return HEAD + sum(self._heights)

    def move(self, rows: int, columns: int) -> None:
        """Move the cursor, stopping at the edges."""
        row = max(0, min(len(self._cells) - 1, self.cursor[0] + rows))
        at = max(0, min(len(self._cells[0]) - 1, self.cursor[1] + columns)) if self._cells else 0
        self.cursor = (row, at)
        self._show_cells()

    def _show_cells(self) -> None:
        lines: list[Line] = []
        for row, (cells, height) in enumerate(zip(self._cells, self._heights, strict=True)):
            for line in range(height):
                spans: list[Span] = []
                for at, (texts, size) in enumerate(zip(cells, self._layout.cells, strict=True)):
                    if (row, at) == self.cursor and line < len(texts):
                        before, after = "[" if line == 0 else " ", "]" if line == len(texts) - 1 else ""
                        marked = f"{before}{texts[line]}{after}"
                        spans += [Span(marked, "cursor"), Span(" " * (size - cells_of(marked)))]
                    else:
                        text = texts[line] if line < len(texts) else ""
                        spans += column((Span(f" {text}", "" if text != EMPTY else "dim"),), size)
                lines.append(tuple(spans))
        self.query_one("#grid-cells", Canvas).show(lines)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the cell under the mouse."""
        cells = self.query_one("#grid-cells", Canvas)
        spot = event.get_content_offset(cells)
        if spot is not None and spot.y < sum(self._heights):
            row = bisect_right(list(accumulate(self._heights)), spot.y)
            at = min(len(self._layout.cells) - 1, bisect_right(list(accumulate(self._layout.cells)), spot.x))
            self.cursor = (row, at)
            self._show_cells()
            self.post_message(self.Moved())


def layout(
    columns: Sequence[tuple[Line, Line]], labels: Sequence[Line], cells: Sequence[Sequence[str]], width: int
) -> Layout:
    """The widths of a grid: whole names where they fit, then codes, and at last cells on several lines."""
    count = max(1, len(columns))
    heads = [max(map(line_width, title)) for title in columns]
    needs = [
        max(heads[at], *(cells_of(row[at]) + BRACKETS for row in cells)) if cells else heads[at]
        for at in range(len(columns))
    ]
    # The width of the labels doesn't depend on the cells, so new marks in the cells need no new layout.
    name = min(WIDEST_LABEL, max(WHOLE_LABEL, *map(line_width, labels)) + 1) if labels else WHOLE_LABEL
    if name + sum(needs) <= width:
        even = (width - name) // count
        return Layout(name, (even,) * count if max(needs) <= even else tuple(needs), True)
    if all(len(each) == 1 for each in labels):
        parts = (cells_of(part) + BRACKETS for row in cells for text in row for part in text.split())
        name = min(name, max(WHOLE_LABEL, width - count * max(*parts, *heads)))
        return Layout(name, ((width - name) // count,) * len(columns), True)
    even = max(CODE, (width - CODE) // count)
    fits = CODE + sum(needs) <= width and max(needs, default=0) > even
    return Layout(CODE, tuple(needs) if fits else (even,) * len(columns), False)


def cut(text: str, cells: int) -> str:
    """*text* in at most *cells*: whole parts, and ``>`` for those that have no room.

    Parts are never cut in the middle, because the rest could be misread: ``4#^`` would become ``4..``.
    """
    if cells_of(text) <= cells:
        return text
    kept = ""
    for part in text.split():
        longer = f"{kept} {part}".strip()
        if cells_of(longer) + cells_of(MORE) > cells:
            break
        kept = longer
    return f"{kept}{MORE}" if kept else flat_text(clip((Span(text),), cells))


def wrapped(text: str, cells: int) -> tuple[str, ...]:
    """*text* in lines of at most *cells*, broken at its blanks; a part that is wider stays whole."""
    lines: list[str] = []
    for part in text.split():
        if lines and cells_of(lines[-1]) + 1 + cells_of(part) <= cells:
            lines[-1] += f" {part}"
        else:
            lines.append(part)
    return tuple(lines) or ("",)
