"""A lasting failure to write or read, with its start and its reason."""

from __future__ import annotations

from collections.abc import Callable

from tui.errors import JournalError
from tui.record import record


@record
class Trouble:
    """A lasting failure to write or read.

    Args:
        since: time of the first failure, in milliseconds since 1970.
        error: the reason of the last failure.
    """

    since: int
    error: JournalError


def trouble_again(before: Trouble | None, error: JournalError, clock: Callable[[], int]) -> Trouble:
    """The trouble after another failure: it lasts since the first one."""
    return Trouble(before.since if before is not None else clock(), error)
