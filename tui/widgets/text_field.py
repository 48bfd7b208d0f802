"""An input of one line."""

from __future__ import annotations

import re

from textual import events
from textual.geometry import Offset, Region
from textual.widgets import Input
from textual.widgets.input import Selection

from tui.text.cells import edge, take, width
from tui.text.clean import flat, meant


class TextField(Input):
    """An input without frame, blink or highlighter: a blinking cursor sends 1 kB a second over an idle SSH line.

    Args:
        id: its id.
        is_replaced: whether the first key typed replaces the value, as in a field for a day or a number.
    """

    DEFAULT_CSS = """
    TextField {
        height: 1; border: none; padding: 0;
        background: ansi_default; color: ansi_default; text-style: underline;
    }
    TextField:focus { border: none; background: ansi_default; }
    """

    # Textual's pattern, changed for combining marks: for Python they aren't part of a word, so after each a new word
    # would begin.
    _WORD_START = re.compile(
        r"(?<=[^\w\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef])\w"
    )

    def __init__(self, *, id: str | None = None, is_replaced: bool = False) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, compact=True, select_on_focus=is_replaced, highlighter=None)
        self.cursor_blink = False

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the cursor is drawn; Textual's own result is a cell too far to the right at the end of the text."""
        x, y, _, _ = self.content_region
        return Offset(x + width(self.value[: self.cursor_position]) - self.scroll_offset.x, y)

    def validate_selection(self, selection: Selection) -> Selection:
        """Move the ends of the selection out of the middle of a character and its combining marks.

        Each goes on in the direction in which it was moved, whether by a character, by a word or with the mouse.
        """
        ends = zip(super().validate_selection(selection), self.selection, strict=True)
        return Selection(*(edge(self.value, now, is_forward=now > before) for now, before in ends))

    def delete(self, start: int, end: int) -> None:
        """Delete characters whole, with their combining marks."""
        first, last = sorted((start, end))
        super().delete(edge(self.value, first, is_forward=False), edge(self.value, last, is_forward=True))

    def _cell_offset_to_index(self, offset: int) -> int:
        """The character under the mouse; Textual counts combining marks as cells if the mouse is after the text."""
        return len(take(self.value, offset + self.scroll_offset.x))

    def validate_value(self, value: str) -> str:
        """The value with control and bidi characters neutralised, since the field draws it as it is."""
        return flat(value)

    def replace(self, text: str, start: int, end: int) -> None:
        """Replace a part of the value by what was typed or pasted, without invisible characters in it."""
        super().replace(meant(text), start, end)

    def on_paste(self, event: events.Paste) -> None:
        """Take all lines that are pasted, as one line: Textual would keep only the first."""
        event.prevent_default()
        event.stop()
        self.replace(" ".join(line for line in event.text.splitlines() if line.strip()), *self.selection)
        self.call_after_refresh(self._follow)

    def _follow(self) -> None:
        """Scroll to the cursor; right after a long paste Textual doesn't know the new width of the text yet."""
        before = width(self.value[: self.cursor_position])
        self.scroll_to_region(Region(before, 0, width=1, height=1), force=True, animate=False)
