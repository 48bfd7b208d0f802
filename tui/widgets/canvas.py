"""The base of every widget here: shows lines and repaints only what changed."""

from __future__ import annotations

from collections.abc import Sequence

from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tui.text.cells import clusters
from tui.text.line import BLANK, Line
from tui.widgets.strip import to_strip
from tui.widgets.styles import styles_of


class Canvas(Widget, inherit_bindings=False):
    """Lines of text, drawn with the line API.

    ``show`` compares the new lines with those on the screen and repaints the changed ones, each only up to its last
    changed cell: a cursor move costs some hundred bytes instead of the 5 kB of an ``OptionList`` (Textual doesn't
    compare cells itself).
    """

    can_focus = False
    DEFAULT_CSS = "Canvas { height: 1fr; width: 1fr; }"

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes=classes)
        self._lines: Sequence[Line] = ()
        self._drawn: list[Strip] = []

    @property
    def lines(self) -> Sequence[Line]:
        """The lines shown now."""
        return self._lines

    @property
    def every_line(self) -> Sequence[Line]:
        """All lines, including those that don't fit."""
        return self._lines

    def show(self, lines: Sequence[Line]) -> None:
        """Show *lines*, the first at the top; what doesn't fit below is not drawn."""
        self._lines = lines
        if not self.is_attached:
            return
        if not self.size:
            self._drawn = []
            self.refresh()  # hidden: else Textual would show the old painting when it is shown again
            return
        old, self._drawn = self._drawn, self._strips()
        if len(old) != len(self._drawn) or (old and old[0].cell_length != self.size.width):
            self.refresh()
            return
        for y, (before, after) in enumerate(zip(old, self._drawn, strict=True)):
            changed = changed_cells(before, after)
            if changed:
                self.refresh(Region(0, y, changed, 1))

    def render_line(self, y: int) -> Strip:
        """The strip of row *y*."""
        if not self._drawn:
            self._drawn = self._strips()
        return self._drawn[y] if y < len(self._drawn) else Strip.blank(self.size.width)

    def on_resize(self) -> None:
        """Draw again for the new size."""
        self.relayout()
        before, self._drawn = self._drawn, self._strips()
        # Textual may have painted in between, with the new size and the old lines.
        if before and before != self._drawn:
            self.refresh()

    def relayout(self) -> None:
        """Make the lines anew for the present size; overridden by widgets whose lines depend on it."""

    def notify_style_update(self) -> None:
        """Forget what was drawn in the styles of the former theme."""
        super().notify_style_update()
        self._drawn = []

    def _strips(self) -> list[Strip]:
        columns, rows = self.size
        shown = list(self._lines[:rows])
        shown += [BLANK] * (rows - len(shown))
        styles = styles_of(self.app.current_theme)
        return [to_strip(line, columns, styles) for line in shown]


def changed_cells(before: Strip, after: Strip) -> int:
    """How many cells from the left have to be drawn again: up to the last one that differs; 0 where none does."""
    if before == after:
        return 0
    old, new = _cells(before), _cells(after)
    for at in range(min(len(old), len(new)) - 1, -1, -1):
        if old[at] != new[at]:
            return _whole(new, at + 1)
    return max(len(old), len(new))


def _whole(cells: list[tuple[str, Style | None, int]], end: int) -> int:
    """The next place from *end* on where a cut is safe: Textual would cut wide characters and lose combining marks."""
    while end < len(cells) and (len(cells[end - 1][0]) > 1 or cells[end][2]):
        end += 1
    return end


def _cells(strip: Strip) -> list[tuple[str, Style | None, int]]:
    """One element a cell: the character with its marks, its style, and which half of a wide character it is."""
    return [
        (cluster, segment.style, half)
        for segment in strip
        for cluster, size in clusters(segment.text)
        for half in range(size)
    ]
