"""Seals: digests that show whether a kept value, memo or summary was changed, since no event stands behind these.

A seal guards against a failing disk, not against people: whoever can write the file can make one.
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
    """The digest of *parts*; it differs for other parts, and for the same text divided at other places."""
    text = json.dumps(parts, ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]


def sealed(body: str, *about: str) -> str:
    """*body* behind its seal.

    Args:
        body: what is kept.
        about: what it is kept for (a key, a trainee …); ``unsealed`` must be given the same.
    """
    return f"{seal(*about, body)} {body}"


def has_seal(text: str) -> bool:
    """Whether *text* begins with a seal; ikusei before 0.2.0 made none."""
    return bool(_SEALED.match(text))


def unsealed(text: str, *about: str) -> str | None:
    """The body that was sealed for *about*; None where it isn't what was sealed."""
    found, _, body = text.partition(" ")
    return body if found == seal(*about, body) else None
