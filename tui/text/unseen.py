"""Invisible characters: joiners, variation selectors, fillers."""

from __future__ import annotations

import re
from functools import cache

from tui.text.unicode_tables import UNSEEN


def seen(text: str) -> str:
    """*text* without invisible characters. Only for comparing texts: some scripts need them to be read right."""
    return text if text.isascii() else _unseen().sub("", text)


@cache
def _unseen() -> re.Pattern[str]:
    return re.compile(f"[{''.join(f'{chr(first)}-{chr(last)}' for first, last in UNSEEN)}]+")
