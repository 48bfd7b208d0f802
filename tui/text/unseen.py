"""Characters that nobody sees: joiners, selectors of a variant of the character before them, fillers."""

from __future__ import annotations

import re
from typing import Final

from tui.text.unicode_tables import UNSEEN

_UNSEEN: Final = re.compile(f"[{''.join(f'{chr(first)}-{chr(last)}' for first, last in UNSEEN)}]+")


def seen(text: str) -> str:
    """*text* without what isn't seen of it. To compare texts: dropping it changes what some scripts say."""
    return _UNSEEN.sub("", text)
