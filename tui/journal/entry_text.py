"""Whether the text of an entry's body is as ikusei writes it, seen in one pass over the text.

Of a hundred events ninety are entries. Reading each body, looking at every value of it and writing it anew to see
whether that gives the same text takes ten times as long as holding the text against the one form that ikusei gives it.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from tui.journal.event import SUPERVISION
from tui.text.clean import is_clean

_HASH: Final = "[0-9a-f]{64}"
# What stands between quotes: escapes only where JSON needs them, and none of what isn't clean. ``++`` gives nothing
# back, so that a text that doesn't fit is left at once.
_REST: Final = r'(?:[^"\\\x00-\x1f]++|\\["\\nt])*+'
_WORD: Final = rf'"[!#-\[\]-~]{_REST}"'
"""A text that is not empty, also when what is white is taken from its ends."""
_ITEM: Final = r'"[!#-\[\]-~]++"'
_FEW: Final = "(?:0|[1-9][0-9]{0,5})"
_PROOF: Final = rf'\{{"ref":{_WORD},"sha256":"(?:{_HASH})?+"\}}'
_BODY: Final = re.compile(
    rf'\{{(?:"before":"(?:[1-9][0-9]{{0,15}}:{_HASH})?+",)?+"day":"([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})",'
    rf'"evidence":\[(?:{_PROOF}(?:,{_PROOF})*+)?+\],"findings":(?:null|{_FEW}),"hits":(null|{_FEW}),'
    rf'"items":\[{_ITEM}(?:,{_ITEM})*+\],"note":"{_REST}","quantity":[1-9][0-9]{{0,5}},'
    rf'"supervision":"(?:{"|".join(SUPERVISION)})","total":(null|[1-9][0-9]{{0,5}})\}}'
)


def is_as_written(text: str) -> bool:
    """Whether *text* is the canonical JSON of an entry that ``body.work`` can read, and clean.

    False says nothing: it may have more fields, larger numbers, or words of other alphabets where ids are expected.
    """
    found = _BODY.fullmatch(text)
    if found is None or not (text.isprintable() or is_clean(text)):
        return False
    day, hits, total = found.groups()
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    if hits == "null" or total == "null":
        return hits == total
    return int(hits) <= int(total)
