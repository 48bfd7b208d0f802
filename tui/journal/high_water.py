"""The last event of each writer on this machine, noted outside the state file: so a file that was set back is noticed.

A state file over which somebody copied a backup can't notice that by itself. It would give new events numbers that
events of the lost state have already. So each write also leaves a mark of 86 bytes in the user's own folder, one file a
writer, overwritten in place. A mark is a help, not evidence: where it is missing, behind or unreadable, nothing is
noticed and nothing fails.
"""

from __future__ import annotations

import hashlib
import os
import re
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from tui.journal.events import find
from tui.journal.store import Store

_LINE: Final = re.compile(rb" *(\d{1,20}) ([0-9a-f]{64})\n")


class Height(NamedTuple):
    """The newest event that a writer is known to have written: its number and its hash."""

    n: int
    event: str


class HighWater:
    """The marks of this user on this machine.

    Args:
        folder: where they are kept; None keeps none, and nothing is noticed.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def note(self, writer: str, mark: Height) -> None:
        """Note what a writer has written; called after the commit, so that a mark is never ahead of its file."""
        if self._folder is None:
            return
        known = self.mark(writer)
        if known is not None and known.n >= mark.n:
            return  # another process has written since, and its mark is newer
        path = self._path(self._folder, writer)
        with suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            # Always as long as before, and never emptied first: a kill in between leaves the old mark or the new one.
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC, 0o600)
            try:
                os.pwrite(handle, f"{mark.n:>20} {mark.event}\n".encode(), 0)
            finally:
                os.close(handle)

    def missing(self, store: Store, writer: str) -> Height | None:
        """The event that *writer* wrote last on this machine, if the file doesn't have it; else None.

        Then the file was set back, or is an older copy that was continued: it must not continue the chain.
        """
        known = self.mark(writer)
        return known if known is not None and find(store, known.event) is None else None

    def mark(self, writer: str) -> Height | None:
        """The event that *writer* is known to have written last on this machine; None: nothing is known."""
        if self._folder is None:
            return None
        try:
            found = _LINE.fullmatch(self._path(self._folder, writer).read_bytes())
        except OSError:
            return None
        return Height(int(found[1]), found[2].decode()) if found else None

    @staticmethod
    def _path(folder: Path, writer: str) -> Path:
        # The id comes from a file that anybody could have written: it must not be a path.
        return folder / hashlib.sha256(writer.encode("utf-8", "surrogateescape")).hexdigest()[:32]
