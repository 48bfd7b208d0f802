"""The form of an assessment: how a duty is done now, how it shall be, and a note; lines at the foot of a screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input

from tui.record import record
from tui.text.cells import width
from tui.widgets.canvas import Canvas
from tui.widgets.cycle_field import CycleField
from tui.widgets.line import Line, Span
from tui.widgets.text_field import TextField

HALVES = ("now", "target")
CHOICES = tuple(f"{half}-{part}" for half in HALVES for part in ("how", "level"))
TEXTS = (*(f"{half}-provider" for half in HALVES), "note", "secbok")


@record
class AssessWords:
    """The words of the form.

    Args:
        title: its title line.
        labels: the label of every field, by name.
    """

    title: Line
    labels: Mapping[str, str]


class AssessPanel(Vertical):
    """Fields for both halves of an assessment; starts in how it is done now."""

    BINDINGS = [
        Binding("tab,down", "next", show=False),
        Binding("shift+tab,up", "previous", show=False),
        Binding("escape,ctrl+g", "cancel", show=False),
        Binding("f2,ctrl+s", "submit", show=False),
    ]
    DEFAULT_CSS = """
    AssessPanel {
        height: auto; display: none;
        & Horizontal { height: 1; }
        & .label { width: auto; height: 1; }
        & #assess-title { height: 1; }
        & CycleField { width: 20; }
        & .level { width: 14; }
        & TextField { width: 1fr; }
    }
    """

    class Submitted(Message):
        """The form is to be written."""

    class Cancelled(Message):
        """The form is to be closed."""

    def compose(self) -> ComposeResult:
        """Title, two lines for each half, the note, the SecBoK columns."""
        yield Canvas(id="assess-title")
        for half in HALVES:
            with Horizontal():
                yield Canvas(id=f"label-{half}-how", classes="label")
                yield CycleField(id=f"{half}-how")
                yield Canvas(id=f"label-{half}-level", classes="label")
                yield CycleField(id=f"{half}-level")
            with Horizontal():
                yield Canvas(id=f"label-{half}-provider", classes="label")
                yield TextField(id=f"{half}-provider")
        with Horizontal():
            yield Canvas(id="label-note", classes="label")
            yield TextField(id="note")
        with Horizontal():
            yield Canvas(id="label-secbok", classes="label")
            yield TextField(id="secbok")

    def open(
        self, words: AssessWords, values: Mapping[str, str], choices: Mapping[str, Sequence[tuple[str, str]]]
    ) -> None:
        """Show the form with *values*; *choices* are those of ``how`` and of ``level``."""
        self.query_one("#assess-title", Canvas).show([words.title])
        first = max(width(label) for name, label in words.labels.items() if not name.endswith("level"))
        for name, label in words.labels.items():
            canvas = self.query_one(f"#label-{name}", Canvas)
            canvas.styles.width = 2 + (width(label) if name.endswith("level") else first)
            canvas.show([(Span(f" {label}", "dim"),)])
        for name in TEXTS:
            with self.prevent(Input.Changed):
                self.query_one(f"#{name}", TextField).value = values.get(name, "")
        for name in CHOICES:
            self.query_one(f"#{name}", CycleField).offer(choices[name.partition("-")[2]], values.get(name, ""))
        self.display = True
        self.query_one("#now-how", CycleField).focus()

    def close(self) -> None:
        """Hide the form."""
        self.screen.set_focus(None)
        self.display = False

    @property
    def values(self) -> dict[str, str]:
        """What stands in the fields."""
        texts = {name: self.query_one(f"#{name}", TextField).value for name in TEXTS}
        return texts | {name: self.query_one(f"#{name}", CycleField).value for name in CHOICES}

    @on(Input.Changed)
    @on(CycleField.Changed)
    def _changed(self, event: Message) -> None:
        event.stop()

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
