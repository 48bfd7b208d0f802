"""Rows with a cursor: lists, and sheets of text in which some rows can be chosen."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.message import Message

from tui.text.line import Line, Row, Span, column, flat_text
from tui.widgets.canvas import Canvas


class ChoiceList(Canvas):
    """Rows with a cursor, which stops on rows that have a key; the list scrolls with it.

    The screen moves the cursor and repaints its details in the same handler, so that both arrive in one frame. A list
    that isn't ``active`` hides its cursor and only scrolls.
    """

    class Picked(Message):
        """A row was clicked."""

        def __init__(self, choices: ChoiceList, key: str) -> None:
            super().__init__()
            self.choices = choices
            self.key = key

        @property
        def control(self) -> ChoiceList:
            """The list."""
            return self.choices

    def __init__(self, *, id: str | None = None, active: bool = True) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._rows: Sequence[Row] = ()
        self._starts: list[int] = []
        self._total = 0
        self._cursor = 0
        self._top = 0
        self._active = active

    # -- what is chosen -------------------------------------------------------------------------------------------

    @property
    def active(self) -> bool:
        """Whether the cursor is shown and moves."""
        return self._active

    @property
    def key(self) -> str:
        """Key of the row under the cursor; empty where there is nothing to choose."""
        return self._rows[self._cursor].key if self._cursor < len(self._rows) else ""

    @property
    def keys(self) -> tuple[str, ...]:
        """Keys of all rows that can be chosen, in order."""
        return tuple(row.key for row in self._rows if row.key)

    @property
    def every_line(self) -> Sequence[Line]:
        """The lines of every row, without the cursor mark."""
        return [line for row in self._rows for line in row.lines]

    @property
    def lines_below(self) -> int:
        """How many lines are out of sight below."""
        return max(0, self._total - self._top - self.size.height)

    # -- filling and moving ---------------------------------------------------------------------------------------

    def fill(self, rows: Sequence[Row], key: str | None = None, *, top: bool = False) -> None:
        """Show *rows*, with the cursor on *key*, else on its former key, else on the nearest row.

        With *top* the list is scrolled to its beginning.
        """
        wanted = self.key if key is None else key
        self._rows = rows
        self._starts = []
        self._total = 0
        for row in rows:
            self._starts.append(self._total)
            self._total += len(row.lines)
        places = self._places()
        found = next((at for at in places if rows[at].key == wanted), None)
        if found is None:
            origin = self._cursor if key is None else 0
            found = min(places, key=lambda at: abs(at - origin), default=0)
        self._cursor = found
        if top:
            self._top = 0
            self._cursor = next(iter(places), 0)
        self.relayout()

    def activate(self, active: bool) -> None:
        """Show and move the cursor, or hide it."""
        self._active = active
        self.relayout()

    def move(self, by: int) -> bool:
        """Move the cursor *by* choosable rows, stopping at the ends; True where it moved."""
        places = self._places()
        if not places:
            return self.scroll_lines(by)
        now = places.index(self._cursor) if self._cursor in places else 0
        target = places[max(0, min(len(places) - 1, now + by))]
        if target == self._cursor:
            return self.scroll_lines(by)
        self._cursor = target
        self.relayout()
        return True

    def page(self, by: int) -> bool:
        """Move by screenfuls: the cursor goes to the nearest row there."""
        step = by * max(1, self.size.height - 1)
        places = self._places()
        if not self._active or not places:
            return self.scroll_lines(step)
        goal = self._starts[self._cursor] + step
        target = min(places, key=lambda at: abs(self._starts[at] - goal))
        if target == self._cursor:
            return self.scroll_lines(step)
        self._cursor = target
        self.relayout()
        return True

    def edge(self, to: int) -> bool:
        """Go to the first (-1) or the last (1) row."""
        places = self._places()
        if places:
            self._cursor = places[0] if to < 0 else places[-1]
        self._top = 0 if to < 0 else max(0, self._total - self.size.height)
        self.relayout()
        return True

    def scroll_lines(self, by: int) -> bool:
        """Scroll without moving the cursor; True where something moved."""
        top = max(0, min(self._top + by, self._total - self.size.height))
        if top == self._top:
            return False
        self._top = top
        self._draw()
        return True

    def read(self, by: int) -> None:
        """Move through a text that has links: lines first, the links take the cursor once the first is in sight."""
        if self._active and by < 0 and self.key == self.keys[:1][0]:
            self.activate(False)
            self.scroll_lines(by)
        elif self._active:
            self.move(by)
        elif by > 0 and self.keys and self._starts[self._places()[0]] < self._top + self.size.height:
            self._cursor = self._places()[0]
            self.activate(True)
        else:
            self.scroll_lines(by)

    def select(self, key: str) -> bool:
        """Put the cursor on *key*; False where there is no such row."""
        at = next((at for at in self._places() if self._rows[at].key == key), None)
        if at is None:
            return False
        self._cursor = at
        self.relayout()
        return True

    # -- drawing --------------------------------------------------------------------------------------------------

    def relayout(self) -> None:
        """Keep the cursor in sight and draw."""
        if not self._rows:
            self._top = 0
        elif self.size.height:
            self._keep_in_sight(self.size.height)
        self._draw()

    def _places(self) -> list[int]:
        return [at for at, row in enumerate(self._rows) if row.key]

    def _keep_in_sight(self, height: int) -> None:
        """Scroll as little as needed to show the cursor; with the first row, the headings above it are shown, too."""
        if self._active and self._rows[self._cursor].key:
            first = self._starts[self._cursor]
            last = first + len(self._rows[self._cursor].lines) - 1
            if not any(row.key for row in self._rows[: self._cursor]):
                first = 0 if last < height else first
            self._top = min(max(self._top, last - height + 1), first)
        self._top = max(0, min(self._top, self._total - height))

    def _draw(self) -> None:
        height = self.size.height
        shown: list[Line] = []
        for at, row in enumerate(self._rows):
            start = self._starts[at]
            if start + len(row.lines) <= self._top:
                continue
            if height and start >= self._top + height:
                break
            skip = max(0, self._top - start)
            shown += self._row_lines(at, row)[skip:]
        self.show(self._with_marks(shown[:height]) if height else shown)

    def _with_marks(self, lines: list[Line]) -> list[Line]:
        """*lines* with ``^`` and ``v`` at the right edge where there is more above or below."""
        for at, mark, there in ((0, "^", self._top > 0), (-1, "v", self.lines_below > 0)):
            if there:
                lines[at] = (*column(lines[at], self.size.width - 1), Span(mark, "dim"))
        return lines

    def _row_lines(self, at: int, row: Row) -> list[Line]:
        if not row.key:
            return list(row.lines)
        if at != self._cursor or not self._active:
            return [(Span("  "), *line) for line in row.lines]
        return [self._under_cursor("> " if number == 0 else "  ", line) for number, line in enumerate(row.lines)]

    def _under_cursor(self, mark: str, line: Line) -> Line:
        padded = column((Span(mark + flat_text(line)),), max(0, self.size.width - 1))
        return tuple(Span(span.text, "cursor") for span in padded)

    def on_click(self, event: events.Click) -> None:
        """Move the cursor to the row under the mouse and tell the screen."""
        line = self._top + event.y
        for at, row in enumerate(self._rows):
            if row.key and self._starts[at] <= line < self._starts[at] + len(row.lines):
                self._cursor = at
                self._draw()
                self.post_message(self.Picked(self, row.key))

    def on_mouse_scroll_down(self) -> None:
        """Scroll with the wheel."""
        self.scroll_lines(3)

    def on_mouse_scroll_up(self) -> None:
        """Scroll with the wheel."""
        self.scroll_lines(-3)
