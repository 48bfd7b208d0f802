"""The checklist of a STEP in the simplest way: an ``OptionList``, and a ``Static`` with the selected item."""

from __future__ import annotations

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import OptionList, Static

from tui.curriculum.folder import builtin_folder
from tui.curriculum.model import Criterion, Item, Step
from tui.curriculum.pack import Pack


def criterion_text(criterion: Criterion) -> str:
    """The details of a criterion: its source, text and points."""
    points = "\n".join(f"  ☐ {point.text.ja}" for point in criterion.points)
    return f"{criterion.name.ja}  {criterion.source}\n{criterion.text.ja}\n\n確認項目\n{points}"


def item_text(item: Item) -> str:
    """The details of a learning item."""
    return f"{item.text.ja}  {item.source}\n{item.detail.ja}"


class OptionListApp(App[None]):
    """STEP 2 of the SOC role.

    Args:
        step: the step shown.
    """

    CSS = "OptionList { width: 34; } VerticalScroll { width: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = [("q", "quit", "Quit")]

    def __init__(self, step: Step) -> None:
        super().__init__()
        self.rows = [(each.name.ja, criterion_text(each)) for each in step.criteria]
        self.rows += [(item.text.ja, item_text(item)) for top in step.learning for item in top.walk()]

    def compose(self) -> ComposeResult:
        """List and details."""
        with Horizontal():
            yield OptionList(*(name for name, _ in self.rows), markup=False)
            with VerticalScroll():
                yield Static(id="detail", markup=False)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Let the details follow."""
        self.query_one("#detail", Static).update(self.rows[event.option_index][1])


def main() -> None:
    """Show the step."""
    role = Pack.open(builtin_folder()).role("soc")
    step = role.step(2) if role else None
    assert step is not None  # the pack has it
    OptionListApp(step).run()


if __name__ == "__main__":
    main()
