"""Noticing what another process wrote, cheaply enough to look several times a second."""

from __future__ import annotations

import time
from typing import Final

from tui.errors import JournalError
from tui.journal.store import Store

_VERSION: Final = "PRAGMA data_version"
_SETTLED_NS: Final = 2_000_000_000
"""Age from which a time stamp surely changes with the next write: the coarsest file systems count two seconds."""


class Watch:
    """Notices that another process has changed a state file since the last look.

    Args:
        store: the open file.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._version = self._version_now()
        self._seen = self._look()
        self._is_settled = False

    def changed(self) -> bool:
        """Whether another process has written since the last call (or the opening); own events don't count."""
        now = time.time_ns()
        seen = self._look()
        if seen == self._seen and self._is_settled:
            return False
        try:
            version = self._version_now()
        except JournalError:
            return False  # locked: the next look will see what was written
        was_replaced = seen[0] != self._seen[0]
        has_changed = was_replaced or version != self._version
        self._seen, self._version = seen, version
        self._is_settled = now - seen[2] > _SETTLED_NS
        return has_changed

    def _version_now(self) -> int | None:
        return next(self._store.each(int, _VERSION), None)

    def _look(self) -> tuple[int, int, int]:
        try:
            status = self._store.path.stat()
        except OSError:
            return 0, 0, 0
        return status.st_ino, status.st_size, status.st_mtime_ns
