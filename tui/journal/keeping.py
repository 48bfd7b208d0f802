"""Values of one state file (drafts, the language) on their way to it: kept in memory until the file takes them.

They are written in the background, while somebody types or reads. A full disk or another process that is writing must
not end that: the time and the reason of the failure are noted, and the write is tried again.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from tui.errors import JournalError
from tui.journal import local
from tui.journal.failure import is_passing
from tui.journal.store import Store
from tui.journal.trouble import Trouble, trouble_again

BACKGROUND_MS: Final = 250
"""How long a write in the background waits for another process: somebody may be typing meanwhile."""


class Keeping:
    """What waits to be kept in a state file. Of the methods only ``get`` raises a ``JournalError``.

    Args:
        store: the file.
        clock: gives the wall clock in milliseconds since 1970.
    """

    def __init__(self, store: Store, clock: Callable[[], int]) -> None:
        self.trouble: Trouble | None = None
        """Why the waiting values aren't written yet; None while all is well."""
        self.on_attempt: Callable[[], None] = lambda: None
        """Called after every attempt to write, successful or not."""
        self._store = store
        self._clock = clock
        self._waiting: dict[str, str | None] = {}
        self._known: dict[str, str] | None = None

    def learn(self) -> None:
        """Read every value now, so that ``get`` knows them while the file can't be read: a draft must come back.

        Raises:
            JournalError: the file can't be read.
        """
        self._known = local.sound(self._store)

    def get(self, key: str) -> str | None:
        """The newest value of *key*, whether it is in the file yet or not.

        Raises:
            JournalError: the file can't be read.
        """
        return self._waiting[key] if key in self._waiting else self._in_file(key)

    def _in_file(self, key: str) -> str | None:
        if self._known is None:
            return local.get(self._store, key)
        if not self._store.is_remembering:
            try:
                self._note(key, local.get(self._store, key))
            except JournalError as error:
                if not is_passing(error):
                    raise
        return self._known.get(key)

    def _note(self, key: str, value: str | None) -> None:
        if self._known is not None and value is not None:
            self._known[key] = value
        elif self._known is not None:
            self._known.pop(key, None)

    def keep(self, key: str, value: str | None) -> None:
        """Keep *value* (None: forget what there is), now or as soon as the file can be written."""
        self._waiting[key] = value
        # While writing fails, whoever is typing must not wait for the next failure.
        self.try_again(0 if self.trouble is not None else BACKGROUND_MS)

    def keep_with_next(self, key: str, value: str | None) -> None:
        """Keep *value* in one transaction with the events that are written next: either both are there or neither."""
        self._waiting[key] = value

    def settled(self, key: str, value: str | None) -> None:
        """Note that *value* was written elsewhere, so that no older waiting value is written over it."""
        self._waiting.pop(key, None)
        self._note(key, value)

    @property
    def unkept(self) -> dict[str, str | None]:
        """By key, what isn't in the file yet; None is to be forgotten, and is left out if the file doesn't have it."""
        return {key: value for key, value in self._waiting.items() if value is not None or self._may_have(key)}

    def _may_have(self, key: str) -> bool:
        return self._known is None or key in self._known

    def try_again(self, busy_ms: int = BACKGROUND_MS) -> None:
        """Try to write what waits; a failure is noted in ``trouble``.

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
        """Note that the transaction in which ``write`` was called is committed."""
        for key, value in self._waiting.items():
            self._note(key, value)
        self._waiting.clear()
        self.trouble = None
        self.on_attempt()

    def _has_something_to_write(self) -> bool:
        """Whether a write would change the file; mostly not, since most forms are closed without a draft."""
        return any(value is not None or self._in_file(key) is not None for key, value in self._waiting.items())
