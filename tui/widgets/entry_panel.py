"""The form of an entry: a few lines at the foot of a screen, not a dialog over it."""

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

TEXT_FIELDS = ("note", "day", "quantity", "ratio", "findings", "evidence", "items")


@record
class FormWords:
    """The words of a form.

    Args:
        title: its title line.
        labels: the label of every field, by name.
        hints: what stands in an empty field, for those that need an explanation.
    """

    title: Line
    labels: Mapping[str, str]
    hints: Mapping[str, str]


class EntryPanel(Vertical):
    """Fields for what was done; starts in the note, so that text and Enter are enough when the defaults are right."""

    BINDINGS = [
        Binding("tab,down", "next", show=False),
        Binding("shift+tab,up", "previous", show=False),
        Binding("escape,ctrl+g", "cancel", show=False),
        Binding("f2,ctrl+s", "submit", show=False),
    ]
    DEFAULT_CSS = """
    EntryPanel {
        height: auto; display: none;
        & Horizontal { height: 1; }
        & .label { width: auto; height: 1; }
        & #form-title { height: 1; }
        & #note, & #evidence, & #items { width: 1fr; }
        & #day { width: 12; } & #quantity { width: 6; } & #ratio { width: 10; } & #findings { width: 6; }
    }
    """

    class Changed(Message):
        """Something was typed: time to keep a draft."""

    class Submitted(Message):
        """The form is to be written."""

    class Cancelled(Message):
        """The form is to be closed; what was typed stays as a draft."""

    def compose(self) -> ComposeResult:
        """Title, note, lines of short fields (each fits into forty columns), evidence and further criteria."""
        yield Canvas(id="form-title")
        with Horizontal():
            yield from self._field("note")
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
        yield TextField(id=name)

    def open(
        self, words: FormWords, values: Mapping[str, str], levels: Sequence[tuple[str, str]], hidden: frozenset[str]
    ) -> None:
        """Show the form with *values*; fields in *hidden* (a ratio where none is asked for) are left out."""
        self.tell(words)
        for name in TEXT_FIELDS:
            with self.prevent(Input.Changed):
                self.query_one(f"#{name}", TextField).value = values.get(name, "")
            for part in (f"#{name}", f"#label-{name}"):
                self.query_one(part).display = name not in hidden
        self.query_one("#measured").display = not {"ratio", "findings"} <= hidden
        self.query_one(CycleField).offer(levels, values.get("supervision", ""))
        self.display = True
        note = self.query_one("#note", TextField)
        note.focus()
        note.cursor_position = len(note.value)

    def tell(self, words: FormWords) -> None:
        """Show title and labels."""
        self.query_one("#form-title", Canvas).show([words.title])
        for name, label in words.labels.items():
            canvas = self.query_one(f"#label-{name}", Canvas)
            canvas.styles.width = width(label) + 2
            canvas.show([(Span(f" {label}", "dim"),)])
        for name, hint in words.hints.items():
            self.query_one(f"#{name}", TextField).placeholder = hint

    def close(self) -> None:
        """Hide the form."""
        self.screen.set_focus(None)
        self.display = False

    @property
    def values(self) -> dict[str, str]:
        """What stands in the fields."""
        texts = {name: self.query_one(f"#{name}", TextField).value for name in TEXT_FIELDS}
        return texts | {"supervision": self.query_one(CycleField).value}

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
