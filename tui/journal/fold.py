"""Folding events into the derived tables: one at a time as they are written, many that were merged, or all anew."""

from __future__ import annotations

import json
from typing import Final

from tui.journal import subject
from tui.journal.beginning import owner_of_chain, person_of_chain
from tui.journal.called import may_rename, owners_after
from tui.journal.canonical import Record
from tui.journal.event import Kind
from tui.journal.events import find, in_order, taken_in_after
from tui.journal.script import DERIVED, TALLY_DAY, run_script
from tui.journal.store import Store
from tui.journal.summary import forget_summaries, forget_summary
from tui.journal.undone import link, settle

_FORGET: Final = """
DELETE FROM memo
WHERE trainee = ?1 AND item IN (SELECT item FROM memo_item WHERE trainee = ?1 AND touched = ?2)"""
# The subjects that a merge touches, each once; in a table, because there may be too many of them for memory.
_NOTHING_TOUCHED: Final = (
    "CREATE TEMP TABLE IF NOT EXISTS touched (subject TEXT PRIMARY KEY, event TEXT NOT NULL) WITHOUT ROWID",
    "DELETE FROM temp.touched",
)
_TOUCH: Final = "INSERT OR IGNORE INTO temp.touched VALUES (?, ?)"
_TOUCHED: Final = "SELECT event.* FROM temp.touched CROSS JOIN event ON event.hash = touched.event"
_UNSETTLED: Final = """
SELECT hash FROM event
WHERE rowid > ? AND (kind = 'undo' OR EXISTS (
    SELECT 1 FROM about JOIN event AS undo ON undo.hash = about.event AND undo.kind = 'undo'
    WHERE about.target = event.hash
))"""


def apply(store: Store, record: Record) -> None:
    """Bring the derived tables up to date with an event just written; to be called inside a write."""
    forget_summary(store, record.trainee)
    leaf: Record | None = record
    if record.kind in _ABOUT_ANOTHER:
        _link(store, record)
    if record.kind == Kind.UNDO:
        reached = settle(store, record.hash)
        leaf = find(store, reached) if reached else None
    for item in _refresh(store, leaf) if leaf else ():
        store.run(_FORGET, record.trainee, item)
    owner = owner_of_chain(store, record.writer)
    if record.kind not in _NAMING and may_rename(store, record, owner):
        subject.refresh_person(store, owner)


def merge(store: Store, stamp_then: int) -> None:
    """Bring the derived tables up to date with every event that came in since ``stamp`` was *stamp_then*.

    They may have come in any order: an undo, a correction or a withdrawal before what it names. To be called inside a
    write.
    """
    forget_summaries(store, stamp_then)
    for statement in _NOTHING_TOUCHED:
        store.run(statement)
    for record in taken_in_after(store, stamp_then):
        if record.kind in _ABOUT_ANOTHER:
            _link(store, record)
        _touch(store, record)
    # Undos are settled only when all events are linked. The statement reads no table that ``settle`` writes.
    for event in store.each(str, _UNSETTLED, stamp_then):
        reached = settle(store, event)
        leaf = find(store, reached) if reached else None
        if leaf is not None:
            _touch(store, leaf)
    for record in store.each(Record, _TOUCHED):
        for item in _refresh(store, record):
            store.run(_FORGET, record.trainee, item)
    for person in owners_after(store, stamp_then):
        subject.refresh_person(store, person)
    store.run(_NOTHING_TOUCHED[-1])


def rebuild(store: Store) -> None:
    """Make every derived table anew from the events; to be called inside a write."""
    run_script(store, DERIVED)
    run_script(store, TALLY_DAY)
    records = list(in_order(store))
    for record in records:
        if record.kind in _ABOUT_ANOTHER:
            _link(store, record)
    for record in records:
        if record.kind == Kind.UNDO:
            settle(store, record.hash)
    # Corrections and withdrawals are found through the entry or claim that they are about; each subject is needed once.
    subjects = {(r.kind, _subject(r)): r for r in records}
    for record in subjects.values():
        if record.kind not in _SEEN_BY_TARGET:
            _refresh(store, record)


def _subject(record: Record) -> str | tuple[str, str]:
    if record.kind == Kind.WRITER:
        return person_of_chain(record)
    return record.hash if record.kind in _OWN_SUBJECT else (record.trainee, record.item)


def _touch(store: Store, record: Record) -> None:
    """Note what has to be derived anew because of *record*, and an event to derive it from."""
    if record.kind == Kind.WRITER:
        return  # ``owners_after`` gives each owner once, however many chains name them
    if record.kind in _OWN_SUBJECT:
        store.run(_TOUCH, record.hash, record.hash)
    elif record.kind in {Kind.CORRECTION, Kind.WITHDRAWAL}:
        target = subject.target_of(record)
        if target is not None:
            store.run(_TOUCH, target, target)
    elif record.kind != Kind.UNDO:
        store.run(_TOUCH, json.dumps([record.kind, record.trainee, record.item]), record.hash)


def _link(store: Store, record: Record) -> None:
    target = subject.target_of(record)
    if target is not None:
        link(store, record.hash, target)


def _refresh(store: Store, record: Record) -> frozenset[str]:
    """Derive anew what *record* is about; the items that it touches. An unknown kind is passed over."""
    match record.kind:
        case Kind.ENTRY:
            return subject.refresh_entry(store, record.hash)
        case Kind.CORRECTION:
            return subject.refresh_entry(store, subject.target_of(record) or "")
        case Kind.CLAIM:
            subject.refresh_claim(store, record.hash)
        case Kind.WITHDRAWAL:
            subject.refresh_claim(store, subject.target_of(record) or "")
        case Kind.DECISION:
            subject.refresh_decision(store, record)
            subject.refresh_claim(store, subject.target_of(record) or "")
        case Kind.TICK:
            subject.refresh_tick(store, record.trainee, record.item)
        case Kind.PERSON:
            subject.refresh_person(store, record.trainee)
        case Kind.WRITER:
            subject.refresh_person(store, person_of_chain(record))
        case Kind.ENROL:
            subject.refresh_enrolment(store, record.trainee, record.item)
    return frozenset({record.item})


_SEEN_BY_TARGET: Final = frozenset({Kind.CORRECTION, Kind.WITHDRAWAL, Kind.UNDO})
_ABOUT_ANOTHER: Final = _SEEN_BY_TARGET | {Kind.DECISION, Kind.COMMENT, Kind.REOPENING, Kind.SIGNATURE}
_NAMING: Final = frozenset({Kind.WRITER, Kind.PERSON})
_OWN_SUBJECT: Final = frozenset({Kind.ENTRY, Kind.CLAIM, Kind.DECISION})
