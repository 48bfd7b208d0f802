"""Whether a new event fits what the journal holds: what it undoes, corrects or withdraws must be there to be so."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tui.errors import JournalError
from tui.journal.canonical import Record
from tui.journal.event import Json, Kind
from tui.journal.events import find
from tui.journal.fields import Fields
from tui.journal.store import Store
from tui.journal.undone import is_undone

UNDOABLE: Final = frozenset({Kind.ENTRY, Kind.CORRECTION, Kind.TICK, Kind.CLAIM, Kind.WITHDRAWAL, Kind.UNDO})
"""Kinds that an undo may name."""

_HAS_ENTRY: Final = "SELECT EXISTS (SELECT 1 FROM entry WHERE id = ? AND trainee = ?)"
_OPEN_CLAIMS: Final = "SELECT count(*) FROM claim WHERE trainee = ? AND item = ?"
_IS_OPEN: Final = "SELECT EXISTS (SELECT 1 FROM claim WHERE id = ? AND trainee = ? AND item = ?)"
_DOUBLE: Final = "SELECT item FROM claim WHERE trainee = ? GROUP BY item HAVING count(*) > 1"


def check(store: Store, kind: Kind, trainee: str, item: str, body: Mapping[str, Json]) -> None:
    """Check an event before it is written.

    Raises:
        JournalError: what it names isn't there, is another trainee's, or is undone, withdrawn or claimed already.
    """
    fields = Fields(kind, body)
    match kind:
        case Kind.CORRECTION:
            _check_entry(store, trainee, fields.word("entry"))
        case Kind.UNDO:
            _check_undo(store, trainee, fields.word("event"))
        case Kind.CLAIM:
            if store.one(int, _OPEN_CLAIMS, trainee, item):
                raise JournalError("journal.claimed_already", item=item)
            for entry in fields.words("entries"):
                _check_entry(store, trainee, entry)
        case Kind.WITHDRAWAL:
            if not store.one(int, _IS_OPEN, fields.word("claim"), trainee, item):
                raise JournalError("journal.not_claimed", item=item)
        case _:
            pass


def check_claims(store: Store, trainee: str) -> None:
    """Check, after an undo was written, that no criterion is claimed twice now.

    Raises:
        JournalError: undoing a withdrawal or redoing a claim opened a second claim beside a newer one.
    """
    item = store.one(str, _DOUBLE, trainee)
    if item is not None:
        raise JournalError("journal.claimed_already", item=item)


def _check_entry(store: Store, trainee: str, entry: str) -> None:
    if not store.one(int, _HAS_ENTRY, entry, trainee):
        raise JournalError("journal.no_entry", id=entry)


def _check_undo(store: Store, trainee: str, event: str) -> None:
    target = find(store, event)
    if target is None or target.trainee != trainee:
        raise JournalError("journal.nothing_to_undo", id=event)
    if target.kind not in UNDOABLE:
        raise JournalError("journal.not_undoable", id=event, kind=target.kind)
    if is_undone(store, event) or _rests_on_undone(store, target):
        raise JournalError("journal.undone_already", id=event)


def _rests_on_undone(store: Store, record: Record) -> bool:
    """Whether an event has no effect any more because what it is about is undone."""
    return record.kind != Kind.UNDO and bool(store.one(int, _TARGET_UNDONE, record.hash))


_TARGET_UNDONE: Final = """
SELECT EXISTS (SELECT 1 FROM about JOIN undone ON undone.event = about.target WHERE about.event = ?)"""
