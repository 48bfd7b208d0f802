"""Whether two short texts look alike, so that a reader could take one for the other.

Used only for warnings and to tell people's names apart. It is no reason to refuse a name: letters of other alphabets
are allowed in names.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import Final

from tui.text.fold import single
from tui.text.unicode_tables import LETTERS, RADICALS, SIGNS
from tui.text.unseen import seen

_VOICED: Final = "\u3099\u309a"
"""The marks that make ば and ぱ of は. They are kept, because they change the sound; other marks are dropped."""
_MORE: Final = str.maketrans({"1": "l", "0": "o", "ĸ": "k", "τ": "t", "χ": "x", "リ": "り", "\u2800": ""})
"""Characters that look alike to a reader but not in Unicode's table. A braille cell without dots looks like a blank."""


@lru_cache(maxsize=4096)
def look(text: str) -> str:
    """A key for the look of *text*: texts with the same key are easily confused. Keys are compared, never shown.

    Case, accents, combining marks, blanks and invisible characters make no difference, either.
    """
    parts = unicodedata.normalize("NFKD", seen(text))
    bare = "".join(char for char in parts if char in _VOICED or unicodedata.category(char) not in {"Mn", "Me"})
    # The table is applied before and after ``casefold``: a capital I looks like an l, but a small i doesn't; and
    # small letters have look-alikes of their own.
    alike = bare.translate(_table()).casefold().translate(_table()).translate(_MORE)
    return unicodedata.normalize("NFC", "".join(alike.split())).replace("rn", "m")


@cache
def _table() -> dict[int, str]:
    return str.maketrans(single(RADICALS) | single(SIGNS) | single(LETTERS))
