"""The heads of the heat map: names of roles, broken where words end."""

from __future__ import annotations

import re
from typing import Final

from tui.drawing.pen import Pen
from tui.text.cells import fit, width
from tui.text.kinsoku import wrap

AFTER_SLASH: Final = re.compile(r"(?<=[/・])(?=.)")
"""Where the name of a role can be broken without cutting a word."""
LINES: Final = 3
"""Lines of a name above its column, at most."""


def head_lines(name: str, cells: int, pen: Pen) -> list[str]:
    """The name of a role on the lines above its column, broken between words; what has no room ends in ``..``.

    Japanese is broken inside a word that is wider than the column.
    """
    lines: list[str] = []
    for word in name.split():
        gap = " "
        for piece in AFTER_SLASH.split(word):
            for part in _evenly(piece, cells) if pen.lang == "ja" else (piece,):
                longer = f"{lines[-1]}{gap}{part}" if lines else part
                lines[-1:] = [longer] if width(longer) <= cells else [*lines[-1:], part]
                gap = ""
    last = "".join(lines[LINES - 1 :])
    return [fit(line, cells).rstrip() for line in (*lines[: LINES - 1], *([last] if last else []))]


def _evenly(word: str, cells: int) -> list[str]:
    """A Japanese word on as few lines as possible, of about equal length, so that no line has a single character."""
    fewest = len(wrap(word, cells))
    return next(parts for wide in range(1, cells + 1) if len(parts := wrap(word, wide)) <= fewest)
