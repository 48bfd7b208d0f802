"""Backups: a copy that is whole, checked, and on the disk before it gets its name."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from tui.errors import JournalError
from tui.journal.chain import check_chains
from tui.journal.events import by_chain
from tui.journal.failure import told
from tui.journal.finding import Severity
from tui.journal.opening import open_state
from tui.journal.store import BUSY_MS, Store, connect
from tui.journal.writer import own_writer


def backup(path: Path, target: Path, *, host: str = "", busy_ms: int = BUSY_MS) -> None:
    """Copy the state file *path* to *target*, also while it is in use, and check the copy.

    Raises:
        JournalError: *target* is there already or can't be written, or the copy doesn't stand its check.
    """
    opened = open_state(path, write=False, create=False, host=host or os.uname().nodename, busy_ms=busy_ms)
    try:
        copy(opened.store, target, is_checked=True)
    finally:
        opened.store.close()


def copy(store: Store, target: Path, *, is_checked: bool = False) -> None:
    """Copy the open state file to *target*.

    Args:
        store: the open file.
        target: where to; nothing may be there.
        is_checked: check the copy (integrity, chains) before it gets its name.

    Raises:
        JournalError: *target* is there already or can't be written, or the copy doesn't stand its check.
    """
    if target.exists():
        raise JournalError("journal.backup_exists", target=target)
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        _fill(store, part)
        if is_checked:
            _check(part, store.path)
        _sync(part)
        part.rename(target)
        _sync(target.parent)
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise JournalError("journal.backup_failed", target=target, why=why) from error
    finally:
        part.unlink(missing_ok=True)


def _fill(store: Store, part: Path) -> None:
    with told(part):
        into = sqlite3.connect(part)
        try:
            store.connection.backup(into)
        finally:
            into.close()


def _check(part: Path, origin: Path) -> None:
    store = connect(part, write=False)
    try:
        is_whole = store.one(str, "PRAGMA integrity_check(1)") == "ok"
        faults = [each for each in check_chains(by_chain(store), own_writer(store)) if each.severity is Severity.FAULT]
    finally:
        store.close()
    if not is_whole or faults:
        raise JournalError("journal.backup_damaged", path=origin)


def _sync(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
