"""The doctor: looks for what is wrong with a state file, and mends what can be made anew, which events never are."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from itertools import count
from pathlib import Path
from typing import Final, TypeAlias

from tui.errors import JournalError
from tui.journal import local
from tui.journal.backup import copy
from tui.journal.canonical import Record
from tui.journal.chain import check_chains
from tui.journal.derived import people
from tui.journal.doubled import look_for_namesakes
from tui.journal.events import by_chain, event_count
from tui.journal.failure import saying_why
from tui.journal.finding import Finding, Severity, fault, of_error, warning
from tui.journal.fold import rebuild
from tui.journal.guard import restore_guards
from tui.journal.high_water import HighWater
from tui.journal.journal import Journal
from tui.journal.looking import stands_for
from tui.journal.making_anew import made_anew
from tui.journal.memo import has_damaged_memos
from tui.journal.opening import open_state
from tui.journal.place import is_writable
from tui.journal.reviews import knows_writer
from tui.journal.snapshot import Stamp, copy_bytes, stamp_of
from tui.journal.store import BUSY_MS, Store
from tui.journal.strand import Known
from tui.journal.summary import has_damaged_summaries
from tui.journal.temporary import only_temporary
from tui.journal.writer import current_writer, forget_unknown_writer, own_writer

Tell: TypeAlias = Callable[[int, int], None]
"""Is told now and then how many records were checked, and of how many; first none, at the end all."""

PORTION: Final = 2000
"""Records that are checked before it is told again."""
_OTHERS: Final = 0o077
_INTEGRITY: Final = "PRAGMA integrity_check(20)"
_REFERENCES: Final = 'SELECT "table", count(*) FROM pragma_foreign_key_check GROUP BY "table"'
_KEPT: Final = {"memo": has_damaged_memos, "summary": has_damaged_summaries}


def quietly(_done: int, _total: int) -> None:
    """Nobody waits for it."""


def examine(
    path: Path, *, host: str = "", busy_ms: int = BUSY_MS, marks: Path | None = None, tell: Tell = quietly
) -> list[Finding]:
    """Everything that is noticed about the state file *path*; empty when all is well. Nothing is changed.

    Args:
        path: the file.
        host: name of this machine; left out, what it calls itself.
        busy_ms: how long to wait for another process that is writing, in milliseconds.
        marks: folder that notes how far each writer has come.
        tell: is told how many records were checked, and of how many.
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
            found += look_inside(still, tell=tell)
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
    with _snapshot(store) as still:
        return made_anew(still)


@contextmanager
def _snapshot(store: Store) -> Iterator[Store]:
    """A copy of the file's pages, damaged ones too: looking takes its time, and others want to write meanwhile.

    Raises:
        JournalError: the file can't be read, or there is no room for the copy, or for what is made anew in it.
    """
    # An empty name makes a private database of SQLite, which goes to the temporary folder when memory runs short.
    copied = Store(store.path, sqlite3.connect("", isolation_level=None))
    try:
        with saying_why(store.path), store.read():
            # Python's backup waits for another process for ever; a read before it fails after our busy timeout.
            store.one(int, "SELECT count(*) FROM sqlite_schema")
            store.connection.backup(copied.connection)
        with only_temporary(store.path):
            yield copied
    finally:
        copied.close()


def _look_at_file(path: Path) -> Iterator[Finding]:
    if not is_writable(path):
        yield warning("journal.read_only", path=path)
    if path.stat().st_mode & _OTHERS:
        yield warning("journal.exposed", path=path)


def findings_inside(journal: Journal, tell: Tell = quietly) -> list[Finding]:
    """What isn't as ikusei left it in an open journal, which may be the cache of somebody else's file.

    Args:
        journal: what is looked at.
        tell: is told how many records were checked, and of how many.

    Raises:
        JournalError: so much is damaged that the rest can't be checked.
    """
    with _snapshot(journal.store) as still:
        return look_inside(still, stands_for(journal), tell)


def bytes_inside(journal: Journal) -> tuple[Stamp, str]:
    """The stamp of what ``findings_inside`` looks at, and the digest of its bytes.

    Raises:
        JournalError: it is being written, was replaced since it was opened, or can't be read.
    """
    found = copy_bytes(journal.store.path, None)
    if journal.store.is_replaced:  # these bytes aren't those that are looked at
        raise JournalError("journal.replaced", path=journal.store.path)
    return found


def stamp_inside(journal: Journal) -> Stamp:
    """The stamp alone, as it is now.

    Raises:
        JournalError: it can't be reached.
    """
    return stamp_of(journal.store.path)


def chain_findings(journal: Journal, tell: Tell = quietly) -> list[Finding]:
    """What is wrong with the records of an open journal: hashes, chains, and what is missing on them.

    Args:
        journal: what is looked at.
        tell: is told how many records were checked, and of how many.

    Raises:
        JournalError: they can't be read.
    """
    with _snapshot(journal.store) as still:
        return _look_at_chains(still, stands_for(journal), tell)


def look_inside(store: Store, stands_for: str = "", tell: Tell = quietly) -> list[Finding]:
    """What isn't as ikusei left it: damage that SQLite finds, broken chains, and anything shown that no event says.

    Args:
        store: a copy of the file; its derived tables are made anew.
        stands_for: of a cache of somebody else's file, the writer that the file stands for.
        tell: is told how many records were checked, and of how many.

    Raises:
        JournalError: so much is damaged that the rest can't be checked.
    """
    before = store.connection.text_factory
    # A flipped bit can make a text that isn't UTF-8; it must be reported, not end the examination.
    store.connection.text_factory = partial(str, encoding="utf-8", errors="surrogateescape")
    try:
        return list(_look_inside(store, stands_for or own_writer(store), tell))
    finally:
        store.connection.text_factory = before


def _look_inside(store: Store, own: str, tell: Tell) -> Iterator[Finding]:
    with suppress(JournalError):  # what is wrong is about to be found
        tell(0, event_count(store))
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
    broken = _look_at_chains(store, own, tell)
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


def _look_at_chains(store: Store, own: str, tell: Tell) -> list[Finding]:
    """What is wrong with the records themselves: hashes, chains, and what is missing on them.

    Args:
        store: the file, or a cache of somebody else's.
        own: the writer that the file stands for.
        tell: is told how many were checked.

    Raises:
        JournalError: they can't be read.
    """
    events = _counted(by_chain(store), event_count(store), tell)
    return list(check_chains(events, own, Known(people(store), _person(store))))


def _counted(events: Iterable[Record], total: int, tell: Tell) -> Iterator[Record]:
    done = 0
    for done, event in enumerate(events, 1):
        yield event
        if done % PORTION == 0:
            tell(done, total)
    tell(done, total)


def _person(store: Store) -> str:
    writer = current_writer(store)
    return writer.person if writer is not None else ""


def _different(store: Store) -> Iterator[str]:
    # Looked at first: where tables are made anew, what was computed from them is forgotten.
    kept = [name for name, is_damaged in _KEPT.items() if is_damaged(store)]
    yield from (*made_anew(store), *kept)


def _names(path: Path) -> Iterator[Path]:
    return (path.with_name(f"{path.name}.before-mend-{number}") for number in count(1))


def _pair(table: str, rows: int) -> tuple[str, int]:
    return table, rows
