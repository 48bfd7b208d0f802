"""Seals of what is kept without an event behind it: a value, a standing, a summary that a changed byte mustn't change.

A seal guards against a disk, not against people: whoever can write the file can make one.
"""

from __future__ import annotations

import hashlib
import json
import re
from typing import Final

_LENGTH: Final = 16
"""Hexadecimal digits: one change in 18 quintillions goes unseen."""
_SEALED: Final = re.compile(f"[0-9a-f]{{{_LENGTH}}} ")


def seal(*parts: str) -> str:
    """The digest of *parts*, which no other parts have, also not the same text divided otherwise."""
    text = json.dumps(parts, ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]


def sealed(body: str, *about: str) -> str:
    """*body* behind its seal.

    Args:
        body: what is kept.
        about: what it is kept for; under anything else it isn't believed.
    """
    return f"{seal(*about, body)} {body}"


def has_seal(text: str) -> bool:
    """Whether *text* begins as what is behind a seal does: what an ikusei before 0.2.0 kept has none."""
    return bool(_SEALED.match(text))


def unsealed(text: str, *about: str) -> str | None:
    """The body that was sealed for *about*; None where it isn't what was sealed."""
    found, _, body = text.partition(" ")
    return body if found == seal(*about, body) else None
