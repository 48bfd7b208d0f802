"""Digests of state files in which nothing was found, so that the same bytes needn't be examined again.

They are kept in the cache folder of the reader's own account, never in a state file or beside it, where its owner could
write false ones. Where they can't be kept or read, everything is examined anew.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import stat
from contextlib import suppress
from pathlib import Path
from typing import Final

from tui import __version__
from tui.errors import JournalError
from tui.files import write_over
from tui.journal.doctor import Tell, bytes_inside, findings_inside, stamp_inside
from tui.journal.finding import Finding
from tui.journal.journal import Journal
from tui.journal.looking import stands_for
from tui.journal.snapshot import Stamp

FILE: Final = "examined"
_MOST: Final = 100
"""How many files are remembered, the latest one last."""
_LARGEST: Final = 1 << 16
"""Bytes that are read: far more than ikusei writes there."""
_OPEN: Final = os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC
"""O_NONBLOCK, because opening a pipe in the place of the file would wait for ever."""


class Examined:
    """Whether the file of *journal* was examined before with no finding.

    Args:
        journal: an open journal, perhaps the cache of somebody else's file.
        folder: the cache folder; made when there is something to keep.
    """

    def __init__(self, journal: Journal, folder: Path) -> None:
        self._file = folder / FILE
        self._journal = journal
        self._stamp: Stamp | None = None
        self._key = ""
        with suppress(JournalError):  # somebody is writing to the file: it counts as not examined
            self._stamp, digest = bytes_inside(journal)
            about = [digest, stands_for(journal), __version__, sqlite3.sqlite_version]
            self._key = hashlib.sha256(json.dumps(about).encode()).hexdigest()

    @property
    def is_known(self) -> bool:
        """Whether this ikusei has examined these very bytes, and found nothing."""
        return self._key in self._known()

    def note(self) -> None:
        """Remember that nothing was found, unless the file was written meanwhile."""
        with suppress(JournalError, OSError):
            if self._key and stamp_inside(self._journal) == self._stamp:
                self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                kept = [each for each in self._known() if each != self._key][1 - _MOST :]
                write_over(self._file, "\n".join((*kept, self._key, "")))

    def _known(self) -> list[str]:
        """What is remembered; nothing where it isn't a file that only the reader's own account can have written."""
        try:
            with os.fdopen(os.open(self._file, _OPEN), "rb") as file:
                status = os.fstat(file.fileno())
                if not stat.S_ISREG(status.st_mode) or status.st_uid != os.geteuid() or status.st_mode & stat.S_IWOTH:
                    return []
                return file.read(_LARGEST).decode("ascii", "replace").split()
        except OSError:
            return []


def findings_unless_known(journal: Journal, cache: Path | None, tell: Tell) -> list[Finding]:
    """What isn't as ikusei left it in an open journal; empty without a check if these bytes were found sound before.

    Args:
        journal: the journal to examine.
        cache: the reader's cache folder; None: everything is examined.
        tell: is called with the number of records checked so far, and their total.

    Raises:
        JournalError: so much is damaged that nothing can be said of the rest.
    """
    examined = Examined(journal, cache) if cache is not None else None
    if examined is not None and examined.is_known:
        return []
    found = findings_inside(journal, tell)
    if examined is not None and not found:
        examined.note()
    return found
