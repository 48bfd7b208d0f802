"""The organisation's calendar: which day a moment belongs to, the same on every machine."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Final

from tui.moment import recorded_at
from tui.record import record


@record
class Calendar:
    """How an organisation counts its days.

    Args:
        offset: minutes that its clocks are ahead of UTC; None: the clock of this machine.
        change: minutes after midnight until which a moment still belongs to the previous day, so that a night shift
            that ends at 08:30 counts as one day, not two.
    """

    offset: int | None = None
    change: int = 0

    def clock(self, recorded: int) -> datetime:
        """What the organisation's clocks showed at a time stamp in milliseconds."""
        zone = None if self.offset is None else timezone(timedelta(minutes=self.offset))
        return recorded_at(recorded).astimezone(zone)

    def day_of(self, recorded: int) -> date:
        """The day that a time stamp in milliseconds belongs to."""
        return (self.clock(recorded) - timedelta(minutes=self.change)).date()

    def today(self) -> date:
        """The day that this moment belongs to."""
        return self.day_of(int(datetime.now(UTC).timestamp() * 1000))

    def begins(self, day: date) -> int:
        """The first millisecond that belongs to *day*."""
        first = datetime.combine(day, time()) + timedelta(minutes=self.change)
        there = (
            first.astimezone()
            if self.offset is None
            else first.replace(tzinfo=timezone(timedelta(minutes=self.offset)))
        )
        return int(there.timestamp() * 1000)


SYSTEM: Final = Calendar()
"""The calendar of this machine, used where no organisation has set another."""
