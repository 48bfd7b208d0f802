"""Moments of events: another machine's clock may have said anything, and no answer may fail over it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Final

_FIRST: Final = datetime(1970, 1, 1, tzinfo=UTC)
_LAST: Final = datetime(9999, 1, 1, tzinfo=UTC)
"""From here on no key is valid (``tui.signing.permission``), and no time zone leads out of the calendar."""


def recorded_at(milliseconds: int) -> datetime:
    """The moment of an event's ``recorded``; one that can't be is moved to where no key is valid."""
    try:
        return min(max(_FIRST + timedelta(milliseconds=milliseconds), _FIRST), _LAST)
    except OverflowError:
        return _FIRST if milliseconds < 0 else _LAST
