"""Neutralising what could drive a terminal: control characters, C1, bidirectional overrides, invisible tags.

Textual hands control characters of any string to the terminal, and TOML and notes may hold them as escapes, so a
trainee's note could write a mentor's clipboard (ESC ] 52). They are replaced at storage and again at display.
"""

from __future__ import annotations

import unicodedata
from typing import Final

REPLACEMENT: Final = "\ufffd"


def _table() -> dict[int, str]:
    ranges = (
        (0x00, 0x08), (0x0B, 0x1F), (0x7F, 0x9F), (0x61C, 0x61C), (0x200B, 0x200F), (0x2028, 0x202E),
        (0x2060, 0x206F), (0xFEFF, 0xFEFF), (0xFFF9, 0xFFFB), (0xD800, 0xDFFF), (0xE0000, 0xE007F),
    )  # fmt: skip
    return {point: REPLACEMENT for first, last in ranges for point in range(first, last + 1)}


_TABLE: Final = _table()
_FLAT: Final = _TABLE | {0x09: " ", 0x0A: " "}


def neutralise(text: str) -> str:
    """*text* with everything that isn't plain text replaced by U+FFFD; tab and newline stay."""
    return text.translate(_TABLE)


def is_clean(text: str) -> bool:
    """Whether there is nothing in *text* that would be replaced."""
    return (text.isascii() and text.isprintable()) or neutralise(text) == text


def stored(text: str) -> str:
    """*text* as it is kept: neutralised, NFC (never NFKC: that changes Ⅲ and ①), outer white space dropped."""
    return unicodedata.normalize("NFC", neutralise(text)).strip()


def one_line(text: str) -> str:
    """*text* for a place of one line: neutralised, every run of white space one blank."""
    return " ".join(neutralise(text).split())


def flat(text: str) -> str:
    """*text* for drawing inside a line: neutralised, tabs and line ends as blanks; its blanks stay, they are layout."""
    return text.translate(_FLAT)
