"""A question that is answered in the user's own editor, while the screen waits."""

from __future__ import annotations

import os
from enum import Enum, auto
from typing import TYPE_CHECKING

from tui.terminal.editor import command_of, edit
from tui.text.clean import stored

if TYPE_CHECKING:
    from textual.app import App


class EditorOutcome(Enum):
    """What an editor gave back."""

    WRITTEN = auto()
    EMPTY = auto()
    UNCHANGED = auto()


def edited(app: App[None], text: str) -> tuple[EditorOutcome, str]:
    """Give the terminal to the editor until it is closed; the outcome, and the text as the journal keeps it.

    Raises:
        EditorError: the editor can't be used.
    """
    command_of(os.environ)  # raises before the screen is left, if no editor is set
    with app.suspend():
        found = stored(edit(text, os.environ))
    if not found:
        return EditorOutcome.EMPTY, ""
    return (EditorOutcome.UNCHANGED if found == stored(text) else EditorOutcome.WRITTEN), found
