"""Putting kinsoku in the place of the line breaking that Rich and Textual share."""

from __future__ import annotations

import sys
from typing import Final

import rich._wrap

from tui.text.kinsoku import divide_line

USERS: Final = ("rich.text", "textual.content")
"""Modules that import the function by name; what isn't imported yet will take it from ``rich._wrap``."""


def install() -> None:
    """Make Static, Content, Text and everything that computes heights from them break lines by kinsoku.

    ``divide_line`` is private to Rich: a test holds that it still is what Rich and Textual wrap with.
    """
    rich._wrap.divide_line = divide_line
    for name in USERS:
        if name in sys.modules:
            vars(sys.modules[name])["divide_line"] = divide_line
