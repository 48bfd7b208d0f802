"""Bringing a state file to the newest schema: numbered SQL files, each applied once, all in one transaction.

The derived tables need no migrations: they are made anew after one, as far as it is about them.
"""

from __future__ import annotations

import sqlite3
from typing import Final

from tui.errors import JournalError
from tui.journal.failure import saying_why
from tui.journal.fold import rebuild
from tui.journal.guard import restore_guards
from tui.journal.schema import APPLICATION_ID, SCHEMA, check_schema
from tui.journal.script import TALLY_DAY, migration, run_script
from tui.journal.store import Store
from tui.journal.temporary import only_temporary

_IS_FILLED: Final = "SELECT EXISTS (SELECT 1 FROM sqlite_schema)"

_TALLIED: Final = 3
"""From this schema on a file has every derived table but what the entries come to by day."""

_WRITES: Final = frozenset({sqlite3.SQLITE_INSERT, sqlite3.SQLITE_UPDATE, sqlite3.SQLITE_DELETE})


def migrate(store: Store) -> None:
    """Make the tables of a new file, or bring an older one to the newest schema; two processes may do it at once.

    Raises:
        JournalError: a newer ikusei has written the file, it is damaged, or it can't be written.
    """
    with store.write():
        found = check_schema(store)
        if found < SCHEMA:
            _migrate(store, found)


def migrated_copy(store: Store) -> Store:
    """An older file as it would be after its migration: a copy in memory that nothing can be written to.

    It is for opening a file only to look, which must not change the file.

    Raises:
        JournalError: it can't be read, is damaged, or there is no room for temporary files.
    """
    copy = Store.in_memory(store.path)
    try:
        with saying_why(store.path), store.read():
            # Python's backup waits for another process for ever; a read before it fails after our busy timeout.
            store.one(int, "SELECT count(*) FROM sqlite_schema")
            store.connection.backup(copy.connection)
        with only_temporary(store.path), copy.write():
            _migrate(copy, check_schema(copy))
        copy.connection.set_authorizer(_refuse_writes)
    except BaseException:
        copy.close()
        raise
    return copy


def _refuse_writes(action: int, table: str | None, _: str | None, database: str | None, _trigger: str | None) -> int:
    """An authorizer (sqlite3_set_authorizer) that refuses writes, except to temporary tables.

    ``PRAGMA query_only`` would refuse those, too. ``sqlite_master`` is let pass, because SQLite 3.40 asks for leave to
    update it when a query uses ``json_each``.
    """
    is_write = action in _WRITES and database == "main" and table != "sqlite_master"
    return sqlite3.SQLITE_DENY if is_write else sqlite3.SQLITE_OK


def make_tables(store: Store) -> None:
    """Make every table, index and trigger of a new file; to be called inside a write.

    A new file is what a first start makes, so it is plain SQL: importing sqlite-utils would take longer than all of it.
    """
    for number in range(1, SCHEMA + 1):
        run_script(store, migration(number))
    rebuild(store)
    restore_guards(store)


def _migrate(store: Store, found: int) -> None:
    if found > 0:
        from tui.journal.upgrade import upgrade  # sqlite-utils takes 135 ms; few files are older

        upgrade(store, found)
        _derive(store, found)
        restore_guards(store)
    elif store.one(int, _IS_FILLED):
        raise JournalError("journal.no_schema", path=store.path)
    else:
        make_tables(store)
    # PRAGMA takes no parameters; both values are constants of ``tui.journal.schema``.
    store.run(f"PRAGMA application_id = {APPLICATION_ID}")
    store.run(f"PRAGMA user_version = {SCHEMA}")


def _derive(store: Store, found: int) -> None:
    """Make anew what an older file lacks of the derived tables: all of them take a minute for half a million events."""
    if found >= _TALLIED:
        try:
            run_script(store, TALLY_DAY)
            return
        except JournalError as error:
            if error.key != "journal.tables":  # the others aren't as they were left
                raise
    rebuild(store)
