"""The form of an entry: a few lines at the foot of a screen, not a dialog over it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.message import Message

from tui.record import record
from tui.text.line import Line
from tui.widgets.canvas import Canvas
from tui.widgets.cycle_field import CycleField
from tui.widgets.form_panel import FormPanel
from tui.widgets.long_field import LongField
from tui.widgets.text_field import TextField

TEXT_FIELDS = ("note", "day", "quantity", "ratio", "findings", "evidence", "items")
REPLACED = ("day", "quantity", "ratio", "findings")
"""Fields in which the first key typed replaces the value."""


@record
class FormWords:
    """The words of a form.

    Args:
        title: its title line.
        labels: the label of every field, by name.
        hints: placeholders of empty fields that need an explanation.
    """

    title: Line
    labels: Mapping[str, str]
    hints: Mapping[str, str]


class EntryPanel(FormPanel):
    """Fields for an entry; it starts in the note, so that a text and Enter are enough if the defaults are right."""

    TEXTS = TEXT_FIELDS
    CHOICES = ("supervision",)
    DEFAULT_CSS = """
    EntryPanel {
        & #note, & #evidence, & #items { width: 1fr; }
        & #day { width: 12; } & #quantity { width: 6; } & #ratio { width: 10; } & #findings { width: 6; }
    }
    """

    BINDINGS = [Binding("f8,ctrl+t", "discard", show=False)]

    class Discarded(Message):
        """The form is to be closed, and what was typed thrown away."""

    def action_discard(self) -> None:
        """Close it and keep nothing."""
        self.post_message(self.Discarded())

    def compose(self) -> ComposeResult:
        """Title, note, lines of short fields (each fits into forty columns), evidence and further criteria."""
        yield Canvas(id="form-title", classes="form-title")
        with Horizontal(classes="grows"):
            yield Canvas(id="label-note", classes="label")
            yield LongField(id="note")
        with Horizontal():
            yield from self._field("day")
            yield from self._field("quantity")
        with Horizontal(id="measured"):
            yield from self._field("ratio")
            yield from self._field("findings")
        with Horizontal():
            yield Canvas(id="label-supervision", classes="label")
            yield CycleField(id="supervision")
        with Horizontal():
            yield from self._field("evidence")
        with Horizontal():
            yield from self._field("items")

    def _field(self, name: str) -> ComposeResult:
        yield Canvas(id=f"label-{name}", classes="label")
        yield TextField(id=name, is_replaced=name in REPLACED)

    def open(
        self, words: FormWords, values: Mapping[str, str], levels: Sequence[tuple[str, str]], hidden: frozenset[str]
    ) -> None:
        """Show the form with *values*; fields in *hidden* (a ratio where none is asked for) are left out."""
        self.tell(words)
        for name in TEXT_FIELDS:
            self.fill(name, values.get(name, ""))
            for part in (f"#{name}", f"#label-{name}"):
                self.query_one(part).display = name not in hidden
        self.query_one("#measured").display = not {"ratio", "findings"} <= hidden
        self.query_one(CycleField).offer(levels, values.get("supervision", ""))
        self.display = True
        note = self.query_one("#note", TextField)
        note.focus()

    def tell(self, words: FormWords) -> None:
        """Show title and labels."""
        self.query_one("#form-title", Canvas).show([words.title])
        for name, label in words.labels.items():
            self.label(name, label)
        for name, hint in words.hints.items():
            self.query_one(f"#{name}", TextField).placeholder = hint
