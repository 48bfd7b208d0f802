"""Temporary files (copies to look at, events that were chosen, bundles that wait): told where they find no room.

Neither SQLite nor the system names the file then. The message mustn't blame the journal, or the file that is to be
written: whoever reads it would make room in the wrong place.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tui.errors import JournalError

_UNWRITTEN: Final = {"journal.full": errno.ENOSPC, "journal.write_failed": errno.EIO}


@contextmanager
def only_temporary(path: Path) -> Iterator[None]:
    """A block in which SQLite writes nothing but temporary tables and private copies.

    Args:
        path: the state file that they are about.

    Raises:
        JournalError: they can't be written; other errors are raised unchanged.
    """
    try:
        yield
    except JournalError as error:
        code = _UNWRITTEN.get(error.key)
        # A backup names the file that it is written to: that one is full, and no temporary file.
        if code is None or error.fields.get("path") != path:
            raise
        raise _no_room(path, os.strerror(code)) from error


@contextmanager
def filling(path: Path) -> Iterator[None]:
    """A block that makes or fills a temporary file about the state file *path*, and does nothing else with files.

    Raises:
        JournalError: it can't be made or written.
    """
    try:
        yield
    except OSError as error:
        raise _no_room(path, error.strerror or type(error).__name__) from error


def _no_room(path: Path, why: str) -> JournalError:
    return JournalError("journal.no_room_aside", path=path, why=why)
