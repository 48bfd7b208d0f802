"""What can't be written or read at the moment, and since when."""

from __future__ import annotations

from collections.abc import Callable

from tui.errors import JournalError
from tui.record import record


@record
class Trouble:
    """Something that can't be written or read at the moment.

    Args:
        since: the first time that it couldn't, in milliseconds since 1970.
        error: why it couldn't the last time.
    """

    since: int
    error: JournalError


def trouble_again(before: Trouble | None, error: JournalError, clock: Callable[[], int]) -> Trouble:
    """The trouble after another failure: it lasts since the first one."""
    return Trouble(before.since if before is not None else clock(), error)
