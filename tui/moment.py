"""Time stamps of events as datetimes. A wrong clock may have given any number, and no answer may fail over it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Final

_FIRST: Final = datetime(1970, 1, 1, tzinfo=UTC)
_LAST: Final = datetime(9999, 1, 1, tzinfo=UTC)
"""The latest moment. No key is valid then (``tui.signing.permission``), and a time zone can't overflow ``datetime``."""


def recorded_at(milliseconds: int) -> datetime:
    """The moment of an event's ``recorded``; an impossible one is moved to 1970 or 9999, where no key is valid."""
    try:
        return min(max(_FIRST + timedelta(milliseconds=milliseconds), _FIRST), _LAST)
    except OverflowError:
        return _FIRST if milliseconds < 0 else _LAST
