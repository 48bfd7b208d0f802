"""The derived tables: each row is computed from the events about its subject (an entry, a claim, a person …).

Whatever order the events came in, the newest one that isn't undone counts; newest by (clock, writer, n, hash), which is
the same on every machine. A body that can't be read (written by a newer ikusei, or damaged) is passed over.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Final

from tui.errors import JournalError
from tui.journal import body_review
from tui.journal.body import EntryFields, work
from tui.journal.called import names_of
from tui.journal.canonical import Record, parsed
from tui.journal.event import Json, Kind
from tui.journal.events import find
from tui.journal.store import SqlValue, Store
from tui.journal.tally import count_days, count_work, day_of_entry
from tui.journal.undone import is_undone

_ABOUT: Final = """
SELECT event.* FROM about JOIN event ON event.hash = about.event
WHERE about.target = ? AND event.kind = ? AND event.trainee = ? AND event.author = event.trainee
  AND NOT EXISTS (SELECT 1 FROM undone WHERE undone.event = event.hash)
ORDER BY event.clock DESC, event.writer DESC, event.n DESC, event.hash DESC"""
_DECISIONS: Final = """
SELECT event.* FROM about JOIN event ON event.hash = about.event
WHERE about.target = ? AND event.kind = 'decision'"""
_OF_SUBJECT: Final = """
SELECT * FROM event
WHERE trainee = ? AND kind = ? AND item = ? AND author = trainee
  AND NOT EXISTS (SELECT 1 FROM undone WHERE undone.event = event.hash)
ORDER BY clock DESC, writer DESC, n DESC, hash DESC
LIMIT 1"""
_TARGET_FIELD: Final[dict[str, str]] = {
    Kind.CORRECTION: "entry",
    Kind.WITHDRAWAL: "claim",
    Kind.UNDO: "event",
    Kind.DECISION: "claim",
    Kind.COMMENT: "claim",
    Kind.REOPENING: "signoff",
    Kind.SIGNATURE: "event",
}
_ENTRY_ITEMS: Final = "SELECT item FROM entry_item WHERE entry = ?"
_DROP_ENTRY: Final = "DELETE FROM entry WHERE id = ?"
ADD_ENTRY: Final = "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
ADD_ENTRY_ITEM: Final = "INSERT INTO entry_item VALUES (?, ?, ?, ?, ?)"
_written: Final = json.JSONEncoder(ensure_ascii=False).encode
_DROP_TICK: Final = "DELETE FROM tick WHERE trainee = ? AND item = ?"
_ADD_TICK: Final = "INSERT INTO tick VALUES (?, ?, ?)"
_DROP_CLAIM: Final = "DELETE FROM claim WHERE id = ?"
_ADD_CLAIM: Final = "INSERT INTO claim VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
_ADD_DECISION: Final = "INSERT OR IGNORE INTO decision VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
_DROP_PERSON: Final = "DELETE FROM person WHERE id = ?"
_ADD_PERSON: Final = "INSERT INTO person VALUES (?, ?)"
_DROP_ENROLMENT: Final = "DELETE FROM enrolment WHERE trainee = ? AND role = ?"
_ADD_ENROLMENT: Final = "INSERT INTO enrolment VALUES (?, ?, ?, ?, ?)"


def refresh_entry(store: Store, entry: str) -> frozenset[str]:
    """Derive an entry anew: as its newest correction says, or gone when it is undone.

    Returns:
        the items that it counted or counts for.
    """
    counted = day_of_entry(store, entry)
    if counted is not None:
        count_work(store, [entry], -1)
    touched = _derive_entry(store, entry)
    now = day_of_entry(store, entry)
    if now is not None:
        count_work(store, [entry], 1)
    if now != counted:
        count_days(store, {found: by for found, by in ((now, 1), (counted, -1)) if found is not None})
    return touched


def _derive_entry(store: Store, entry: str) -> frozenset[str]:
    before = frozenset(store.rows(str, _ENTRY_ITEMS, entry))
    store.run(_DROP_ENTRY, entry)
    first = find(store, entry)
    if first is None or first.kind != Kind.ENTRY or first.author != first.trainee or is_undone(store, entry):
        return before
    corrections = store.rows(Record, _ABOUT, entry, Kind.CORRECTION, first.trainee)
    for record in (*corrections, first):
        now = work_of(record)
        if now is not None:
            _add_entry(store, first, now, corrected=record is not first)
            return before | frozenset(now.items)
    return before


def refresh_tick(store: Store, trainee: str, item: str) -> None:
    """Derive anew whether an item is ticked."""
    store.run(_DROP_TICK, trainee, item)
    newest = store.one(Record, _OF_SUBJECT, trainee, Kind.TICK, item)
    body = _read(newest)
    if newest and body and body.get("on") is True:
        store.run(_ADD_TICK, trainee, item, newest.recorded)


def refresh_claim(store: Store, claim: str) -> None:
    """Derive a claim anew: gone where it is undone, with its first withdrawal where there is one.

    A claim with a decision stays, even if its trainee undid it without knowing of the decision: whether the decision
    counts, and so wins, isn't known here. The undo then acts as a withdrawal.
    """
    store.run(_DROP_CLAIM, claim)
    record = find(store, claim)
    if record is None or record.kind != Kind.CLAIM or record.author != record.trainee:
        return
    is_gone = is_undone(store, claim)
    if _read(record) is None or (is_gone and not _is_decided(store, record)):
        return
    kinds = (Kind.WITHDRAWAL, Kind.UNDO) if is_gone else (Kind.WITHDRAWAL,)
    back = [r for kind in kinds for r in store.rows(Record, _ABOUT, claim, kind, record.trainee)]
    gone = min(((r.clock, r.hash) for r in back), default=None)
    said = record.trainee, record.item, record.recorded, record.body, record.clock
    store.run(_ADD_CLAIM, claim, *said, *(gone or (None, "")))


def _is_decided(store: Store, claim: Record) -> bool:
    return any(
        record.author != record.trainee and (record.trainee, record.item) == (claim.trainee, claim.item)
        for record in store.rows(Record, _DECISIONS, claim.hash)
    )


def refresh_decision(store: Store, record: Record) -> None:
    """Derive a decision; one by the trainee themself, or one that can't be read, is left out."""
    body = _read(record)
    if record.author == record.trainee or body is None:
        return
    try:
        said = body_review.decision(body)
    except JournalError:
        return
    claim, verdict, reason = (str(said[name]) for name in ("claim", "verdict", "reason"))
    about = claim, record.trainee, record.item, record.author
    store.run(_ADD_DECISION, record.hash, *about, verdict, reason, record.recorded, record.clock)


def refresh_people(store: Store, people: Collection[str]) -> None:
    """Derive anew what people are called."""
    if not people:
        return
    store.fill(_DROP_PERSON, ((person,) for person in people))
    names = names_of(store, people)
    store.fill(_ADD_PERSON, ((person, name) for person, name in names.items() if name is not None))


def refresh_enrolment(store: Store, trainee: str, role: str) -> None:
    """Derive anew whether and from which STEP on a trainee follows a role."""
    store.run(_DROP_ENROLMENT, trainee, role)
    newest = store.one(Record, _OF_SUBJECT, trainee, Kind.ENROL, role)
    body = _read(newest)
    start = body.get("start") if body and body.get("on") is True else None
    if newest and isinstance(start, int):
        store.run(_ADD_ENROLMENT, trainee, role, start, newest.recorded, newest.clock)


def target_of(record: Record) -> str | None:
    """Hash of the event that *record* is about; None for kinds that are about none, or an unreadable body."""
    body = _read(record)
    name = _TARGET_FIELD.get(record.kind, "")
    target = body.get(name) if body else None
    return target if isinstance(target, str) else None


def _read(record: Record | None) -> dict[str, Json] | None:
    """The body, or None where it can't be read."""
    try:
        return parsed(record) if record else None
    except JournalError:
        return None


def work_of(record: Record) -> EntryFields | None:
    """What an entry or a correction says; None where it can't be read."""
    try:
        return work(record.kind, parsed(record))
    except JournalError:
        return None


def _add_entry(store: Store, first: Record, now: EntryFields, *, corrected: bool) -> None:
    store.run(ADD_ENTRY, *entry_row(first, now, corrected=corrected))
    store.fill(ADD_ENTRY_ITEM, item_rows(first, now))


def entry_row(first: Record, now: EntryFields, *, corrected: bool) -> tuple[SqlValue, ...]:
    """The row of ``entry`` of the entry that began with *first* and is *now*."""
    return (
        first.hash,
        first.trainee,
        _written(now.items),
        now.day.isoformat(),
        now.quantity,
        now.hits,
        now.total,
        now.findings,
        now.supervision,
        now.note,
        _written([{"ref": each.ref, "sha256": each.sha256} for each in now.evidence]),
        first.recorded,
        int(corrected),
        first.clock,
    )


def item_rows(first: Record, now: EntryFields) -> list[tuple[SqlValue, ...]]:
    """Its rows of ``entry_item``."""
    return [(first.trainee, item, now.day.isoformat(), first.clock, first.hash) for item in now.items]
