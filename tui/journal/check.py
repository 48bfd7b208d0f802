"""Whether a new event fits the journal: what it undoes, corrects or withdraws must be there, and still have effect."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from tui.errors import JournalError
from tui.journal.canonical import Record
from tui.journal.event import OF_ORGANISATION, ORGANISATION, Json, Kind
from tui.journal.events import find
from tui.journal.fields import Fields
from tui.journal.store import Store
from tui.journal.undone import is_undone

_OWN_WORK: Final = frozenset({Kind.ENTRY, Kind.CORRECTION, Kind.TICK, Kind.CLAIM, Kind.WITHDRAWAL, Kind.UNDO})
UNDOABLE: Final = _OWN_WORK | OF_ORGANISATION
"""Kinds that an undo may name: what its author wrote about themself or the organisation. A mentor can't undo a
decision, only make another one."""
OWN: Final = _OWN_WORK | {Kind.PERSON, Kind.ENROL}
"""Kinds that count only where author and trainee are the same person."""
FOR_OTHERS: Final = frozenset({Kind.DECISION, Kind.WAIVER, Kind.SIGNOFF, Kind.REOPENING})
"""Kinds that count only where author and trainee are two people: nobody reviews or signs for themself."""

_IS_DECIDED: Final = "SELECT EXISTS (SELECT 1 FROM decision WHERE claim = ? AND trainee = ? AND item = ?)"
_HAS_ENTRY: Final = "SELECT EXISTS (SELECT 1 FROM entry WHERE id = ? AND trainee = ?)"
_IS_UNDECIDED: Final = "withdrawn IS NULL AND NOT EXISTS (SELECT 1 FROM decision WHERE decision.claim = claim.id)"
_UNDECIDED: Final = f"SELECT count(*) FROM claim WHERE trainee = ? AND item = ? AND {_IS_UNDECIDED}"
_IS_OPEN: Final = f"SELECT EXISTS (SELECT 1 FROM claim WHERE id = ? AND trainee = ? AND item = ? AND {_IS_UNDECIDED})"
_DOUBLE: Final = f"SELECT item FROM claim WHERE trainee = ? AND {_IS_UNDECIDED} GROUP BY item HAVING count(*) > 1"


class Incoming(NamedTuple):
    """An event that is about to be written."""

    kind: Kind
    author: str
    trainee: str
    item: str
    body: Mapping[str, Json]


def check(store: Store, new: Incoming) -> None:
    """Check an event before it is written.

    Raises:
        JournalError: what it names isn't there, is another trainee's, or is undone, withdrawn, claimed or decided
            already; or
            the author is the wrong person for it: nobody works for somebody else, nobody reviews for themself.
    """
    if (new.kind in OF_ORGANISATION) != (new.trainee == ORGANISATION) and new.kind is not Kind.UNDO:
        raise JournalError("journal.not_of_organisation", kind=new.kind)
    if new.kind in OWN and new.author != new.trainee and (new.kind, new.trainee) != (Kind.UNDO, ORGANISATION):
        raise JournalError("journal.not_own", kind=new.kind)
    if new.kind in FOR_OTHERS and new.author == new.trainee:
        raise JournalError("journal.own_review", kind=new.kind)
    fields = Fields(new.kind, new.body)
    match new.kind:
        case Kind.CORRECTION:
            _check_entry(store, new.trainee, fields.word("entry"))
        case Kind.UNDO:
            _check_undo(store, new, fields.word("event"))
        case Kind.CLAIM:
            if store.one(int, _UNDECIDED, new.trainee, new.item):
                raise JournalError("journal.claimed_already", item=new.item)
            for entry in fields.words("entries"):
                _check_entry(store, new.trainee, entry)
        case Kind.WITHDRAWAL:
            if not store.one(int, _IS_OPEN, fields.word("claim"), new.trainee, new.item):
                raise JournalError("journal.not_claimed", item=new.item)
        case _:
            _check_review(store, new, fields)


def _check_review(store: Store, new: Incoming, fields: Fields) -> None:
    match new.kind:
        case Kind.DECISION | Kind.COMMENT:
            _target(store, new, fields.word("claim"), Kind.CLAIM, new.item)
        case Kind.SIGNOFF:
            for each in fields.words("decisions"):
                _target(store, new, each, Kind.DECISION)
            for each in fields.words("waivers"):
                _target(store, new, each, Kind.WAIVER)
        case Kind.REOPENING:
            _target(store, new, fields.word("signoff"), Kind.SIGNOFF, new.item)
        case Kind.SIGNATURE:
            if _target(store, new, fields.word("event")).author != new.author:
                raise JournalError("journal.not_own", kind=new.kind)
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


def _target(store: Store, new: Incoming, event: str, kind: Kind | None = None, item: str = "") -> Record:
    target = find(store, event)
    if (
        target is None
        or target.trainee != new.trainee
        or kind not in {None, target.kind}
        or item not in {"", target.item}
    ):
        raise JournalError("journal.no_target", id=event)
    return target


def _check_undo(store: Store, new: Incoming, event: str) -> None:
    target = find(store, event)
    if target is None or (target.trainee, target.author) != (new.trainee, new.author):
        raise JournalError("journal.nothing_to_undo", id=event)
    if target.kind not in UNDOABLE:
        raise JournalError("journal.not_undoable", id=event, kind=target.kind)
    if target.kind == Kind.CLAIM and store.one(int, _IS_DECIDED, event, target.trainee, target.item) == 1:
        raise JournalError("journal.decided", id=event, item=target.item)
    if is_undone(store, event) or _rests_on_undone(store, target):
        raise JournalError("journal.undone_already", id=event)


def _rests_on_undone(store: Store, record: Record) -> bool:
    """Whether *record* has no effect any more because the event that it is about is undone."""
    return record.kind != Kind.UNDO and bool(store.one(int, _TARGET_UNDONE, record.hash))


_TARGET_UNDONE: Final = """
SELECT EXISTS (SELECT 1 FROM about JOIN undone ON undone.event = about.target WHERE about.event = ?)"""
