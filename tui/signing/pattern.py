"""Lists of patterns as OpenSSH reads them (ssh_config(5), PATTERNS)."""

from __future__ import annotations

from typing import Final

_ANY: Final = ord("*")
_ONE: Final = ord("?")
_LONGEST: Final = 1023
"""Bytes of the longest pattern; in OpenSSH a list with a longer one matches nothing."""


def is_listed(word: str, patterns: str) -> bool:
    """Whether *word* fits a pattern of the comma-separated list and none of its negated ones."""
    # Bytes, because OpenSSH's "?" is a byte.
    name, found = word.encode(), False
    for pattern in patterns.encode().split(b","):
        is_negated = pattern.startswith(b"!")
        bare = pattern[1:] if is_negated else pattern
        if len(bare) > _LONGEST - 1:
            return False
        if _fits(name, bare):
            if is_negated:
                return False
            found = True
    return found


def _fits(name: bytes, pattern: bytes) -> bool:
    """Whether the whole of *name* matches *pattern*, in at most as many steps as the product of both lengths."""
    at, here = 0, 0
    star, retry = -1, 0
    while at < len(name):
        if here < len(pattern) and pattern[here] == _ANY:
            star, retry = here, at
            here += 1
        elif here < len(pattern) and pattern[here] in (_ONE, name[at]):
            at, here = at + 1, here + 1
        elif star >= 0:
            # Go back to the last star, which takes one byte more.
            retry += 1
            at, here = retry, star + 1
        else:
            return False
    return all(byte == _ANY for byte in pattern[here:])
