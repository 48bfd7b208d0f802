"""Values that belong to one state file and never travel: drafts being typed, the language.

No event stands behind them, so each has a seal beside it: a value that doesn't match its seal is reported, not used.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tui.errors import JournalError
from tui.journal.seal import seal
from tui.journal.store import Store
from tui.text.clean import meant

SEAL: Final = "#"
"""The first character of a seal's key; the key of its value follows."""

_GET: Final = "SELECT key, value FROM local WHERE key IN (?, ?)"
_ALL: Final = "SELECT key, value FROM local ORDER BY key"
_PUT: Final = "INSERT INTO local VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"
_DROP: Final = "DELETE FROM local WHERE key IN (?, ?)"


def get(store: Store, key: str) -> str | None:
    """The value of *key*, or None.

    Raises:
        JournalError: it isn't the value that was kept.
    """
    # Not by ``rows``: a screen remembers its answers until an event comes in, but these values change without one.
    found = dict(store.each(_pair, _GET, key, SEAL + key))
    if not _is_sound(key, found):
        raise JournalError("journal.local_damaged", path=store.path, names=key)
    return found.get(key)


def put(store: Store, key: str, value: str | None) -> None:
    """Keep *value*, or forget what there is where it is None; to be called inside a write.

    Raises:
        JournalError: the file can't be written now.
    """
    if value is None:
        store.run(_DROP, key, SEAL + key)
        return
    kept = meant(value)
    store.run(_PUT, key, kept)
    store.run(_PUT, SEAL + key, seal(key, kept))


def sound(store: Store) -> dict[str, str]:
    """Every value that is what was kept, by key.

    Raises:
        JournalError: they can't be read.
    """
    found = dict(store.each(_pair, _ALL))
    return {key: value for key, value in found.items() if not key.startswith(SEAL) and _is_sound(key, found)}


def damaged(store: Store) -> list[str]:
    """Keys of the values that aren't what was kept.

    Raises:
        JournalError: they can't be read.
    """
    return list(_damaged(dict(store.rows(_pair, _ALL))))


def forget_damaged(store: Store) -> None:
    """Forget the values that aren't what was kept; to be called inside a write."""
    for key in damaged(store):
        store.run(_DROP, key, SEAL + key)


def _damaged(found: dict[str, str]) -> Iterator[str]:
    for key in sorted({key.removeprefix(SEAL) for key in found}):
        if not _is_sound(key, found):
            yield key


def _is_sound(key: str, found: dict[str, str]) -> bool:
    """Whether a value is the one that was sealed; older ikusei made no seals, so a value without one is sound."""
    if SEAL + key not in found:
        return True
    return key in found and found[SEAL + key] == seal(key, found[key])


def _pair(key: str, value: str) -> tuple[str, str]:
    return key, value
