"""Time stamps as days."""

from __future__ import annotations

from datetime import UTC, datetime


def day_of(recorded: int) -> str:
    """The day of a time stamp in milliseconds, by this machine's calendar."""
    return datetime.fromtimestamp(recorded / 1000, UTC).astimezone().date().isoformat()
