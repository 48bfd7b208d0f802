"""Folding events into the derived tables: one at a time as they are written, many that were merged, or all anew."""

from __future__ import annotations

from typing import Final

from tui.journal import subject
from tui.journal.alone import FORGET_MEMO, IS_ALONE, derive_alone
from tui.journal.beginning import owner_of_chain, person_of_chain
from tui.journal.called import may_rename, owners_after
from tui.journal.canonical import Record
from tui.journal.event import Kind
from tui.journal.events import find
from tui.journal.script import DERIVED, TALLY_DAY, clear_the_way, run_script
from tui.journal.store import Store
from tui.journal.summary import forget_summaries, forget_summary
from tui.journal.undone import link, settle

# What a merge touches, each subject once; in a table, because there may be more of them than should be held at once.
_NOTHING_TOUCHED: Final = (
    "CREATE TEMP TABLE IF NOT EXISTS touched (subject TEXT PRIMARY KEY, event TEXT NOT NULL) WITHOUT ROWID",
    "DELETE FROM temp.touched",
)
_TOUCH: Final = "INSERT OR IGNORE INTO temp.touched VALUES (?, ?)"
# A chain's owner is looked at once (``owners_after``), however many chains say that they are theirs; what an undo
# reaches is touched when it is settled.
_TOUCH_NEW: Final = (
    f"""
INSERT OR IGNORE INTO temp.touched
SELECT hash, hash FROM event
WHERE rowid > ? AND (kind IN ('claim', 'decision') OR kind = 'entry' AND NOT {IS_ALONE})""",
    """
INSERT OR IGNORE INTO temp.touched
SELECT about.target, about.target FROM event JOIN about ON about.event = event.hash
WHERE event.rowid > ? AND event.kind IN ('correction', 'withdrawal')""",
    """
INSERT OR IGNORE INTO temp.touched
SELECT json_array(kind, trainee, item), hash FROM event
WHERE rowid > ? AND kind NOT IN ('writer', 'entry', 'claim', 'decision', 'correction', 'withdrawal', 'undo')""",
)
_TOUCHED: Final = "SELECT event.* FROM temp.touched CROSS JOIN event ON event.hash = touched.event"
_BEFORE_ALL: Final = -(1 << 63)
"""A stamp that every event came in after, wherever a tool may have put its row."""
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
    if leaf is not None:
        subject.refresh_people(store, _named_by(leaf))
        for item in _refresh(store, leaf):
            store.run(FORGET_MEMO, record.trainee, item)
    owner = owner_of_chain(store, record.writer)
    if record.kind not in _NAMING and may_rename(store, record, owner):
        subject.refresh_people(store, [owner])


def merge(store: Store, stamp_then: int) -> None:
    """Bring the derived tables up to date with every event that came in since ``stamp`` was *stamp_then*.

    They may have come in any order: an undo, a correction or a withdrawal before what it names. To be called inside a
    write.
    """
    forget_summaries(store, stamp_then)
    for statement in _NOTHING_TOUCHED:
        store.run(statement)
    for record in store.each(Record, _ABOUT_ANOTHER_AFTER, stamp_then):
        _link(store, record)
    for statement in _TOUCH_NEW:
        store.run(statement, stamp_then)
    derive_alone(store, stamp_then)
    # Settled when all are linked; the statement reads nothing of what settling writes.
    for event in store.each(str, _UNSETTLED, stamp_then):
        reached = settle(store, event)
        leaf = find(store, reached) if reached else None
        if leaf is not None:
            store.run(_TOUCH, leaf.hash, leaf.hash)
    people = set(owners_after(store, stamp_then))
    for record in store.each(Record, _TOUCHED):
        people |= _named_by(record)
        for item in _refresh(store, record):
            store.run(FORGET_MEMO, record.trainee, item)
    subject.refresh_people(store, people)
    store.run(_NOTHING_TOUCHED[-1])


def rebuild(store: Store) -> None:
    """Make every derived table anew from the events; to be called inside a write."""
    for script in (DERIVED, TALLY_DAY):
        clear_the_way(store, script)
        run_script(store, script)
    merge(store, _BEFORE_ALL)


def _link(store: Store, record: Record) -> None:
    target = subject.target_of(record)
    if target is not None:
        link(store, record.hash, target)


def _named_by(record: Record) -> set[str]:
    """Who may be called otherwise because of *record*, by what it says itself."""
    match record.kind:
        case Kind.PERSON:
            return {record.trainee}
        case Kind.WRITER:
            return {person_of_chain(record)}
    return set()


def _refresh(store: Store, record: Record) -> frozenset[str]:
    """Derive anew what *record* is about; the items that it touches. An unknown kind is passed over.

    What people are called is derived by itself, of all of them together.
    """
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
        case Kind.ENROL:
            subject.refresh_enrolment(store, record.trainee, record.item)
    return frozenset({record.item})


_ABOUT_ANOTHER: Final = frozenset(
    {
        Kind.CORRECTION,
        Kind.WITHDRAWAL,
        Kind.UNDO,
        Kind.DECISION,
        Kind.COMMENT,
        Kind.REOPENING,
        Kind.SIGNATURE,
    }
)
_ABOUT_ANOTHER_AFTER: Final = f"""
SELECT * FROM event WHERE rowid > ? AND kind IN ({", ".join(f"'{kind}'" for kind in sorted(_ABOUT_ANOTHER))})"""
_NAMING: Final = frozenset({Kind.WRITER, Kind.PERSON})
