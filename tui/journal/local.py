"""Values that belong to one state file and never travel: drafts being typed, the language."""

from __future__ import annotations

from typing import Final

from tui.journal.store import Store
from tui.text.clean import neutralise

_GET: Final = "SELECT value FROM local WHERE key = ?"
_PUT: Final = "INSERT INTO local VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"
_DROP: Final = "DELETE FROM local WHERE key = ?"


def get(store: Store, key: str) -> str | None:
    """The value of *key*, or None."""
    return store.one(str, _GET, key)


def put(store: Store, key: str, value: str | None) -> None:
    """Keep *value*, or forget what there is where it is None; to be called inside a write.

    Raises:
        JournalError: the file can't be written now.
    """
    if value is None:
        store.run(_DROP, key)
    else:
        store.run(_PUT, key, neutralise(value))
