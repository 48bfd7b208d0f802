"""What an older state file lacks, applied by sqlite-utils' ``Migrations``. Imported for an older file only.

What ``Migrations`` does: each step is all or nothing, and the file keeps which step was applied when
(``sqlite-utils rows state.sqlite _sqlite_migrations``).

What stays our own:

* The steps are SQL files: ``create()`` of sqlite-utils knows no CHECK, and ``transform()`` drops triggers without a
  word (sqlite-utils #611), so no step here may use it.
* ``PRAGMA user_version`` says which steps are missing, not the table: an open must find it out without importing
  sqlite-utils, and a file that was made new has no such table.
* The transaction is ours. ``atomic()`` begins with a plain ``BEGIN``, which fails at once where another process writes;
  inside our ``BEGIN IMMEDIATE`` it is a savepoint, and steps, derived tables, guards and number are kept together.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from sqlite_utils import Database, Migrations

from tui.journal.schema import SCHEMA
from tui.journal.script import migration, run_script
from tui.journal.store import Store

NAME: Final = "ikusei"
"""Name of our steps in the table ``_sqlite_migrations``."""


def upgrade(store: Store, found: int) -> None:
    """Apply every step after number *found*; to be called inside a write.

    Raises:
        JournalError: SQLite can't do it.
    """
    steps = Migrations(NAME)
    for number in range(found + 1, SCHEMA + 1):
        steps(name=migration(number).stem)(_step(store, number))
    # Installed plugins must not run on a state file. STRICT, like all of our tables.
    steps.apply(Database(store.connection, recursive_triggers=False, execute_plugins=False, strict=True))


def _step(store: Store, number: int) -> Callable[[Database], None]:
    def step(_: Database) -> None:
        run_script(store, migration(number))

    return step
