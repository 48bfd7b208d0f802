"""The SQLite connection of a state file: always opened with the same settings, and written in one kind of transaction.

Rollback journal instead of WAL: several processes share the file, and WAL loses commits on network file systems and has
a race before SQLite 3.51.3. ``BEGIN IMMEDIATE``, because a plain ``BEGIN`` that reads first and then writes fails at
once when another process writes, whatever the busy timeout.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Generator, Hashable, Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from itertools import starmap
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar

from tui.errors import JournalError
from tui.journal.columns import shape, shapes_for
from tui.journal.failure import saying_why
from tui.journal.temporary import only_temporary

if TYPE_CHECKING:
    from tui.journal.memory import Memory

SqlValue: TypeAlias = str | int | None
T = TypeVar("T")

_PORTION: Final = 100
"""Rows that are fetched and looked at together: a step of Python for each row costs more than SQLite's."""
BUSY_MS: Final = 5000
"""How long to wait for another process that is writing, in milliseconds."""

_WRITING: Final = ("PRAGMA journal_mode=DELETE", "PRAGMA synchronous=EXTRA")
_ALWAYS: Final = ("PRAGMA foreign_keys=ON", "PRAGMA recursive_triggers=ON", "PRAGMA trusted_schema=OFF")


class Store:
    """An open state file.

    Args:
        path: the file, for error messages.
        connection: made by ``connect``.
        busy_ms: how long it waits for another process, in milliseconds.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, busy_ms: int = BUSY_MS) -> None:
        self.path = path
        self.connection = connection
        self._busy_ms = self._write_ms = busy_ms
        self._file = _identity(path)
        self.memory: Memory | None = None
        """Remembered answers, for a screen that goes on while the file can't be read; None: only the file answers."""

    @classmethod
    def in_memory(cls, path: Path = Path(":memory:")) -> Store:
        """An empty store in memory with the usual settings; *path* is the file that error messages name."""
        made = cls(path, sqlite3.connect(":memory:", isolation_level=None))
        for pragma in _ALWAYS:
            made.connection.execute(pragma)
        return made

    def rows(self, make: Callable[..., T], sql: str, *values: SqlValue) -> list[T]:
        """What *make* makes of the columns of each row.

        Raises:
            JournalError: SQLite can't read, or a row isn't what *make* is made for.
        """
        return self._answered((make, sql, values), lambda: list(self.each(make, sql, *values)))

    def each(self, make: Callable[..., T], sql: str, *values: SqlValue) -> Generator[T, None, None]:
        """The same as ``rows``, one at a time: for more rows than should be held at once.

        Raises:
            JournalError: SQLite can't read, or a row isn't what *make* is made for.
        """
        shapes = shapes_for(make)
        with self._told():
            found = self.connection.execute(sql, values)
            while rows := found.fetchmany(_PORTION):
                if shapes is not None and not shapes.issuperset(map(shape, rows)):
                    raise JournalError("journal.damaged", path=self.path)
                yield from starmap(make, rows)

    def one(self, make: Callable[..., T], sql: str, *values: SqlValue) -> T | None:
        """What *make* makes of the columns of the first row, or None where there is none.

        Raises:
            JournalError: SQLite can't read, or the row isn't what *make* is made for.
        """
        return next(iter(self._answered((make, sql, values, 1), lambda: self._first(make, sql, values))), None)

    def _first(self, make: Callable[..., T], sql: str, values: Sequence[SqlValue]) -> list[T]:
        with self._told():
            row = self.connection.execute(sql, values).fetchone()
        if row is None:
            return []
        shapes = shapes_for(make)
        if shapes is not None and shape(row) not in shapes:
            raise JournalError("journal.damaged", path=self.path)
        return [make(*row)]

    def _answered(self, question: Hashable, ask: Callable[[], list[T]]) -> list[T]:
        # Within a transaction answers aren't remembered: it may be rolled back.
        if self.memory is None or self.connection.in_transaction:
            return ask()
        return self.memory.answer(question, ask)

    @property
    def is_remembering(self) -> bool:
        """Whether the file can't be read, so that answers come from memory."""
        return self.memory is not None and self.memory.stands_in

    @contextmanager
    def asking(self, busy_ms: int) -> Iterator[None]:
        """A block in which only the file itself answers: what is written must not rest on remembered answers.

        Args:
            busy_ms: how long to wait for another process, in milliseconds, if the last attempt to read failed.
        """
        if self.memory is None or self.memory.trouble is None:
            with self.memory.passed_over() if self.memory is not None else nullcontext():
                yield
            return
        with self.waiting(busy_ms), self.memory.passed_over():
            yield
        self.memory.recover()

    def run(self, sql: str, *values: SqlValue) -> None:
        """Run a statement that gives nothing back.

        Raises:
            JournalError: SQLite can't do it.
        """
        with self._told():
            self.connection.execute(sql, values)

    def fill(self, sql: str, rows: Iterable[Sequence[SqlValue]]) -> None:
        """Run a statement once for each of *rows*.

        Raises:
            JournalError: SQLite can't do it.
        """
        with self._told():
            self.connection.executemany(sql, rows)

    def hurry(self, read_ms: int, write_ms: int) -> None:
        """From now on wait less for another process: somebody sits before a screen that stands still meanwhile."""
        self._write_ms = write_ms
        self._wait(read_ms)

    @contextmanager
    def waiting(self, busy_ms: int) -> Iterator[None]:
        """A block in which reads and writes wait at most *busy_ms* for another process."""
        before = self._busy_ms, self._write_ms
        self._write_ms = min(busy_ms, self._write_ms)
        self._wait(min(busy_ms, self._busy_ms))
        try:
            yield
        finally:
            self._write_ms = before[1]
            self._wait(before[0])

    def _wait(self, busy_ms: int) -> None:
        self._busy_ms = busy_ms
        self._set_timeout(busy_ms)

    def _set_timeout(self, busy_ms: int) -> None:
        # A PRAGMA takes no parameters; the format :d lets only a whole number pass.
        self.connection.execute(f"PRAGMA busy_timeout = {busy_ms:d}")

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turn errors into ``JournalError``, and drop SQLite's page cache, so that the next attempt reads the file.

        SQLite notices changes by a counter in the file's header. A file that was emptied and filled again, as by
        ``cp``, has the old counter again, and would stay empty for this connection.
        """
        try:
            with saying_why(self.path):
                yield
        except JournalError:
            with suppress(sqlite3.Error):  # it may be closed
                self.connection.execute("PRAGMA shrink_memory")
            raise

    @contextmanager
    def read(self) -> Iterator[None]:
        """A block in one transaction, in which everything that is read is of one moment.

        Raises:
            JournalError: SQLite can't read, or there is no room for temporary tables.
        """
        with only_temporary(self.path), self._told():
            self.connection.execute("BEGIN")
            try:
                yield
            finally:
                # COMMIT, not ROLLBACK: rows written to temporary tables must stay.
                if self.connection.in_transaction:
                    self.connection.execute("COMMIT")

    @contextmanager
    def write(self) -> Iterator[None]:
        """A block in one transaction that has the file for itself from the start: all of it is kept, or nothing.

        Raises:
            JournalError: the file was replaced, is locked or not writable, or the disk is full.
        """
        with self._told():
            if self._write_ms != self._busy_ms:
                self._set_timeout(self._write_ms)
            try:
                yield from self._transaction()
            finally:
                if self._write_ms != self._busy_ms:
                    self._set_timeout(self._busy_ms)

    def _transaction(self) -> Iterator[None]:
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            # Checked while holding the lock: a restore holds the lock of the old file while it replaces it.
            if self.is_replaced:
                raise JournalError("journal.replaced", path=self.path)
            yield
            self.connection.execute("COMMIT")
        except BaseException:
            # Some errors, such as a full disk, make SQLite roll back by itself.
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
            raise

    @property
    def is_replaced(self) -> bool:
        """Whether there is another file now, or none, where this one was opened."""
        return _identity(self.path) != self._file

    def close(self) -> None:
        """Close the file; closing twice does no harm."""
        self.connection.close()


def connect(path: Path, *, write: bool, busy_ms: int = BUSY_MS) -> Store:
    """Open the existing SQLite file *path* with the usual settings; with *write* False it is never changed.

    Raises:
        JournalError: SQLite can't open it.
    """
    with saying_why(path):
        connection = _opened(path, "rw" if write else "ro", busy_ms)
        try:
            for pragma in (*_ALWAYS, *(_WRITING if write else ())):
                connection.execute(pragma)
        except sqlite3.Error:
            connection.close()
            raise
    return Store(path, connection, busy_ms)


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
