"""A question above the keys: a label, a field, an answer."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input

from tui.text.cells import width
from tui.text.line import Span
from tui.widgets.canvas import Canvas
from tui.widgets.long_field import LongField

LEAST = 20
"""Fewest cells for an answer beside its question; with less room it stands below."""


class PromptLine(Horizontal):
    """Hidden until something is asked; Enter answers, Escape takes the question back.

    It covers the line above the keys (and more lines for a long answer), on a layer of its own: taking a row from the
    body would make Textual lay out and paint the whole screen three times.
    """

    BINDINGS = [Binding("escape,ctrl+g", "cancel", show=False), Binding("ctrl+o,f4", "editor", show=False)]
    DEFAULT_CSS = """
    PromptLine {
        height: auto; display: none;
        layer: above; dock: bottom; offset: 0 -1;
        &.-stacked { layout: vertical; }
        & .label { height: 1; }
        & LongField { width: 1fr; }
    }
    """

    class Answered(Message):
        """Enter was pressed."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Cancelled(Message):
        """Escape was pressed."""

    class Grew(Message):
        """The number of rows has changed."""

    class EditorAsked(Message):
        """The user wants to write the answer in an editor; *text* is the answer so far."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._label_width = 0

    @property
    def rows(self) -> int:
        """How many rows it takes."""
        return self.query_one(LongField).rows + self.has_class("-stacked")

    def compose(self) -> ComposeResult:
        """Label and field."""
        yield Canvas(classes="label")
        yield LongField()

    def ask(self, label: str, value: str = "") -> None:
        """Show the line with *label*, the field holding *value*."""
        canvas = self.query_one(Canvas)
        self._label_width = width(label) + 2
        self._stack()
        canvas.show([(Span(f" {label}", "strong"),)])
        self.ask_again(value)

    def ask_again(self, value: str) -> None:
        """Show the line again with the same label, the field holding *value*."""
        field = self.query_one(LongField)
        with self.prevent(Input.Changed):
            field.value = value
        self.display = True
        field.focus()
        field.cursor_position = len(value)

    def _stack(self) -> None:
        is_stacked = self._label_width + LEAST > self.app.size.width
        self.set_class(is_stacked, "-stacked")
        self.query_one(Canvas).styles.width = "100%" if is_stacked else self._label_width

    def on_resize(self) -> None:
        """Put the answer beside or below the question, as there is room."""
        self._stack()

    def on_long_field_grew(self, event: LongField.Grew) -> None:
        """Tell how many rows are covered now."""
        event.stop()
        self.post_message(self.Grew())

    def close(self) -> None:
        """Hide the line."""
        self.screen.set_focus(None)
        self.display = False

    @on(Input.Submitted)
    def _answered(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Answered(event.value))

    def action_editor(self) -> None:
        """Write the answer in an editor."""
        self.post_message(self.EditorAsked(self.query_one(LongField).value))

    def action_cancel(self) -> None:
        """Take the question back."""
        self.post_message(self.Cancelled())
