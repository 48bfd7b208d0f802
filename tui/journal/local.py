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


def put(store: Store, key: str, value: str) -> bool:
    """Keep *value*; always True.

    Raises:
        JournalError: the file can't be written now.
    """
    with store.write():
        store.run(_PUT, key, neutralise(value))
    return True


def drop(store: Store, key: str) -> bool:
    """Forget the value of *key*; always True.

    Raises:
        JournalError: the file can't be written now.
    """
    if get(store, key) is not None:
        with store.write():
            store.run(_DROP, key)
    return True
