"""Characters that nobody sees: joiners, selectors of a variant of the character before them, fillers."""

from __future__ import annotations

import re
from functools import cache

from tui.text.unicode_tables import UNSEEN


def seen(text: str) -> str:
    """*text* without what isn't seen of it. To compare texts: dropping it changes what some scripts say."""
    return text if text.isascii() else _unseen().sub("", text)


@cache
def _unseen() -> re.Pattern[str]:
    return re.compile(f"[{''.join(f'{chr(first)}-{chr(last)}' for first, last in UNSEEN)}]+")
