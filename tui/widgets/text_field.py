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
        is_replaced: whether what is typed first takes the place of what stands there: of a day or a number, of which
            another one is meant, not a longer one.
    """

    DEFAULT_CSS = """
    TextField {
        height: 1; border: none; padding: 0;
        background: ansi_default; color: ansi_default; text-style: underline;
    }
    TextField:focus { border: none; background: ansi_default; }
    """

    # Textual's, but for combining marks: Python takes them for no part of a word, which would begin anew behind each.
    _WORD_START = re.compile(
        r"(?<=[^\w\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef])\w"
    )

    def __init__(self, *, id: str | None = None, is_replaced: bool = False) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, compact=True, select_on_focus=is_replaced, highlighter=None)
        self.cursor_blink = False

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the cursor is drawn: behind the last character, Textual means the cell after that."""
        x, y, _, _ = self.content_region
        return Offset(x + width(self.value[: self.cursor_position]) - self.scroll_offset.x, y)

    def validate_selection(self, selection: Selection) -> Selection:
        """Where the cursor may stand: never between a character and its combining marks.

        It goes on in the direction in which it was moved, whether by one, by words or with the mouse.
        """
        ends = zip(super().validate_selection(selection), self.selection, strict=True)
        return Selection(*(edge(self.value, now, is_forward=now > before) for now, before in ends))

    def delete(self, start: int, end: int) -> None:
        """Delete characters whole, with their combining marks."""
        first, last = sorted((start, end))
        super().delete(edge(self.value, first, is_forward=False), edge(self.value, last, is_forward=True))

    def _cell_offset_to_index(self, offset: int) -> int:
        """The character under the mouse; Textual counts combining marks as cells where it is behind the text."""
        return len(take(self.value, offset + self.scroll_offset.x))

    def validate_value(self, value: str) -> str:
        """What was typed or pasted, with control and bidi characters neutralised: it is drawn as it stands."""
        return flat(value)

    def replace(self, text: str, start: int, end: int) -> None:
        """Put what was typed or pasted in the place of what stands there; what came unseen with it stays out."""
        super().replace(meant(text), start, end)

    def on_paste(self, event: events.Paste) -> None:
        """Take all of what is pasted, as one line: Textual keeps the first line of it and drops the others."""
        event.prevent_default()
        event.stop()
        self.replace(" ".join(line for line in event.text.splitlines() if line.strip()), *self.selection)
        self.call_after_refresh(self._follow)

    def _follow(self) -> None:
        """Scroll to the cursor; right after a long paste Textual doesn't know yet how wide the text has become."""
        before = width(self.value[: self.cursor_position])
        self.scroll_to_region(Region(before, 0, width=1, height=1), force=True, animate=False)
