"""The names of keys as every face shows them."""

from __future__ import annotations

from typing import Final

from tui.commands import Command
from tui.lang import Lang, say

KEY_NAMES: Final = {
    "slash": "/", "full_stop": ".", "question_mark": "?", "right_square_bracket": "]", "left_square_bracket": "[",
    "space": "Space", "enter": "Enter", "escape": "Esc", "backspace": "BS", "tab": "Tab", "shift+tab": "S-Tab",
    "up": "Up", "down": "Down", "left": "Left", "right": "Right",
    "ctrl+underscore": "^_", "pageup": "PgUp", "pagedown": "PgDn", "home": "Home", "end": "End",
}  # fmt: skip


def key_name(key: str) -> str:
    """A key as it is shown: ``/``, ``Enter``, ``^P``, ``F2``."""
    if key in KEY_NAMES:
        return KEY_NAMES[key]
    if key.startswith("ctrl+"):
        return f"^{key[5:].upper()}"
    if len(key) > 1 and key[0] == "f" and key[1:].isdecimal():
        return key.upper()
    return key


def bar_pairs(commands: tuple[Command, ...], lang: Lang) -> list[tuple[str, str]]:
    """Key and label of *commands* for a key bar."""
    return [(key_name(command.keys[0]), say(lang, command.label)) for command in commands]
