"""Errors of SQLite as messages for the user."""

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
"""A row exists already. ikusei looks before it writes, so this means that an index differs from its table: damage."""
_IMPOSSIBLE: Final = frozenset({sqlite3.SQLITE_CONSTRAINT_NOTNULL, sqlite3.SQLITE_CONSTRAINT | 12 << 8})
"""A sum of damaged values: nothing, or a number that is too large (SQLITE_CONSTRAINT_DATATYPE, sqlite.org/rescode.html,
has no name in Python)."""
_MISSING: Final = ("no such table", "no such column", "no such index", "foreign key mismatch")
_NOT_DERIVED: Final = ("event", "writer", "local")
"""Tables that nothing can be made anew from."""
_MALFORMED: Final = ("unsupported file format", "malformed JSON", "unable to identify the object", "cannot ")
"""Beginnings of messages that have the error code of a wrong statement, but are caused by a damaged file."""
_NOT_AS_MADE: Final = (
    "integer overflow",
    "use DROP ",
    "there is already an index named",
    "there is already a table named",
)
"""Beginnings of such messages where a derived table holds an impossible number, or something else has its name."""
_WRITE_FAILED: Final = frozenset(
    {
        sqlite3.SQLITE_IOERR_WRITE,
        sqlite3.SQLITE_IOERR_FSYNC,
        sqlite3.SQLITE_IOERR_DIR_FSYNC,
        sqlite3.SQLITE_IOERR_TRUNCATE,
        sqlite3.SQLITE_IOERR_DELETE,
    }
)
"""SQLite reports only ENOSPC as "full": a used-up quota, a limit of file size or a failing disk gives one of these."""


PASSING: Final = frozenset({*_KEYS.values(), "journal.write_failed", "journal.tables", "journal.replaced"})
"""Messages for trouble that comes from outside and may pass, so a screen tries again."""


def is_passing(error: JournalError) -> bool:
    """Whether *error* is about the file as a whole, and may be over at the next attempt."""
    return error.key in PASSING


@contextmanager
def saying_why(path: Path) -> Iterator[None]:
    """Turn SQLite's errors with the file *path* into a ``JournalError``; mistakes of the program are raised unchanged.

    Raises:
        JournalError: locked, full, not writable, damaged, not a database, or not reachable.
    """
    try:
        yield
    except UnicodeError as error:
        # SQLite quotes damaged text of the schema in its message, which Python then can't decode. And the doctor reads
        # what isn't UTF-8 as it stands, which Python can't encode where something else is asked by it.
        raise JournalError("journal.damaged", path=path) from error
    except sqlite3.Error as error:
        key = failure_key(error)
        if key is None:
            raise
        raise JournalError(key, path=path) from error


def failure_key(error: sqlite3.Error) -> str | None:
    """The message key for *error*, or None where it is a mistake of the program."""
    code = getattr(error, "sqlite_errorcode", None)
    if code == sqlite3.SQLITE_ERROR:
        return _of_tables(str(error))
    if code in _DOUBLE:
        return "journal.damaged"
    if code in _IMPOSSIBLE:
        # "cannot store REAL value in INTEGER column tally_day.quantity"
        name = str(error).rpartition(" ")[2].partition(".")[0]
        return None if name in _NOT_DERIVED else "journal.tables"
    if code in _WRITE_FAILED:
        return "journal.write_failed"
    if isinstance(code, int):
        return _KEYS.get(code & _PRIMARY)
    # Invalid UTF-8 is found by Python's sqlite3 module, not by SQLite, so this error has no code.
    return "journal.damaged" if "decode" in str(error) else None


def _of_tables(said: str) -> str | None:
    """The message key for an error that SQLite gives for a wrong statement and for a damaged file alike."""
    if said.startswith(_MISSING):
        name = said.rpartition(": ")[2].rpartition(".")[2]
        return "journal.damaged" if name in _NOT_DERIVED else "journal.tables"
    if said.startswith(_NOT_AS_MADE):
        return "journal.tables"
    return "journal.damaged" if said.startswith(_MALFORMED) or said.endswith("already exists") else None
