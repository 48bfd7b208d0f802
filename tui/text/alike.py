"""Whether two short texts look alike: what a reader takes for the same, whoever wrote it meant something else.

Only for warnings: a letter of another alphabet in an id isn't wrong. The table holds what is met in ids, addresses and
names here; Unicode's own (UTS 39) has thousands of rows, most of scripts that no keyboard here has.
"""

from __future__ import annotations

import unicodedata
from typing import Final

_CASES: Final = str.maketrans("I1|0O", "llloo")
"""Before letters are made small: a large I looks like an l, a small one doesn't."""
_LATIN: Final = dict(zip("асԁеһіјӏорԛѕԝхуαικνορτυχɑɡı", "acdehijlopqswxyaikvoptuxagi", strict=True))
"""Cyrillic, Greek and others, each beside the Latin letter that it looks like."""
_KANA: Final = dict(zip("ニカロトエタハヘベペリ一―－", "二力口卜工夕八へべぺりーーー", strict=True))
_TABLE: Final = str.maketrans(_LATIN | _KANA)


def look(text: str) -> str:
    """What *text* looks like: texts of the same look are easily taken for each other. Compared, never shown."""
    composed = unicodedata.normalize("NFKC", text).translate(_CASES)
    seen = (char for char in composed.casefold() if not char.isspace() and unicodedata.category(char) != "Cf")
    return "".join(seen).translate(_TABLE)
