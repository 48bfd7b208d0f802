"""The form of an assessment: how a duty is done now, how it shall be, and a note; lines at the foot of a screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal

from tui.record import record
from tui.text.cells import width
from tui.text.line import Line
from tui.widgets.canvas import Canvas
from tui.widgets.cycle_field import CycleField
from tui.widgets.form_panel import FormPanel
from tui.widgets.long_field import LongField
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


class AssessPanel(FormPanel):
    """Fields for both halves of an assessment; the cursor starts in how the duty is done now."""

    TEXTS = TEXTS
    CHOICES = CHOICES
    DEFAULT_CSS = """
    AssessPanel {
        & CycleField { width: 20; }
        & .level { width: 14; }
        & TextField { width: 1fr; }
    }
    """

    def compose(self) -> ComposeResult:
        """Title, two lines for each half, the note, the SecBoK columns."""
        yield Canvas(id="assess-title", classes="form-title")
        for half in HALVES:
            with Horizontal():
                yield Canvas(id=f"label-{half}-how", classes="label")
                yield CycleField(id=f"{half}-how")
                yield Canvas(id=f"label-{half}-level", classes="label")
                yield CycleField(id=f"{half}-level")
            with Horizontal():
                yield Canvas(id=f"label-{half}-provider", classes="label")
                yield TextField(id=f"{half}-provider")
        with Horizontal(classes="grows"):
            yield Canvas(id="label-note", classes="label")
            yield LongField(id="note")
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
            self.label(name, label, 0 if name.endswith("level") else first)
        for name in TEXTS:
            self.fill(name, values.get(name, ""))
        for name in CHOICES:
            self.query_one(f"#{name}", CycleField).offer(choices[name.partition("-")[2]], values.get(name, ""))
        self.display = True
        self.query_one("#now-how", CycleField).focus()
