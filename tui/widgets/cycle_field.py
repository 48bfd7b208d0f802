"""A field with a few fixed values, changed with space and the arrows to the sides."""

from __future__ import annotations

from collections.abc import Sequence

from textual.binding import Binding
from textual.message import Message

from tui.text.line import Span
from tui.widgets.canvas import Canvas


class CycleField(Canvas):
    """One of several values; space, left and right go through them, up and down belong to the form."""

    can_focus = True
    BINDINGS = [
        Binding("right,space,ideographic_space", "turn(1)", show=False),
        Binding("left", "turn(-1)", show=False),
        Binding("enter", "submit", show=False),
    ]
    DEFAULT_CSS = "CycleField { height: 1; width: 26; }"

    class Changed(Message):
        """Another value was chosen."""

    class Submitted(Message):
        """Enter was pressed on the field."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._choices: Sequence[tuple[str, str]] = ()
        self._at = 0

    @property
    def value(self) -> str:
        """The chosen value."""
        return self._choices[self._at][0] if self._choices else ""

    def offer(self, choices: Sequence[tuple[str, str]], value: str) -> None:
        """Offer pairs of value and label, with *value* chosen."""
        self._choices = choices
        self.choose(value)

    def choose(self, value: str) -> None:
        """Show *value* as chosen, the first where there is no such value."""
        self._at = next((at for at, (each, _) in enumerate(self._choices) if each == value), 0)
        self.relayout()

    def relayout(self) -> None:
        """Show the chosen label between arrows."""
        label = self._choices[self._at][1] if self._choices else ""
        self.show([(Span(f"< {label} >", "cursor" if self.has_focus else ""),)])

    def watch_has_focus(self, has_focus: bool) -> None:
        """Show whether the arrows work here: ``on_focus`` would come before the focus is known."""
        super().watch_has_focus(has_focus)
        self.relayout()

    def action_turn(self, by: int) -> None:
        """Go *by* values on."""
        self._at = (self._at + by) % max(1, len(self._choices))
        self.relayout()
        self.post_message(self.Changed())

    def action_submit(self) -> None:
        """Say that the form is done."""
        self.post_message(self.Submitted())
