"""Search keys: two texts that a reader would call the same have the same key.

Keys are compared, never shown or stored. SQLite's full-text search (FTS) can't find Japanese words of one or two
characters, so a search looks for the key of the query inside the keys of texts.
"""

from __future__ import annotations

import unicodedata
from typing import Final

from tui.text.unicode_tables import RADICALS, SIGNS
from tui.text.unseen import seen

_HIRAGANA: Final = {chr(point): chr(point - 0x60) for point in (*range(0x30A1, 0x30F7), 0x30FD, 0x30FE)}
# NFKC turns the radical ⼾ into the old form 戶, which Japanese texts don't use.
_MARKS: Final = {"〜": "~", "戶": "戸"} | dict.fromkeys("‐‑‒–—―−", "-")


def single(table: dict[str, str]) -> dict[str, str]:
    """A table of strings of equal length as a table of single characters."""
    return {char: like for line, likes in table.items() for char, like in zip(line, likes, strict=True)}


_RADICALS: Final = single(RADICALS)
# ``fold`` handles ASCII texts without this table, so the table must not change ASCII signs in other texts, either.
_SIGNS: Final = {char: _MARKS.get(like, like) for char, like in single(SIGNS).items() if not char.isascii()}
_TABLE: Final = str.maketrans(_RADICALS | _SIGNS | _HIRAGANA | _MARKS)


def fold(text: str) -> str:
    """The search key of *text*.

    No difference is made by case, width (ＳＯＣ, ﾛｸﾞ), katakana or hiragana, radicals, signs that PDFs have instead of
    others (∕ ‧), kinds of dash and wave, invisible characters, and white space (also the ideographic space). Folding a
    key again doesn't change it.
    """
    if text.isascii():
        return " ".join(text.lower().split())
    composed = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", seen(text)).casefold())
    return " ".join(unicodedata.normalize("NFC", seen(composed).translate(_TABLE)).split())


def plain_form(char: str) -> str:
    """The character that a radical looks like (一 for ⼀); a radical without one stays as it is."""
    return (_RADICALS.get(char) or unicodedata.normalize("NFKC", char)).translate({ord("戶"): "戸"})
