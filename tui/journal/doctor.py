"""The doctor: looks for what is wrong with a state file, and mends what can be made anew, which events never are."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Final

from tui.errors import JournalError
from tui.journal import local
from tui.journal.backup import copy
from tui.journal.chain import check_chains
from tui.journal.derived import people
from tui.journal.doubled import look_for_namesakes
from tui.journal.events import by_chain
from tui.journal.failure import saying_why
from tui.journal.finding import Finding, Severity, fault, of_error, warning
from tui.journal.fold import rebuild
from tui.journal.guard import restore_guards
from tui.journal.high_water import HighWater
from tui.journal.journal import Journal
from tui.journal.looking import stands_for
from tui.journal.memo import has_damaged_memos
from tui.journal.opening import open_state
from tui.journal.place import is_writable
from tui.journal.reviews import knows_writer
from tui.journal.store import BUSY_MS, SqlValue, Store
from tui.journal.strand import Known
from tui.journal.summary import has_damaged_summaries
from tui.journal.writer import current_writer, forget_unknown_writer, own_writer

_OTHERS: Final = 0o077
_INTEGRITY: Final = "PRAGMA integrity_check(20)"
_REFERENCES: Final = 'SELECT "table", count(*) FROM pragma_foreign_key_check GROUP BY "table"'
_TABLES: Final = {
    "about": "SELECT * FROM about ORDER BY event",
    "undone": "SELECT * FROM undone ORDER BY event",
    "entry": "SELECT * FROM entry ORDER BY id",
    "entry_item": "SELECT * FROM entry_item ORDER BY trainee, item, entry",
    "tick": "SELECT * FROM tick ORDER BY trainee, item",
    "claim": "SELECT * FROM claim ORDER BY id",
    "decision": "SELECT * FROM decision ORDER BY id",
    "person": "SELECT * FROM person ORDER BY id",
    "enrolment": "SELECT * FROM enrolment ORDER BY trainee, role",
    "tally": "SELECT * FROM tally ORDER BY trainee",
    "tally_month": "SELECT * FROM tally_month ORDER BY trainee, month",
    "tally_day": "SELECT * FROM tally_day ORDER BY trainee, item, day, supervision, items, judged",
}


def examine(path: Path, *, host: str = "", busy_ms: int = BUSY_MS, marks: Path | None = None) -> list[Finding]:
    """Everything that is noticed about the state file *path*; empty when all is well. Nothing is changed.

    Args:
        path: the file.
        host: name of this machine; left out, what it calls itself.
        busy_ms: how long to wait for another process that is writing, in milliseconds.
        marks: folder that notes how far each writer has come.
    """
    host, high_water = host or os.uname().nodename, HighWater(marks)
    try:
        opened = open_state(path, write=False, create=False, host=host, busy_ms=busy_ms, high_water=high_water)
    except JournalError as error:
        return [of_error(error)]
    store = opened.store
    try:
        found = [*opened.problems, *opened.warnings, *_look_at_file(store.path)]
        with _snapshot(store) as still:
            found += look_inside(still)
            if not any(each.severity is Severity.FAULT for each in found):
                found += look_for_namesakes(still)
    except JournalError as error:
        return [*found, of_error(error)]
    else:
        return found
    finally:
        store.close()


def mend(path: Path, *, host: str = "", busy_ms: int = BUSY_MS) -> Path:
    """Put the guards back, make indexes and derived tables anew, and forget damaged values, after a backup.

    Returns:
        the backup.

    Raises:
        JournalError: the file can't be opened or written, or is damaged where nothing can be made anew.
    """
    opened = open_state(path, write=True, create=False, host=host or os.uname().nodename, busy_ms=busy_ms)
    store = opened.store
    try:
        if opened.read_only is not None:
            raise JournalError(opened.read_only.key, **opened.read_only.fields)
        before = next(name for name in _names(store.path) if not name.exists())
        copy(store, before)
        from tui.journal.shape import mend_shape  # `verify` needs this module without sqlite-utils

        # Two transactions: if a damaged body keeps the derived tables from being made, the guards are back anyway.
        with store.write():
            mend_shape(store)
            restore_guards(store)
            local.forget_damaged(store)
            forget_unknown_writer(store)
        with store.write():
            store.run("REINDEX event")
            rebuild(store)
    finally:
        store.close()
        if opened.lock is not None:
            opened.lock.release()
    return before


def differing_tables(store: Store) -> list[str]:
    """Names of the derived tables that aren't what the events add up to.

    Raises:
        JournalError: they can't be read.
    """
    fresh = Store(store.path, sqlite3.connect(":memory:", isolation_level=None))
    try:
        store.connection.backup(fresh.connection)
        fresh.run("PRAGMA foreign_keys=ON")
        fresh.run("BEGIN")
        rebuild(fresh)
        return [name for name, sql in _TABLES.items() if store.rows(_columns, sql) != fresh.rows(_columns, sql)]
    finally:
        fresh.close()


@contextmanager
def _snapshot(store: Store) -> Iterator[Store]:
    """A copy of the file's pages, damaged ones too: looking takes its time, and others want to write meanwhile.

    Raises:
        JournalError: the file can't be read.
    """
    # An empty name makes a private database of SQLite, which goes to the temporary folder when memory runs short.
    copied = Store(store.path, sqlite3.connect("", isolation_level=None))
    try:
        with saying_why(store.path), store.read():
            # Python's backup waits for another process for ever; a read before it fails after our busy timeout.
            store.one(int, "SELECT count(*) FROM sqlite_schema")
            store.connection.backup(copied.connection)
        yield copied
    finally:
        copied.close()


def _look_at_file(path: Path) -> Iterator[Finding]:
    if not is_writable(path):
        yield warning("journal.read_only", path=path)
    if path.stat().st_mode & _OTHERS:
        yield warning("journal.exposed", path=path)


def findings_inside(journal: Journal) -> list[Finding]:
    """What isn't as ikusei left it in an open journal, which may be the cache of somebody else's file.

    Raises:
        JournalError: so much is damaged that the rest can't be checked.
    """
    return look_inside(journal.store, stands_for(journal))


def chain_findings(journal: Journal) -> list[Finding]:
    """What is wrong with the records of an open journal: hashes, chains, and what is missing on them.

    Raises:
        JournalError: they can't be read.
    """
    return _look_at_chains(journal.store, stands_for(journal))


def look_inside(store: Store, stands_for: str = "") -> list[Finding]:
    """What isn't as ikusei left it: damage that SQLite finds, broken chains, derived rows that no event supports.

    Args:
        store: the file.
        stands_for: for a cache of somebody else's file, the writer that this file stands for.

    Raises:
        JournalError: so much is damaged that the rest can't be checked.
    """
    before = store.connection.text_factory
    # A flipped bit can make a text invalid UTF-8; that must be reported, not end the examination.
    store.connection.text_factory = lambda raw: raw.decode("utf-8", "surrogateescape")
    try:
        return list(_look_inside(store, stands_for or own_writer(store)))
    finally:
        store.connection.text_factory = before


def _look_inside(store: Store, own: str) -> Iterator[Finding]:
    for answer in store.rows(str, _INTEGRITY):
        if answer != "ok":
            yield fault("journal.integrity", path=store.path, answer=answer)
    from tui.journal.shape import look_at_shape  # `verify` needs this module without it

    shape = list(look_at_shape(store))
    yield from shape
    if any(finding.key == "journal.tables_changed" for finding in shape):
        return  # what can't be read can't be compared
    for table, rows in store.rows(_pair, _REFERENCES):
        yield fault("journal.references", path=store.path, table=table, rows=rows)
    names = local.damaged(store)
    if names:
        yield fault("journal.local_damaged", path=store.path, names=", ".join(names))
    broken = _look_at_chains(store, own)
    yield from broken
    if own_writer(store) and not knows_writer(store, own_writer(store)):
        yield fault("journal.writer_unknown", path=store.path)
    if any(finding.severity is Severity.FAULT for finding in broken):
        return  # tables can't be compared with damaged events
    if any(finding.key == "journal.shape" for finding in shape):
        return  # they are made anew as a whole
    different = list(_different(store))
    if different:
        yield fault("journal.derived", path=store.path, tables=", ".join(different))


def _look_at_chains(store: Store, own: str) -> list[Finding]:
    """What is wrong with the records themselves: hashes, chains, and what is missing on them.

    Args:
        store: the file, or a cache of somebody else's.
        own: the writer that the file stands for.

    Raises:
        JournalError: they can't be read.
    """
    return list(check_chains(by_chain(store), own, Known(people(store), _person(store))))


def _person(store: Store) -> str:
    writer = current_writer(store)
    return writer.person if writer is not None else ""


def _different(store: Store) -> Iterator[str]:
    yield from differing_tables(store)
    if has_damaged_memos(store):
        yield "memo"
    if has_damaged_summaries(store):
        yield "summary"


def _names(path: Path) -> Iterator[Path]:
    return (path.with_name(f"{path.name}.before-mend-{number}") for number in count(1))


def _pair(table: str, rows: int) -> tuple[str, int]:
    return table, rows


def _columns(*values: SqlValue) -> tuple[SqlValue, ...]:
    return values
