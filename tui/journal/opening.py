"""Opening a state file: the result is an open file or one clear error, and the file is never damaged."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from tui.errors import JournalError
from tui.journal.events import tip
from tui.journal.finding import Finding, fault, warning
from tui.journal.guard import missing_guards
from tui.journal.high_water import HighWater
from tui.journal.lock import Lock
from tui.journal.place import check_beside, check_file, create_empty, is_writable, network_type
from tui.journal.schema import SCHEMA, check_schema
from tui.journal.store import BUSY_MS, Store, connect
from tui.journal.writer import current_writer, place_of
from tui.record import record


@record
class Opened:
    """A state file that is open.

    Args:
        store: the connection.
        read_only: why it can only be looked at, or None.
        warnings: what could go wrong.
        problems: what is not as ikusei left it.
        lock: held until it is closed, on a network file system.
    """

    store: Store
    read_only: Finding | None
    warnings: tuple[Finding, ...]
    problems: tuple[Finding, ...]
    lock: Lock | None


def open_state(
    path: Path, *, write: bool, create: bool, host: str, busy_ms: int, high_water: HighWater | None = None
) -> Opened:
    """Open the state file *path*; with *high_water* a file that was set back is noticed.

    Raises:
        JournalError: it can't be opened; the file is unchanged.
    """
    path = path.absolute()
    if create and write and not path.exists():
        create_empty(path)
    path = path.resolve()
    is_filled = check_file(path)
    check_beside(path)
    if not is_filled and not (create and write):
        raise JournalError("journal.empty", path=path)
    reason = _read_only_reason(path, write)
    if reason is not None and not is_filled:
        raise JournalError(reason.key, **reason.fields)
    network = network_type(path)
    lock = Lock(path, host) if network and reason is None else None
    if lock is not None:
        lock.take()
    try:
        store = _connected(path, reason, busy_ms)
    except JournalError:
        if lock is not None:
            lock.release()
        raise
    try:
        return _looked_at(store, reason, network, host=host, lock=lock, high_water=high_water)
    except (JournalError, sqlite3.Error):
        store.close()
        if lock is not None:
            lock.release()
        raise


def _looked_at(
    store: Store,
    reason: Finding | None,
    network: str,
    *,
    host: str,
    lock: Lock | None,
    high_water: HighWater | None,
) -> Opened:
    """Bring the schema of the open file up to date, and check the file."""
    if check_schema(store) < SCHEMA:
        from tui.journal.migrate import migrate, migrated_copy  # most starts have nothing to migrate

        if reason is None:
            migrate(store)
        else:
            older, store = store, migrated_copy(store)
            older.close()
    warnings = [reason] if reason is not None and reason.key == "journal.read_only" else []
    if network:
        warnings.append(warning("journal.network", path=store.path, type=network))
    warnings += _moved(store, host, high_water)
    gone = missing_guards(store)
    problems = (fault("journal.guards", path=store.path, names=", ".join(gone)),) if gone else ()
    return Opened(store, reason, tuple(warnings), problems, lock)


def _moved(store: Store, host: str, high_water: HighWater | None) -> Iterator[Finding]:
    """Warn if the next event will begin a new chain, because the file was set back or copied."""
    writer = current_writer(store)
    if writer is None:
        return
    ahead = high_water.missing(store, writer.id) if high_water is not None else None
    if ahead is not None:
        yield warning("journal.set_back", path=store.path, n=tip(store, writer.id)[0], known=ahead.n)
    elif not writer.is_at(place_of(store.path, host)):
        yield warning("journal.copied", path=store.path, host=writer.host, origin=writer.path)


def _read_only_reason(path: Path, write: bool) -> Finding | None:
    if not write:
        return warning("journal.opened_to_look", path=path)
    return None if is_writable(path) else warning("journal.read_only", path=path)


def _connected(path: Path, reason: Finding | None, busy_ms: int) -> Store:
    """The connection, for writing or for looking."""
    if reason is None:
        return connect(path, write=True, busy_ms=busy_ms)
    return connect_to_look(path, busy_ms)


def connect_to_look(path: Path, busy_ms: int = BUSY_MS) -> Store:
    """A connection for reading only. A file that a crash left half written is first taken back to its last commit.

    Raises:
        JournalError: it can't be opened, or a newer ikusei has written it.
    """
    store = connect(path, write=False, busy_ms=busy_ms)
    try:
        check_schema(store)
    except JournalError as error:
        store.close()
        if error.key != "journal.not_writable" or not is_writable(path):
            raise
        recovered = connect(path, write=True, busy_ms=busy_ms)
        try:
            check_schema(recovered)
        finally:
            recovered.close()
        return connect(path, write=False, busy_ms=busy_ms)
    return store
