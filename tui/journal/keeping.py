"""Values of one state file (drafts, the language) on their way to it: kept in memory until the file takes them.

They are written in the background, while somebody types or reads. A full disk or a busy neighbour must not end that: it
is noted since when, and why, nothing can be written, and everything is tried again.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from tui.errors import JournalError
from tui.journal import local
from tui.journal.store import Store
from tui.record import record

BACKGROUND_MS: Final = 250
"""How long a write in the background waits for another process: somebody may be typing meanwhile."""


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


class Keeping:
    """What waits to be kept in a state file. Of the methods only ``get`` raises a ``JournalError``.

    Args:
        store: the file.
        clock: gives the wall clock in milliseconds since 1970.
    """

    def __init__(self, store: Store, clock: Callable[[], int]) -> None:
        self.trouble: Trouble | None = None
        """Why what waits isn't kept yet; None while all is well."""
        self.on_attempt: Callable[[], None] = lambda: None
        """Called after every attempt, whatever came of it."""
        self._store = store
        self._clock = clock
        self._waiting: dict[str, str | None] = {}

    def get(self, key: str) -> str | None:
        """The value of *key* as it was said last, whether it is in the file yet or not.

        Raises:
            JournalError: the file can't be read.
        """
        return self._waiting[key] if key in self._waiting else local.get(self._store, key)

    def keep(self, key: str, value: str | None) -> None:
        """Keep *value* (None: forget what there is), now or as soon as the file can be written."""
        self._waiting[key] = value
        self.try_again()

    def keep_with_next(self, key: str, value: str | None) -> None:
        """Keep *value* in one transaction with the events that are written next: either both are there or neither."""
        self._waiting[key] = value

    def settled(self, key: str) -> None:
        """Note that *key* was written by another way, so that no older value is written over it."""
        self._waiting.pop(key, None)

    @property
    def unkept(self) -> dict[str, str | None]:
        """What the file has not taken yet."""
        return dict(self._waiting)

    def try_again(self, busy_ms: int = BACKGROUND_MS) -> None:
        """Write what waits, if that can be done now.

        Args:
            busy_ms: how long to wait for another process.
        """
        try:
            with self._store.waiting(busy_ms):
                if self._has_something_to_write():
                    with self._store.write():
                        self.write()
        except JournalError as error:
            self.trouble = trouble_again(self.trouble, error, self._clock)
            self.on_attempt()
        else:
            self.written()

    def write(self) -> None:
        """Write what waits; to be called inside a write.

        Raises:
            JournalError: the file can't be written now.
        """
        for key, value in self._waiting.items():
            local.put(self._store, key, value)

    def written(self) -> None:
        """Note that the write that it was in has ended well."""
        self._waiting.clear()
        self.trouble = None
        self.on_attempt()

    def _has_something_to_write(self) -> bool:
        """Whether the file would differ: most forms that are closed never had a draft."""
        return any(value is not None or local.get(self._store, key) is not None for key, value in self._waiting.items())
