"""An input of one line."""

from __future__ import annotations

from textual.widgets import Input

from tui.text.clean import flat


class TextField(Input):
    """An input without frame, blink or highlighter: a blinking cursor sends 1 kB a second over an idle SSH line."""

    DEFAULT_CSS = """
    TextField {
        height: 1; border: none; padding: 0;
        background: ansi_default; color: ansi_default; text-style: underline;
    }
    TextField:focus { border: none; background: ansi_default; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, compact=True, select_on_focus=False, highlighter=None)
        self.cursor_blink = False

    def validate_value(self, value: str) -> str:
        """What was typed or pasted, with control and bidi characters neutralised: it is drawn as it stands."""
        return flat(value)
