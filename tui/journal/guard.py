"""The guards of the events: triggers that refuse to change or delete one, and the check that they are still there.

They guard against mistakes, not against the owner of the file, which the hash chain does. They are checked at every
open because ``transform()`` of sqlite-utils drops triggers silently (sqlite-utils #611).
"""

from __future__ import annotations

from typing import Final

from tui.journal.store import Store

GUARDS: Final = {
    "event_is_never_changed": """CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'events are never changed: write a correction or an undo'); END""",
    "event_is_never_deleted": """CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'events are never deleted: write an undo'); END""",
}
_STANDING: Final = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'event'"
_DROP: Final = {
    "event_is_never_changed": "DROP TRIGGER IF EXISTS event_is_never_changed",
    "event_is_never_deleted": "DROP TRIGGER IF EXISTS event_is_never_deleted",
}


def missing_guards(store: Store) -> tuple[str, ...]:
    """Names of the guards that are gone or changed; empty when all is well."""
    standing = dict(store.rows(_pair, _STANDING))
    return tuple(name for name, sql in GUARDS.items() if standing.get(name) != sql)


def restore_guards(store: Store) -> None:
    """Put the guards back as they should be; to be called inside a write."""
    for name, sql in GUARDS.items():
        store.run(_DROP[name])
        store.run(sql)


def _pair(name: str, sql: str) -> tuple[str, str]:
    return name, sql
