"""How the tables, indexes and triggers of a state file differ from those that ikusei makes, by sqlite-utils.

A tool that lets people edit a table often makes it anew, and then guards, indexes and STRICT are gone or changed. A
trigger or unique index that was added can change or refuse what is written. The guards themselves are checked at every
open (``tui.journal.guard``), where importing sqlite-utils would cost too much.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, NamedTuple

from sqlite_utils import Database
from sqlite_utils.db import Table, quote_identifier

from tui.errors import JournalError
from tui.journal.failure import saying_why
from tui.journal.finding import Finding, fault, warning
from tui.journal.guard import GUARDS
from tui.journal.migrate import make_tables
from tui.journal.store import Store

KEPT: Final = frozenset({"event", "writer", "local"})
"""Tables that can't be made anew."""
MIGRATIONS: Final = "_sqlite_migrations"
"""The table in which sqlite-utils keeps the steps that an older file went through."""

_SQL: Final = "SELECT sql FROM sqlite_schema WHERE type = 'index' AND name = ?"


class Differences(NamedTuple):
    """Names of what differs from a file that ikusei makes.

    Args:
        gone: missing tables that can't be made anew.
        changed: tables that can't be made anew, and have another definition.
        derived: missing or changed tables that can be made anew.
        indexes: missing or changed indexes of tables that are as they should be.
        added_triggers: triggers that somebody else put on our tables.
        added_indexes: indexes that somebody else put on our tables.
        foreign: tables and views of somebody else.
    """

    gone: tuple[str, ...]
    changed: tuple[str, ...]
    derived: tuple[str, ...]
    indexes: tuple[str, ...]
    added_triggers: tuple[str, ...]
    added_indexes: tuple[str, ...]
    foreign: tuple[str, ...]


def look_at_shape(store: Store) -> Iterator[Finding]:
    """What differs from a file that ikusei makes, as findings of the doctor.

    Raises:
        JournalError: it can't be read.
    """
    with _as_made() as made:
        found = _differences(store, made)
    if found.gone or found.changed:
        yield fault("journal.tables_changed", path=store.path, tables=", ".join((*found.gone, *found.changed)))
    mendable = (*found.derived, *found.indexes)
    if mendable:
        yield fault("journal.shape", path=store.path, names=", ".join(mendable))
    added = (*found.added_triggers, *found.added_indexes)
    if added:
        yield fault("journal.added", path=store.path, names=", ".join(added))
    if found.foreign:
        yield warning("journal.foreign", path=store.path, names=", ".join(found.foreign))


def mend_shape(store: Store) -> None:
    """Remove what was added to our tables, and make their indexes anew; to be called inside a write.

    The caller makes the derived tables anew, and ``restore_guards`` the guards.

    Raises:
        JournalError: a table is gone that can't be made anew, or SQLite can't do it.
    """
    with _as_made() as made:
        found = _differences(store, made)
        if found.gone:
            raise JournalError("journal.tables_changed", path=store.path, tables=", ".join(found.gone))
        for name in found.added_triggers:
            store.run(f"DROP TRIGGER {quote_identifier(name)}")
        for name in (*found.added_indexes, *found.indexes):
            store.run(f"DROP INDEX IF EXISTS {quote_identifier(name)}")
        for name in found.indexes:
            store.run(made.one(str, _SQL, name) or "")


@contextmanager
def _as_made() -> Iterator[Store]:
    """A new state file in memory, to compare with."""
    made = Store.in_memory()
    try:
        with made.write():
            make_tables(made)
        yield made
    finally:
        made.close()


def _differences(store: Store, made: Store) -> Differences:
    with saying_why(store.path):
        ours, theirs = _introspected(made), _introspected(store)
        names, present = frozenset(ours.table_names()), frozenset(theirs.table_names())
        changed = [name for name in sorted(names) if name not in present or _table(ours, name) != _table(theirs, name)]
        sound = sorted(names.difference(changed))
        expected = {name: index for table in sound for name, index in _indexes(ours, table)}
        standing = {name: index for table in sound for name, index in _indexes(theirs, table)}
        foreign = [*present - names - {MIGRATIONS}, *theirs.view_names()]
        return Differences(
            gone=tuple(name for name in changed if name in KEPT - present),
            changed=tuple(name for name in changed if name in KEPT & present),
            derived=tuple(name for name in changed if name not in KEPT),
            indexes=tuple(name for name, index in expected.items() if standing.get(name) != index),
            added_triggers=tuple(
                sorted(each.name for each in theirs.triggers if each.table in names and each.name not in GUARDS)
            ),
            added_indexes=tuple(sorted(standing.keys() - expected.keys())),
            foreign=tuple(sorted(name for name in foreign if not name.startswith("sqlite_"))),
        )


def _introspected(store: Store) -> Database:
    """The connection for sqlite-utils, kept from setting a pragma and from running installed plugins."""
    return Database(store.connection, recursive_triggers=False, execute_plugins=False)


def _table(database: Database, name: str) -> tuple[object, ...]:
    """The definition of a table, to compare; it includes the indexes that SQLite makes for its keys."""
    table = database.table(name)
    keys = [(index.name, index.columns) for index in table.indexes if index.origin != "c"]
    return table.columns, sorted(table.foreign_keys), table.strict, keys


def _indexes(database: Database, name: str) -> Iterator[tuple[str, tuple[object, ...]]]:
    """Name and definition of each index that was made by a CREATE INDEX."""
    table: Table = database.table(name)
    columns = {each.name: each.columns for each in table.xindexes}
    for index in table.indexes:
        if index.origin == "c":
            yield index.name, (name, index.unique, index.partial, columns[index.name])
