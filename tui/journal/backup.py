"""Backups: a copy that is whole, checked, and on the disk before it gets its name."""

from __future__ import annotations

import os
import re
import sqlite3
from pathlib import Path
from typing import Final

from tui.errors import JournalError
from tui.journal.digest import digest_file, digest_of, write_digest
from tui.journal.failure import saying_why
from tui.journal.opening import open_state
from tui.journal.parts import part_of, sweep
from tui.journal.store import BUSY_MS, Store, connect
from tui.journal.sync import sync
from tui.journal.whole import faults_of
from tui.record import record

_LOCK: Final = "SELECT count(*) FROM sqlite_schema"
_EVENTS: Final = "SELECT count(*) FROM event"


@record
class Backup:
    """A backup that was made.

    Args:
        path: where it is.
        digest: SHA-256 of its bytes, which stands in the file beside it, too.
        events: how many records are in it.
    """

    path: Path
    digest: str
    events: int


def backup(path: Path, target: Path, *, host: str = "", busy_ms: int = BUSY_MS) -> Backup:
    """Copy the state file *path* to *target*, also while it is in use, check the copy, and write its digest beside it.

    Raises:
        JournalError: *target* is there already or can't be written, or the copy fails its check.
    """
    if digest_file(target).exists():
        raise JournalError("journal.backup_exists", target=digest_file(target))
    opened = open_state(path, write=False, create=False, host=host or os.uname().nodename, busy_ms=busy_ms)
    try:
        copy(opened.store, target, is_checked=True)
    finally:
        opened.store.close()
    try:
        digest = digest_of(target)
        write_digest(target, digest)
    except OSError as error:
        target.unlink(missing_ok=True)
        raise _failed(target, error) from error
    made = connect(target, write=False)
    try:
        return Backup(target, digest, made.one(int, _EVENTS) or 0)
    finally:
        made.close()


def copy(store: Store, target: Path, *, is_checked: bool = False) -> None:
    """Copy the open state file to *target*.

    Args:
        store: the open file.
        target: where to; nothing may be there.
        is_checked: open and check the copy before it gets its name.

    Raises:
        JournalError: *target* is there already or can't be written, or the copy fails its check.
    """
    if os.path.lexists(target):
        raise JournalError("journal.backup_exists", target=target)
    part = part_of(target)
    try:
        sweep(target.parent, re.escape(target.name))
        fill(store, part, target)
        if is_checked:
            _check(part, store.path)
        sync(part)
        part.rename(target)
        sync(target.parent)
    except OSError as error:
        raise _failed(target, error) from error
    finally:
        part.unlink(missing_ok=True)


def fill(store: Store, part: Path, target: Path) -> None:
    """Copy the open file to *part*, which is private and new; error messages name *target*.

    Raises:
        JournalError: the file is in use for too long, or the copy can't be written.
        OSError: the copy can't be made.
    """
    os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    # ``backup`` alone would wait for ever while another process holds the file; a read gives up after *busy_ms*.
    with store.read():
        store.one(int, _LOCK)
        with saying_why(target):
            into = sqlite3.connect(part)
            try:
                store.connection.backup(into)
            finally:
                into.close()


def _check(part: Path, origin: Path) -> None:
    """Open the copy as a restore would, and check every record in it."""
    store = connect(part, write=False)
    try:
        is_damaged = any(faults_of(store))
    finally:
        store.close()
    if is_damaged:
        raise JournalError("journal.backup_damaged", path=origin)


def _failed(target: Path, error: OSError) -> JournalError:
    return JournalError("journal.backup_failed", target=target, why=error.strerror or type(error).__name__)
