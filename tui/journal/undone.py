"""Which events are undone: those named by an undo that isn't undone itself (undoing an undo is a redo).

It depends on the set of events, not on the order in which they came. The table ``undone`` is always up to date, and a
new undo changes only the chain of undos that it names.
"""

from __future__ import annotations

from typing import Final

from tui.journal.event import Kind
from tui.journal.store import Store

_LINK: Final = "INSERT OR IGNORE INTO about VALUES (?, ?)"
_IS_UNDONE: Final = "SELECT EXISTS (SELECT 1 FROM undone WHERE event = ?)"
_HAS_UNDO: Final = """
SELECT EXISTS (
    SELECT 1
    FROM about
    JOIN event AS undo ON undo.hash = about.event AND undo.kind = 'undo'
    JOIN event AS target
        ON target.hash = about.target AND target.trainee = undo.trainee AND target.author = undo.author
    WHERE about.target = ? AND NOT EXISTS (SELECT 1 FROM undone WHERE undone.event = undo.hash)
)"""
_UNDO: Final = "INSERT OR IGNORE INTO undone VALUES (?)"
_REDO: Final = "DELETE FROM undone WHERE event = ?"
_TARGET: Final = """
SELECT about.target FROM about JOIN event ON event.hash = about.event WHERE about.event = ? AND event.kind = ?"""


def link(store: Store, event: str, target: str) -> None:
    """Note that *event* is about *target*: a correction about its entry, a withdrawal about its claim, an undo."""
    store.run(_LINK, event, target)


def is_undone(store: Store, event: str) -> bool:
    """Whether an event is undone now."""
    return bool(store.one(int, _IS_UNDONE, event))


def settle(store: Store, event: str) -> str | None:
    """Bring ``undone`` up to date after *event* came in and was linked: an undo, or an event that an undo names.

    Returns:
        the event at the end of the chain of undos, if its effect may have changed; else None.
    """
    _settled(store, event)
    seen = {event}
    current = _target(store, event)
    # A damaged file could hold a circle of undos; true hashes can't make one.
    while current is not None and current not in seen:
        seen.add(current)
        has_changed = _settled(store, current)
        target = _target(store, current)
        if target is None:
            return current
        if not has_changed:
            return None
        current = target
    return None


def _settled(store: Store, event: str) -> bool:
    """Whether the event's state had to be changed."""
    now = bool(store.one(int, _HAS_UNDO, event))
    before = is_undone(store, event)
    if now != before:
        store.run(_UNDO if now else _REDO, event)
    return now != before


def _target(store: Store, event: str) -> str | None:
    return store.one(str, _TARGET, event, Kind.UNDO)
