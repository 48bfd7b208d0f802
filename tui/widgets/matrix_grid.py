"""A grid of cells with a cursor, a label before each row and above each column."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message

from tui.widgets.canvas import Canvas
from tui.widgets.line import Line, Span, column, flat_text, line_width

WHOLE_LABEL = 12
"""Cells below which a label can't be read as a name."""


class MatrixGrid(Vertical):
    """Rows x columns of short texts.

    The cells are a canvas of their own beside the labels: Textual repaints a widget's line from its left edge, so a
    cursor move writes the digits of a row and none of its Japanese.
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
        self._cells: Sequence[Sequence[str]] = ()
        self._label_width = 10
        self._cell_width = 10
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
        width: int,
    ) -> None:
        """Show *cells* under *columns* (two lines each), behind *labels*, in *width* cells, *head* above the labels.

        Where labels have no room, only the first span of each is shown (a code), and no head.
        """
        self._cells = cells
        count = len(columns)
        widest = max((line_width(each) for title in columns for each in title), default=10)
        self._label_width = max(4, min(26, width - count * widest))
        if self._label_width < WHOLE_LABEL:
            self._label_width = 4
            head, labels = (), [label[:1] for label in labels]
        self._cell_width = max(4, (width - self._label_width) // max(1, count))
        labels_canvas = self.query_one("#grid-labels", Canvas)
        labels_canvas.styles.width = self._label_width
        for name in ("#grid-labels", "#grid-cells", "#grid-body"):
            self.query_one(name).styles.height = len(labels)
        upper = tuple(span for title in columns for span in column(title[0], self._cell_width))
        lower = tuple(span for title in columns for span in column(title[1], self._cell_width))
        corner = " " * self._label_width
        self.query_one("#grid-head", Canvas).show([(Span(corner), *upper), (*column(head, self._label_width), *lower)])
        labels_canvas.show([column(label, self._label_width - 1) for label in labels])
        self._show_cells()

    def move(self, rows: int, columns: int) -> None:
        """Move the cursor, stopping at the edges."""
        row = max(0, min(len(self._cells) - 1, self.cursor[0] + rows))
        at = max(0, min(len(self._cells[0]) - 1, self.cursor[1] + columns)) if self._cells else 0
        self.cursor = (row, at)
        self._show_cells()

    def _show_cells(self) -> None:
        lines: list[Line] = []
        for row, cells in enumerate(self._cells):
            spans: list[Span] = []
            for at, text in enumerate(cells):
                if (row, at) == self.cursor:
                    shown = flat_text((Span(f"[{text}]"),))
                    spans += [Span(shown, "cursor"), Span(" " * (self._cell_width - len(shown)))]
                else:
                    spans += column((Span(f" {text}", "" if text != "-" else "dim"),), self._cell_width)
            lines.append(tuple(spans))
        self.query_one("#grid-cells", Canvas).show(lines)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the cell under the mouse."""
        cells = self.query_one("#grid-cells", Canvas)
        spot = event.get_content_offset(cells)
        if spot is not None and spot.y < len(self._cells):
            self.cursor = (spot.y, min(len(self._cells[0]) - 1, spot.x // self._cell_width))
            self._show_cells()
            self.post_message(self.Moved())
