"""What an organisation says about itself: how each duty is done and shall be done, its SecBoK columns, its pattern.

Each is one event, as it was written. Which one is valid now is decided in ``tui.progress.assessment``.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from tui.journal.event import EventHash, EventOrder
from tui.record import record

LAST_LEVEL: Final = 3
"""The highest level of execution; 0 stands for a level that nobody has given. ``docs/matrix.md`` says what they mean:
the textbook 1.0 has no such scale, its last chapter only says that one may be needed."""


class How(StrEnum):
    """How a duty is done."""

    UNSAID = ""
    NONE = "none"
    INHOUSE = "inhouse"
    SHARED = "shared"
    OUTSOURCED = "outsourced"


@record
class Mark:
    """One half of an assessment: how a duty is done now, or how it shall be done.

    Args:
        how: by whom the duty is done.
        level: how well, 1 to 3; 0 where nobody has said, or where it isn't done.
        provider: who does it with us or for us; empty where it isn't shared or outsourced, or where nobody has said.
    """

    how: How = How.UNSAID
    level: int = 0
    provider: str = ""

    @property
    def is_done(self) -> bool:
        """Whether somebody does it."""
        return self.how not in {How.UNSAID, How.NONE}


@record
class Assessment:
    """How somebody assessed a duty.

    Args:
        id: hash of the event.
        duty: id of the duty.
        now: how it is done now.
        target: how it shall be done.
        note: why; it never changes a score.
        author: who said it.
        recorded: when, milliseconds.
        clock: logical clock.
    """

    id: EventHash
    duty: str
    now: Mark
    target: Mark
    note: str
    author: str
    recorded: int
    clock: int

    @property
    def order(self) -> EventOrder:
        """Sort key: of what was said about the duty, the newest has the largest."""
        return self.clock, self.id


@record
class Columns:
    """In which columns of table 2 the organisation puts the marks of a duty (`isogj` 7.1); fields as above."""

    id: EventHash
    duty: str
    columns: tuple[str, ...]
    author: str
    recorded: int
    clock: int

    @property
    def order(self) -> EventOrder:
        """Sort key: of what was said about the duty, the newest has the largest."""
        return self.clock, self.id


@record
class WantedPattern:
    """Which pattern the organisation wants (`isogj` 6.3): its id, or empty for none; fields as above."""

    id: EventHash
    pattern: str
    author: str
    recorded: int
    clock: int

    @property
    def order(self) -> EventOrder:
        """Sort key: of the patterns that were wanted, the newest has the largest."""
        return self.clock, self.id
