"""Whether two short texts look alike: what a reader takes for the same, whoever wrote it meant something else.

Only for warnings, and for what stands beside a name: a letter of another alphabet in a name isn't wrong.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import Final

from tui.text.fold import single
from tui.text.unicode_tables import LETTERS, RADICALS, SIGNS
from tui.text.unseen import seen

_VOICED: Final = "\u3099\u309a"
"""The marks that make ば and ぱ of は: no ornament, another sound."""
_MORE: Final = str.maketrans({"1": "l", "0": "o", "ĸ": "k", "τ": "t", "χ": "x", "リ": "り", "\u2800": ""})
"""What Unicode's table tells apart, and a reader doesn't. A braille cell without dots is drawn as a blank."""


@lru_cache(maxsize=4096)
def look(text: str) -> str:
    """What *text* looks like: texts of the same look are easily taken for each other. Compared, never shown.

    Case, accents, heaps of combining marks, blanks and whatever isn't seen make no difference either.
    """
    parts = unicodedata.normalize("NFKD", seen(text))
    bare = "".join(char for char in parts if char in _VOICED or unicodedata.category(char) not in {"Mn", "Me"})
    # Twice: a large I looks like an l, a small one doesn't; and small letters, too, look like others.
    alike = bare.translate(_table()).casefold().translate(_table()).translate(_MORE)
    return unicodedata.normalize("NFC", "".join(alike.split())).replace("rn", "m")


@cache
def _table() -> dict[int, str]:
    return str.maketrans(single(RADICALS) | single(SIGNS) | single(LETTERS))
