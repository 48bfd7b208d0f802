"""What SQLite can't do, said as one sentence for the user."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tui.errors import JournalError

_KEYS: Final = {
    sqlite3.SQLITE_BUSY: "journal.locked",
    sqlite3.SQLITE_LOCKED: "journal.locked",
    sqlite3.SQLITE_FULL: "journal.full",
    sqlite3.SQLITE_READONLY: "journal.not_writable",
    sqlite3.SQLITE_CORRUPT: "journal.damaged",
    sqlite3.SQLITE_NOTADB: "journal.not_ours",
    sqlite3.SQLITE_CANTOPEN: "journal.unreachable",
    sqlite3.SQLITE_IOERR: "journal.unreachable",
    sqlite3.SQLITE_PERM: "journal.unreachable",
    sqlite3.SQLITE_INTERRUPT: "journal.too_long",
    sqlite3.SQLITE_TOOBIG: "journal.damaged",
    sqlite3.SQLITE_AUTH: "journal.damaged",
}
_PRIMARY: Final = 0xFF


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Say what SQLite couldn't do with *path* as a ``JournalError``; mistakes of the program pass as they are.

    Raises:
        JournalError: locked, full, not writable, damaged, not a database, or not reachable.
    """
    try:
        yield
    except sqlite3.Error as error:
        key = failure_key(error)
        if key is None:
            raise
        raise JournalError(key, path=path) from error


def failure_key(error: sqlite3.Error) -> str | None:
    """The message that tells *error*, or None where it is a mistake of the program."""
    code = getattr(error, "sqlite_errorcode", None)
    if code == sqlite3.SQLITE_ERROR:
        return "journal.tables" if str(error).startswith(("no such table", "no such column")) else None
    if isinstance(code, int):
        return _KEYS.get(code & _PRIMARY)
    # Text that isn't UTF-8 any more is found by the module, not by SQLite, and carries no code.
    return "journal.damaged" if "decode" in str(error) else None
