"""Words and paths that are safe on a command line: they can't be taken for an option or drive a terminal."""

from __future__ import annotations

import os
from pathlib import Path

from tui.errors import SigningError
from tui.text.clean import one_line


def is_safe_word(text: str) -> bool:
    """Whether *text* can be an argument: not empty, no option, no invisible characters."""
    return bool(text) and not text.startswith("-") and one_line(text) == text


def safe_word(text: str) -> str:
    """*text* as an argument.

    Raises:
        SigningError: it can't be one.
    """
    if not is_safe_word(text):
        raise SigningError("signing.unsafe_word", word=text)
    return text


def safe_path(path: Path) -> str:
    """*path* as an argument: absolute, so that it can't begin with a dash.

    Raises:
        SigningError: it holds invisible characters.
    """
    # Not resolve(): the files that belong to a key lie beside the link, not beside its target.
    return safe_word(os.path.abspath(path))  # noqa: PTH100
