"""Which of two versions of a roster is the newer one."""

from __future__ import annotations

import re
from typing import Final, TypeAlias

_PART: Final = re.compile(r"\d+|[A-Za-z]+")
_Part: TypeAlias = tuple[int, int, str]


def is_newer(version: str, than: str) -> bool:
    """Whether *version* comes after *than*.

    Numbers are compared as numbers (10 after 9), words by the alphabet and before any number. The longer of two that
    begin alike comes later (1.1 after 1). So dates (2026-10-01) and dotted numbers are ordered as people expect.
    """
    return _parts(version) > _parts(than)


def is_same(version: str, other: str) -> bool:
    """Whether neither is newer, however they are written: 1 and 1.0, 7 and 07."""
    return _parts(version) == _parts(other)


def _parts(version: str) -> list[_Part]:
    parts = [_part(each) for each in _PART.findall(version)]
    while parts and parts[-1] == _part("0"):
        parts.pop()
    return parts


def _part(text: str) -> _Part:
    # Not int(): Python refuses numbers of thousands of digits, and a version may be any text.
    digits = text.lstrip("0")
    return (1, len(digits), digits) if text.isdecimal() else (0, 0, text)
