"""The base of the forms at the foot of a screen: moving between fields, submitting and closing."""

from __future__ import annotations

from textual import on
from textual.binding import Binding
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input

from tui.text.cells import width
from tui.text.line import Span
from tui.widgets.canvas import Canvas
from tui.widgets.cycle_field import CycleField
from tui.widgets.text_field import TextField


class FormPanel(Vertical):
    """A few lines of fields, hidden until the form is opened; not a dialog over the screen.

    A subclass composes the fields: each has its name as id, and its label is a ``Canvas`` with the id ``label-NAME``.
    """

    TEXTS: tuple[str, ...] = ()
    CHOICES: tuple[str, ...] = ()
    BINDINGS = [
        Binding("tab,down", "next", show=False),
        Binding("shift+tab,up", "previous", show=False),
        Binding("escape,ctrl+g", "cancel", show=False),
        Binding("f2,ctrl+s", "submit", show=False),
    ]
    DEFAULT_CSS = """
    FormPanel {
        height: auto; display: none;
        & Horizontal { height: 1; }
        & .grows { height: auto; }
        & .label { width: auto; height: 1; }
        & .form-title { height: 1; }
    }
    """

    class Changed(Message):
        """Something was typed: time to keep a draft."""

    class Submitted(Message):
        """The form is to be written."""

    class Cancelled(Message):
        """The form is to be closed; what was typed stays as a draft."""

    def label(self, name: str, text: str, cells: int = 0) -> None:
        """Show the label of a field, in so many cells or as many as it takes."""
        canvas = self.query_one(f"#label-{name}", Canvas)
        canvas.styles.width = 2 + (cells or width(text))
        canvas.show([(Span(f" {text}", "dim"),)])

    def fill(self, name: str, value: str) -> None:
        """Put a text into a field without a message that it was typed."""
        field = self.query_one(f"#{name}", TextField)
        with self.prevent(Input.Changed):
            field.value = value
        field.cursor_position = len(value)  # not where it stood in the form before

    def choose(self, name: str, value: str) -> None:
        """Set the value of a field with fixed values, without a message that it was chosen."""
        self.query_one(f"#{name}", CycleField).choose(value)

    def close(self) -> None:
        """Hide the form."""
        self.screen.set_focus(None)
        self.display = False

    @property
    def values(self) -> dict[str, str]:
        """What stands in the fields."""
        texts = {name: self.query_one(f"#{name}", TextField).value for name in self.TEXTS}
        return texts | {name: self.query_one(f"#{name}", CycleField).value for name in self.CHOICES}

    @on(Input.Changed)
    @on(CycleField.Changed)
    def _changed(self, event: Message) -> None:
        event.stop()
        self.post_message(self.Changed())

    @on(Input.Submitted)
    @on(CycleField.Submitted)
    def _submitted(self, event: Message) -> None:
        event.stop()
        self.post_message(self.Submitted())

    def action_next(self) -> None:
        """To the next field."""
        self.screen.focus_next("TextField, CycleField")

    def action_previous(self) -> None:
        """To the field before."""
        self.screen.focus_previous("TextField, CycleField")

    def action_submit(self) -> None:
        """Write it."""
        self.post_message(self.Submitted())

    def action_cancel(self) -> None:
        """Close it."""
        self.post_message(self.Cancelled())
