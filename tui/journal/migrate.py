"""Bringing a state file to the newest schema: numbered SQL files, each applied once, all in one transaction.

The derived tables need no migrations: they are made anew after one.
"""

from __future__ import annotations

from tui.journal.fold import rebuild
from tui.journal.guard import restore_guards
from tui.journal.schema import APPLICATION_ID, SCHEMA, check_schema
from tui.journal.script import migration, run_script
from tui.journal.store import Store


def migrate(store: Store) -> None:
    """Apply what is missing; another process that does the same at once does no harm.

    Raises:
        JournalError: a newer ikusei has written the file, or it can't be written.
    """
    with store.write():
        found = check_schema(store)
        if found == SCHEMA:
            return
        for number in range(found + 1, SCHEMA + 1):
            run_script(store, migration(number))
        rebuild(store)
        restore_guards(store)
        # PRAGMA takes no parameters; both are whole numbers of this module.
        store.run(f"PRAGMA application_id = {APPLICATION_ID}")
        store.run(f"PRAGMA user_version = {SCHEMA}")
