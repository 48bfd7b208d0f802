"""Search keys: two texts that a reader would call the same have the same key.

Keys are compared, never shown or stored. FTS finds no Japanese word of one or two characters, so a search looks for a
folded query inside folded texts.
"""

from __future__ import annotations

import unicodedata
from typing import Final

from tui.text.unicode_tables import RADICALS, SIGNS
from tui.text.unseen import seen

_HIRAGANA: Final = {chr(point): chr(point - 0x60) for point in (*range(0x30A1, 0x30F7), 0x30FD, 0x30FE)}
# NFKC makes ⼾ the old form 戶, which no Japanese text is written with.
_MARKS: Final = {"〜": "~", "戶": "戸"} | dict.fromkeys("‐‑‒–—―−", "-")


def single(table: dict[str, str]) -> dict[str, str]:
    """A table of lines as one of characters."""
    return {char: like for line, likes in table.items() for char, like in zip(line, likes, strict=True)}


_RADICALS: Final = single(RADICALS)
# A text in ASCII has its key without a table: no sign of ASCII may become another.
_SIGNS: Final = {char: _MARKS.get(like, like) for char, like in single(SIGNS).items() if not char.isascii()}
_TABLE: Final = str.maketrans(_RADICALS | _SIGNS | _HIRAGANA | _MARKS)


def fold(text: str) -> str:
    """The search key of *text*.

    Case, width (ＳＯＣ, ﾛｸﾞ), katakana and hiragana, radicals, signs that a PDF has in the place of others (∕ ‧), kinds
    of dash and wave, characters that aren't seen, and runs of white space (the ideographic space among them) make no
    difference. Folding a key again changes nothing.
    """
    if text.isascii():
        return " ".join(text.lower().split())
    composed = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", seen(text)).casefold())
    return " ".join(unicodedata.normalize("NFC", seen(composed).translate(_TABLE)).split())


def plain_form(char: str) -> str:
    """The character that a radical only looks like (⼀: 一), or the radical where there is none."""
    return (_RADICALS.get(char) or unicodedata.normalize("NFKC", char)).translate({ord("戶"): "戸"})
