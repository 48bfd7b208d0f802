"""Which words of the glossary stand in a text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from tui.curriculum.organisation import Term
from tui.text.fold import fold

_LETTER: Final = re.compile(r"[0-9a-z]")
_NOT_BEHIND: Final = "(?<![0-9a-z])"
_NOT_BEFORE: Final = "(?![0-9a-z])"


def terms_in(text: str, glossary: tuple[Term, ...]) -> tuple[Term, ...]:
    """The terms of *glossary* that occur in *text*, in either language, in the order of the glossary.

    A word of letters is found only as a whole word (SOC isn't in "associate"); a Japanese one wherever it stands, but
    not inside a longer term that stands there.
    """
    key = fold(text)
    found: set[str] = set()
    for name, pattern, term in _names(glossary):
        if name in key:
            key, times = pattern.subn("\n", key)
            found |= {term.id} if times else set()
    return tuple(term for term in glossary if term.id in found)


@lru_cache(maxsize=2)
def _names(glossary: tuple[Term, ...]) -> tuple[tuple[str, re.Pattern[str], Term], ...]:
    """Every name of every term, folded, with its pattern; the longest first, so that none is found inside another."""
    named = {fold(name): term for term in glossary for name in (term.name.ja, term.name.en, *term.also) if name}
    return tuple((name, _pattern(name), named[name]) for name in sorted(named, key=lambda name: (-len(name), name)))


def _pattern(name: str) -> re.Pattern[str]:
    before = _NOT_BEHIND if _LETTER.match(name[0]) else ""
    after = _NOT_BEFORE if _LETTER.match(name[-1]) else ""
    return re.compile(f"{before}{re.escape(name)}{after}")
