"""Time stamps as days."""

from __future__ import annotations

from tui.moment import recorded_at


def day_of(recorded: int) -> str:
    """The day of a time stamp in milliseconds, by this machine's calendar."""
    return recorded_at(recorded).astimezone().date().isoformat()
