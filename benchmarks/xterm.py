"""What an xterm sends: the bytes of its keys, and its answers to questions."""

from __future__ import annotations

import re
from typing import Final

NAMED: Final = {
    "enter": b"\r",
    "tab": b"\t",
    "shift+tab": b"\x1b[Z",
    "space": b" ",
    "escape": b"\x1b",
    "backspace": b"\x7f",
    "up": b"\x1b[A",
    "down": b"\x1b[B",
    "right": b"\x1b[C",
    "left": b"\x1b[D",
    "end": b"\x1b[F",
    "home": b"\x1b[H",
    "pageup": b"\x1b[5~",
    "pagedown": b"\x1b[6~",
    "f5": b"\x1b[15~",
}
FRAME: Final = b"\x1b[?2026h"
"""The beginning of a synchronised update: one for each frame, if the terminal reports that it supports them."""

CURSOR_QUERY: Final = b"\x1b[6n"
ANSWERS: Final = {
    b"\x1b[c": b"\x1b[?62;22c",
    b"\x1b[0c": b"\x1b[?62;22c",
    b"\x1b[>c": b"\x1b[>41;380;0c",
    b"\x1b[5n": b"\x1b[0n",
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",
    b"\x1b[?2048$p": b"\x1b[?2048;0$y",
}
"""Questions with fixed answers; that for the cursor position depends on the screen (``cursor_answer``)."""

QUERY: Final = re.compile(b"|".join(re.escape(query) for query in (CURSOR_QUERY, *ANSWERS)))
LONGEST_QUERY: Final = max(len(query) for query in (CURSOR_QUERY, *ANSWERS))


def key_bytes(key: str) -> bytes:
    """What the terminal sends for a key.

    Args:
        key: its name (``enter``, ``down``, ``ctrl+p``), or a text that is typed in one burst.
    """
    if key in NAMED:
        return NAMED[key]
    if key.startswith("ctrl+") and len(key) == len("ctrl+x"):
        return bytes([ord(key[-1].upper()) & 0x1F])
    return key.encode()


def cursor_answer(row: int, column: int) -> bytes:
    """The answer to a question for the cursor position; both numbers count from 1."""
    return b"\x1b[%d;%dR" % (row, column)
