"""What may stand on a command line: never something that could be an option or drive a terminal."""

from __future__ import annotations

import os
from pathlib import Path

from tui.errors import SigningError
from tui.text.clean import one_line


def is_safe_word(text: str) -> bool:
    """Whether *text* can be an argument: not empty, no option, nothing in it that can't be seen."""
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
        SigningError: it holds characters that can't be seen.
    """
    # Not resolve(): a link stays a link, since what belongs to a key lies beside it.
    return safe_word(os.path.abspath(path))  # noqa: PTH100
