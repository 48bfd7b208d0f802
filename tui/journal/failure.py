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
    sqlite3.SQLITE_MISMATCH: "journal.damaged",
    sqlite3.SQLITE_TOOBIG: "journal.damaged",
    sqlite3.SQLITE_INTERNAL: "journal.damaged",
    sqlite3.SQLITE_NOTADB: "journal.not_ours",
    sqlite3.SQLITE_CANTOPEN: "journal.unreachable",
    sqlite3.SQLITE_IOERR: "journal.unreachable",
    sqlite3.SQLITE_PERM: "journal.unreachable",
    sqlite3.SQLITE_INTERRUPT: "journal.foreign_too_long",
    sqlite3.SQLITE_TOOBIG: "journal.damaged",
    sqlite3.SQLITE_AUTH: "journal.damaged",
}
_PRIMARY: Final = 0xFF
_DOUBLE: Final = frozenset(
    {sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY, sqlite3.SQLITE_CONSTRAINT_ROWID}
)
"""A row stands there twice: nothing is written without looking, so an index and its table differ."""
_MISSING: Final = ("no such table", "no such column", "no such index", "foreign key mismatch")
_NOT_DERIVED: Final = ("event", "writer", "local")
"""Tables that nothing can be made anew from."""
_MALFORMED: Final = ("unsupported file format", "malformed JSON", "unable to identify the object", "cannot ")
"""How messages begin that come with the code of a mistake of the program, but mean the file."""
_WRITE_FAILED: Final = frozenset(
    {
        sqlite3.SQLITE_IOERR_WRITE,
        sqlite3.SQLITE_IOERR_FSYNC,
        sqlite3.SQLITE_IOERR_DIR_FSYNC,
        sqlite3.SQLITE_IOERR_TRUNCATE,
        sqlite3.SQLITE_IOERR_DELETE,
    }
)
"""SQLite calls only ENOSPC full: a used-up quota, a limit of file size and a failing disk come as one of these."""


PASSING: Final = frozenset({*_KEYS.values(), "journal.write_failed", "journal.tables", "journal.replaced"})
"""What can befall an open file from outside; it may pass, so a screen tries again."""


def is_passing(error: JournalError) -> bool:
    """Whether *error* is about the file as a whole, and may be over at the next attempt."""
    return error.key in PASSING


@contextmanager
def saying_why(path: Path) -> Iterator[None]:
    """Say what SQLite couldn't do with *path* as a ``JournalError``; mistakes of the program pass as they are.

    Raises:
        JournalError: locked, full, not writable, damaged, not a database, or not reachable.
    """
    try:
        yield
    except UnicodeDecodeError as error:
        # SQLite quotes the damaged text of the schema in its message, which the module can't decode then.
        raise JournalError("journal.damaged", path=path) from error
    except sqlite3.Error as error:
        key = failure_key(error)
        if key is None:
            raise
        raise JournalError(key, path=path) from error


def failure_key(error: sqlite3.Error) -> str | None:
    """The message that tells *error*, or None where it is a mistake of the program."""
    code = getattr(error, "sqlite_errorcode", None)
    if code == sqlite3.SQLITE_ERROR:
        return _of_tables(str(error))
    if code in _DOUBLE:
        return "journal.damaged"
    if code in _WRITE_FAILED:
        return "journal.write_failed"
    if isinstance(code, int):
        return _KEYS.get(code & _PRIMARY)
    # Text that isn't UTF-8 any more is found by the module, not by SQLite, and carries no code.
    return "journal.damaged" if "decode" in str(error) else None


def _of_tables(said: str) -> str | None:
    """What is meant by a message that SQLite gives to a wrong statement and to a right one on a damaged file alike."""
    if said.startswith(_MISSING):
        name = said.rpartition(": ")[2].rpartition(".")[2]
        return "journal.damaged" if name in _NOT_DERIVED else "journal.tables"
    return "journal.damaged" if said.startswith(_MALFORMED) or said.endswith("already exists") else None
