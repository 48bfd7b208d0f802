"""Making the derived tables of a copy anew, to see whether they were what the events add up to."""

from __future__ import annotations

import sqlite3
from itertools import starmap, zip_longest
from operator import ne
from typing import Final

from tui.journal.failure import saying_why
from tui.journal.fold import rebuild
from tui.journal.store import Store

_TABLES: Final = {
    "about": "event",
    "undone": "event",
    "entry": "id",
    "entry_item": "trainee, item, day, clock, entry",
    "tick": "trainee, item",
    "claim": "id",
    "decision": "id",
    "person": "id",
    "enrolment": "trainee, role",
    "tally": "trainee",
    "tally_month": "trainee, month",
    "tally_day": "trainee, item, day, supervision, items, judged",
}
"""The derived tables that are made anew, with their keys."""


def made_anew(still: Store) -> list[str]:
    """Make the derived tables of a copy anew; names of those that were different before.

    Tables of any size: they are held on disk, and read beside one another in the order of their keys.
    """
    still.run("PRAGMA foreign_keys=ON")
    # Nobody goes on with this copy where something fails, so nothing has to be taken back.
    still.run("PRAGMA journal_mode=OFF")
    still.run("ATTACH '' AS filed")
    still.run("BEGIN")
    for name, order in _TABLES.items():
        still.run(f"CREATE TABLE filed.{name} AS SELECT * FROM main.{name} ORDER BY {order}")
    rebuild(still)
    with saying_why(still.path):
        found = [name for name, order in _TABLES.items() if _differs(still.connection, name, order)]
    still.run("COMMIT")
    return found


def _differs(connection: sqlite3.Connection, name: str, order: str) -> bool:
    before = connection.execute(f"SELECT * FROM filed.{name} ORDER BY rowid")
    now = connection.execute(f"SELECT * FROM main.{name} ORDER BY {order}")
    return any(starmap(ne, zip_longest(before, now)))
