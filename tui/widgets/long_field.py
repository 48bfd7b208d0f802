"""An input for longer texts: it takes more rows while the text that is typed doesn't fit on one."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from textual import events
from textual.actions import SkipAction
from textual.binding import Binding
from textual.geometry import Offset, Region
from textual.message import Message
from textual.strip import Strip
from textual.widgets.input import Selection

from tui.text.cells import take, width
from tui.text.kinsoku import divide_line
from tui.widgets.canvas import changed_cells
from tui.widgets.text_field import TextField

EDGE = 2
"""Cells kept free at the right: for the cursor behind a full row, and for the mark that there is more."""
LEFT_TO_OTHERS = 11
"""Rows that the field never takes: title, status and keys of the screen, the other fields, a line of the body."""


class LongField(TextField):
    """A text field that is shown as a paragraph while it has the focus, and as one line otherwise.

    It is based on Textual's ``Input``, not on ``TextArea``: the text stays one line, and Enter submits it.
    """

    BINDINGS = [
        Binding("up", "row(-1)", show=False),
        Binding("down", "row(1)", show=False),
        Binding("pageup", "screenful(-1)", show=False),
        Binding("pagedown", "screenful(1)", show=False),
    ]

    class Grew(Message):
        """The number of rows has changed."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.rows = 1
        """How many rows it takes."""
        self._top = 0
        self._painted: list[Strip] = []

    @property
    def _starts(self) -> tuple[int, ...]:
        """Where each row of the text begins, in characters."""
        is_short = not self.has_focus or width(self.value) < self.size.width
        return (0,) if is_short else _divided(self.value, max(1, self.size.width - EDGE))

    @property
    def _most(self) -> int:
        """The most rows of the screen that it may take."""
        rows = self.app.size.height
        return max(1, min(rows // 3, rows - LEFT_TO_OTHERS))

    @property
    def is_wrapped(self) -> bool:
        """Whether it shows its text on several rows."""
        return self.size.height > 1

    # -- its size and what of the text is in sight ----------------------------------------------------------------

    def watch_has_focus(self, has_focus: bool) -> None:
        """Take the rows that the text needs, or be one line again."""
        super().watch_has_focus(has_focus)
        self._fit()

    def on_resize(self) -> None:
        """Wrap for the new width."""
        self._fit()

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> LongField:
        """Repaint only the rows that have changed: else all of them would be sent at every key."""
        if self.is_attached and not (regions or layout or recompose):
            self._fit()
            before, self._painted = self._painted, [self.render_line(y) for y in range(self.size.height)]
            if self.is_wrapped and len(before) == len(self._painted):
                pairs = enumerate(zip(before, self._painted, strict=True))
                changed = [Region(0, y, cells, 1) for y, pair in pairs if (cells := changed_cells(*pair))]
                if changed:
                    super().refresh(*changed, repaint=repaint)
                return self
        super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        return self

    def _fit(self) -> None:
        starts, most = self._starts, self._most
        rows = min(len(starts), most)
        if self.rows != rows:
            self.rows = rows
            self.styles.height = rows
            self.post_message(self.Grew())
        row = self._row_of(self.cursor_position)
        self._top = max(0, min(max(self._top, row - rows + 1), row, len(starts) - rows))

    def _row_of(self, position: int) -> int:
        return bisect_right(self._starts, position) - 1

    @property
    def content_width(self) -> int:
        """On several rows the width of the field: Textual repaints the whole field when the content gets wider."""
        return super().content_width if self.rows == 1 else self.size.width

    def validate_scroll_x(self, value: float) -> float:
        """Scroll sideways on one row only."""
        return super().validate_scroll_x(value) if self.rows == 1 else 0

    # -- drawing --------------------------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """One row of the text."""
        if not self.is_wrapped:
            return super().render_line(y)
        starts = self._starts
        row = self._top + y
        text = self._value
        if not self.selection.is_empty:
            text.stylize_before(self.get_component_rich_style("input--selection"), *sorted(self.selection))
        text.pad_right(1)
        text.stylize(self.get_component_rich_style("input--cursor"), self.cursor_position, self.cursor_position + 1)
        ends = [*starts[1:], len(text)]
        shown = text[starts[row] : ends[row]] if row < len(starts) else text[:0]
        more = "^" if y == 0 and row else "v" if y == self.size.height - 1 and row + 1 < len(starts) else " "
        shown.end = ""
        shown.truncate(self.size.width - 1)
        shown.pad_right(self.size.width - 1 - shown.cell_len)
        shown.append(more)
        return Strip(shown.render(self.app.console)).apply_style(self.rich_style)

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the cursor is drawn."""
        if not self.is_wrapped:
            return super().cursor_screen_offset
        x, y, _, _ = self.content_region
        row = self._row_of(self.cursor_position)
        before = width(self.value[self._starts[row] : self.cursor_position])
        return Offset(x + min(before, self.size.width - EDGE), y + row - self._top)

    # -- moving ---------------------------------------------------------------------------------------------------

    def action_row(self, by: int) -> None:
        """A row up or down; from the first and the last one, to the next field."""
        if not 0 <= self._row_of(self.cursor_position) + by < len(self._starts):
            raise SkipAction
        self._go(by)

    def action_screenful(self, by: int) -> None:
        """Move by as many rows as are visible."""
        self._go(by * self.size.height)

    def _go(self, by: int) -> None:
        starts = self._starts
        now = self._row_of(self.cursor_position)
        cells = width(self.value[starts[now] : self.cursor_position])
        row = max(0, min(now + by, len(starts) - 1))
        self.cursor_position = self._at(row, cells)

    def _at(self, row: int, cells: int) -> int:
        """The index in the text of the character that is *cells* cells from the left in a row."""
        edges = (*self._starts, len(self.value) + 1)
        start, end = edges[row], edges[row + 1]
        return start + min(len(take(self.value[start:end], cells)), end - start - 1)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Put the cursor where the mouse is; Textual's own handler only knows the first row."""
        offset = event.get_content_offset(self)
        if self.is_wrapped and offset is not None:
            event.prevent_default()
            row = min(self._top + offset.y, len(self._starts) - 1)
            self.selection = Selection.cursor(self._at(row, offset.x))


# Cached, because it is called for every row that is drawn, and for the cursor.
@lru_cache(maxsize=4)
def _divided(text: str, cells: int) -> tuple[int, ...]:
    return (0, *divide_line(text, cells))
