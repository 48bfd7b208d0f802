"""The SQLite connection of a state file: opened by one recipe, written in one kind of transaction.

Rollback journal instead of WAL: several processes share the file, WAL loses commits on network file systems and has a
race before SQLite 3.51.3. ``BEGIN IMMEDIATE`` because a plain ``BEGIN`` that reads first and writes then fails at once
when another process writes, whatever the busy timeout.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final, TypeAlias, TypeVar

from tui.errors import JournalError
from tui.journal.failure import told

Value: TypeAlias = str | int | None
T = TypeVar("T")

BUSY_MS: Final = 5000
"""How long to wait for another process that is writing, in milliseconds."""

_WRITING: Final = ("PRAGMA journal_mode=DELETE", "PRAGMA synchronous=EXTRA")
_ALWAYS: Final = ("PRAGMA foreign_keys=ON", "PRAGMA recursive_triggers=ON", "PRAGMA trusted_schema=OFF")


class Store:
    """An open state file.

    Args:
        path: the file, for the sentences.
        connection: made by ``connect``.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.connection = connection
        self._file = _identity(path)

    def rows(self, make: Callable[..., T], sql: str, *values: Value) -> list[T]:
        """What *make* makes of the columns of each row.

        Raises:
            JournalError: SQLite can't read.
        """
        with told(self.path):
            return [make(*row) for row in self.connection.execute(sql, values)]

    def each(self, make: Callable[..., T], sql: str, *values: Value) -> Generator[T, None, None]:
        """The same as ``rows``, one at a time: for more rows than should be held at once.

        Raises:
            JournalError: SQLite can't read.
        """
        with told(self.path):
            for row in self.connection.execute(sql, values):
                yield make(*row)

    def one(self, make: Callable[..., T], sql: str, *values: Value) -> T | None:
        """What *make* makes of the columns of the first row, or None where there is none.

        Raises:
            JournalError: SQLite can't read.
        """
        with told(self.path):
            row = self.connection.execute(sql, values).fetchone()
        return None if row is None else make(*row)

    def run(self, sql: str, *values: Value) -> None:
        """Run a statement that gives nothing back.

        Raises:
            JournalError: SQLite can't do it.
        """
        with told(self.path):
            self.connection.execute(sql, values)

    def fill(self, sql: str, rows: Iterable[Sequence[Value]]) -> None:
        """Run a statement once for each of *rows*.

        Raises:
            JournalError: SQLite can't do it.
        """
        with told(self.path):
            self.connection.executemany(sql, rows)

    @contextmanager
    def read(self) -> Iterator[None]:
        """One transaction in which everything that is read is of one moment.

        Raises:
            JournalError: SQLite can't read.
        """
        with told(self.path):
            self.connection.execute("BEGIN")
            try:
                yield
            finally:
                # What was written to temporary tables stays.
                if self.connection.in_transaction:
                    self.connection.execute("COMMIT")

    @contextmanager
    def write(self) -> Iterator[None]:
        """One transaction that has the file for itself from the start: all of it is kept, or nothing.

        Raises:
            JournalError: the file was replaced, is locked or not writable, or the disk is full.
        """
        if _identity(self.path) != self._file:
            raise JournalError("journal.replaced", path=self.path)
        with told(self.path):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.connection.execute("COMMIT")
            except BaseException:
                # A full disk has rolled back by itself.
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise

    def close(self) -> None:
        """Close the file; closing twice does no harm."""
        self.connection.close()


def connect(path: Path, *, write: bool, busy_ms: int = BUSY_MS) -> Store:
    """Open the existing SQLite file *path* by the recipe; *write* False never changes it.

    Raises:
        JournalError: SQLite can't open it.
    """
    with told(path):
        connection = _opened(path, "rw" if write else "ro", busy_ms)
        try:
            for pragma in (*_ALWAYS, *(_WRITING if write else ())):
                connection.execute(pragma)
        except sqlite3.Error:
            connection.close()
            raise
    return Store(path, connection)


def uri_of(path: Path, options: str) -> bytes:
    """How SQLite is told to open *path* (sqlite.org/uri.html)."""
    escaped = str(path).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    return os.fsencode(f"file:{escaped}?{options}")


def _opened(path: Path, mode: str, busy_ms: int) -> sqlite3.Connection:
    return sqlite3.connect(uri_of(path, f"mode={mode}"), uri=True, isolation_level=None, timeout=busy_ms / 1000)


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
