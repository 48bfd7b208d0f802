"""Search keys: two texts that a reader would call the same have the same key.

Keys are compared, never shown or stored. FTS finds no Japanese word of one or two characters, so a search looks for a
folded query inside folded texts.
"""

from __future__ import annotations

import unicodedata
from typing import Final

RADICALS: Final = dict(zip("⻁⻄⻅⻆⻑⻘⻝⻤⻦⻨⻩⻭⺠", "虎西見角長青食鬼鳥麦黄歯民", strict=True))
"""CJK radicals that only look like the character beside them, and that NFKC leaves as they are."""


_HIRAGANA: Final = {chr(point): chr(point - 0x60) for point in (*range(0x30A1, 0x30F7), 0x30FD, 0x30FE)}
# NFKC makes ⼾ the old form 戶, which no Japanese text is written with.
_MARKS: Final = {"〜": "~", "戶": "戸"} | dict.fromkeys("‐‑‒–—―−", "-")
_TABLE: Final = str.maketrans(RADICALS | _HIRAGANA | _MARKS)


def fold(text: str) -> str:
    """The search key of *text*.

    Case, width (ＳＯＣ, ﾛｸﾞ), katakana and hiragana, radicals, kinds of dash and wave, and runs of white space (the
    ideographic space among them) make no difference. Folding a key again changes nothing.
    """
    if text.isascii():
        return " ".join(text.lower().split())
    composed = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return " ".join(unicodedata.normalize("NFC", composed.translate(_TABLE)).split())


def plain_form(char: str) -> str:
    """The character that a radical only looks like (⼀: 一), or the radical where there is none."""
    return (RADICALS.get(char) or unicodedata.normalize("NFKC", char)).translate({ord("戶"): "戸"})
