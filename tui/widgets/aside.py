"""A pane beside the details: it follows the cursor of another pane, and says how to read what doesn't fit."""

from __future__ import annotations

from tui.text.line import Line, Span
from tui.widgets.choice_list import ChoiceList


class Aside(ChoiceList):
    """Rows that are read, and can be chosen once the cursor is brought here."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, active=False)
        self.more = ""
        """How to get to what doesn't fit; empty where it is scrolled."""
        self._is_silent = False

    def hush(self, is_silent: bool) -> None:
        """Hide the hint about Enter while a question or a form is open: there Enter submits."""
        if is_silent != self._is_silent:
            self._is_silent = is_silent
            self.relayout()

    def _with_marks(self, lines: list[Line]) -> list[Line]:
        marked = super()._with_marks(lines)
        if self.more and self.lines_below and not self.active and not self._is_silent:
            marked[-1] = (Span(f"v {self.more}", "dim"),)
        return marked
