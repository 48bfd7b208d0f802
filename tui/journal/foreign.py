"""The events of somebody else's state file, each checked: nothing else in the file is read or believed.

The owner of a file can put anything into it: a view or a trigger in the place of our table, types that STRICT would
refuse, tables that were edited by hand. So only the rows of ``event`` are read, from a private copy, by a connection
that can do nothing else, and a row counts only if its hash is right.
"""

from __future__ import annotations

import hashlib
import marshal
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from tui.errors import BundleError, JournalError
from tui.journal.bundle.limits import ID
from tui.journal.bundle.line import checked_row
from tui.journal.canonical import Record
from tui.journal.failure import saying_why
from tui.journal.finding import Finding, fault
from tui.journal.guard import GUARDS
from tui.journal.schema import SCHEMA
from tui.journal.script import table_sql
from tui.journal.store import uri_of

_EVENTS: Final = f"SELECT {', '.join(Record._fields)} FROM main.event NOT INDEXED ORDER BY rowid"
_SEEN: Final = f"{_EVENTS} LIMIT ?"
_NEW: Final = f"{_EVENTS} LIMIT -1 OFFSET ?"
_WRITER: Final = "SELECT id FROM main.writer NOT INDEXED"
_LOCAL: Final = "SELECT value FROM main.local NOT INDEXED WHERE key = ?"
_OBJECTS: Final = """
SELECT type, name, sql FROM sqlite_schema
WHERE lower(name) = ?1 OR (lower(tbl_name) = ?1 AND type IN ('trigger', 'view'))"""
_LIMITS: Final = {
    sqlite3.SQLITE_LIMIT_LENGTH: 4 << 20,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 1 << 20,
    sqlite3.SQLITE_LIMIT_COLUMN: 100,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 50,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 2,
    sqlite3.SQLITE_LIMIT_VDBE_OP: 25_000,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
}
_STEPS: Final = 10_000
"""Steps of SQLite's virtual machine between two checks of how many it has taken."""
_FREE_STEPS: Final = 10_000_000
"""Steps that any file may take, and one more for each of its bytes: a scan takes about one for fifteen bytes."""
_SCHEMA_TABLES: Final = ("sqlite_master", "sqlite_schema")
_WITHOUT_REFERENCES: Final = 2
"""The version of the marshal format that gives equal bytes for equal values, in every Python."""
_LONGEST_NAMED: Final = 40
_AT_ONCE: Final = 1000
"""Rows between two reports of progress."""


class ReadSoFar(NamedTuple):
    """How far a file was read: the number of rows and the digest of their bytes. New events only come after them."""

    rows: int = 0
    digest: str = ""


FROM_THE_START: Final = ReadSoFar()


class ForeignEvents:
    """The events of one copy.

    Args:
        path: the original, for error messages.
        connection: opened on the copy by ``foreign_events``.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path = path
        self._connection = connection
        self.left_out: list[Finding] = []
        """Rows that were left out, because they aren't as ikusei writes them; complete when ``records`` has ended."""
        self.read = ReadSoFar()
        """How far it was read when ``records`` had ended."""

    def records(
        self, before: ReadSoFar = FROM_THE_START, tell: Callable[[int], None] = lambda _: None
    ) -> Iterator[Record]:
        """Every event that is as it was written, in the order of the file.

        Args:
            before: the rows that were read and checked the last time; they aren't given again.
            tell: called with the number of rows read so far, now and then.

        Raises:
            JournalError: the rows of the last time have changed; the file is damaged; or reading it takes longer than
                any file of ikusei's would.
        """
        running = hashlib.blake2b(digest_size=32)
        number = self._seen(before, running, tell)
        if number < before.rows or (number and running.hexdigest() != before.digest):
            raise JournalError("journal.foreign_set_back", path=self._path)
        with saying_why(self._path):
            for number, row in enumerate(self._connection.execute(_NEW, (before.rows,)), before.rows + 1):
                running.update(_packed(row))
                if number % _AT_ONCE == 0:
                    tell(number)
                try:
                    yield checked_row([_decoded(value) for value in row], number)
                except BundleError as error:
                    self.left_out.append(_passed_over(row, number, error))
        self.read = ReadSoFar(number, running.hexdigest())

    def _seen(self, before: ReadSoFar, running: hashlib.blake2b, tell: Callable[[int], None]) -> int:
        """How many of the rows of *before* are there; *running* gets their digest."""
        number = 0
        with saying_why(self._path):
            rows = self._connection.execute(_SEEN, (before.rows,))
            while portion := rows.fetchmany(_AT_ONCE):
                running.update(b"".join(map(_packed, portion)))
                number += len(portion)
                if number % _AT_ONCE == 0:
                    tell(number)
        return number


@contextmanager
def foreign_events(copy: Path, path: Path) -> Iterator[ForeignEvents]:
    """Open a private copy of somebody else's state file.

    Args:
        copy: made by ``snapshot.copy_bytes``.
        path: the original, for error messages.

    Raises:
        JournalError: its table isn't ikusei's, or a newer ikusei has written it.
    """
    with _confined(copy, path, "event") as connection:
        yield ForeignEvents(path, connection)


def local_values(path: Path, keys: Iterable[str]) -> dict[str, str]:
    """What the state file *path* keeps under *keys*, read where it lies, without a lock and without touching anything.

    Only for a file of one's own account that may be one's own: a write in the middle of it can give nonsense.

    Raises:
        JournalError: it can't be read, or its table isn't ikusei's.
    """
    with _confined(path, path, "local") as connection, saying_why(path):
        found = {key: connection.execute(_LOCAL, (key,)).fetchone() for key in keys}
    return {key: str(_decoded(row[0])) for key, row in found.items() if row is not None}


def said_writer(copy: Path, path: Path) -> str:
    """The writer that a private copy claims to stand for; empty where none can be read.

    Anybody can change it, so it only helps to describe what is missing.
    """
    try:
        with _confined(copy, path, "writer") as connection, saying_why(path):
            row = connection.execute(_WRITER).fetchone()
    except JournalError:
        return ""
    said = "" if row is None else str(_decoded(row[0]))
    return said if ID.fullmatch(said) else ""


@contextmanager
def _confined(file: Path, path: Path, table: str) -> Iterator[sqlite3.Connection]:
    """A connection to *file* that can do nothing but read one table, after a check that the table is ours."""
    connection = None
    try:
        with saying_why(path):
            connection = sqlite3.connect(uri_of(file, "mode=ro&immutable=1"), uri=True, isolation_level=None)
            _confine(connection, file.stat().st_size, table)
            _check_objects(connection, path, table)
        yield connection
    except OSError as error:
        raise JournalError("journal.unreadable", path=path) from error
    finally:
        if connection is not None:
            connection.close()


def _confine(connection: sqlite3.Connection, size: int, table: str) -> None:
    """Let a connection do nothing but read our table, for no longer than any file of that size can need."""
    for pragma in ("trusted_schema=OFF", "cell_size_check=ON", "query_only=ON"):
        connection.execute(f"PRAGMA {pragma}")
    for limit, most in _LIMITS.items():
        connection.setlimit(limit, most)
    connection.text_factory = bytes
    left = (_FREE_STEPS + size) // _STEPS

    def is_enough() -> int:
        nonlocal left
        left -= 1
        return int(left < 0)

    connection.set_progress_handler(is_enough, _STEPS)
    connection.set_authorizer(partial(_permitted, frozenset({table, *_SCHEMA_TABLES})))


def _permitted(readable: frozenset[str], action: int, name: str | None, *_more: str | None) -> int:
    if action in {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_FUNCTION}:
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_READ and (name or "").lower() in readable:
        return sqlite3.SQLITE_OK
    is_version = action == sqlite3.SQLITE_PRAGMA and name == "user_version"
    return sqlite3.SQLITE_OK if is_version else sqlite3.SQLITE_DENY


def _check_objects(connection: sqlite3.Connection, path: Path, table: str) -> None:
    """Refuse a view in the place of our table, another definition of it, and triggers that aren't ours."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > SCHEMA:
        raise JournalError("journal.newer", path=path, found=version, known=SCHEMA)
    ours = {("table", table, _plain(table_sql(table)))}
    if table == "event":
        ours |= {("trigger", name, _plain(sql)) for name, sql in GUARDS.items()}
    found = {
        (str(_decoded(kind)), str(_decoded(name)), _plain(str(_decoded(sql))))
        for kind, name, sql in connection.execute(_OBJECTS, (table,))
    }
    strange = sorted(name for _, name, _ in found - ours)
    if strange or not any(kind == "table" for kind, _, _ in found):
        raise JournalError("journal.not_our_table", path=path, name=strange[0][:_LONGEST_NAMED] if strange else table)


def _plain(sql: str) -> str:
    """A statement with single blanks, so that layout doesn't matter."""
    return " ".join(sql.split())


def _decoded(value: object) -> object:
    """A text decoded; what isn't UTF-8 stays bytes, which no column may hold, so the row is refused later."""
    if not isinstance(value, bytes):
        return value
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value


def _packed(row: tuple[str | bytes | int | float | None, ...]) -> bytes:
    """A row as bytes that differ for every other value or type; ``repr`` would take longer than reading the row."""
    return marshal.dumps(row, _WITHOUT_REFERENCES)


def _passed_over(row: Sequence[object], number: int, error: BundleError) -> Finding:
    """The finding for a row that is no event; of its content it shows only what is harmless on a terminal."""
    columns = dict(zip(Record._fields, map(_decoded, row), strict=True))
    event = columns["hash"]
    if error.key == "bundle.hash" and isinstance(event, str):
        return fault("journal.foreign_changed", row=number, hash=event[:12])
    return fault("journal.foreign_row", row=number)
