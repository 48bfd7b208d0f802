"""Reading the derived tables: entries, ticks, people and roles as they are now."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Final, NamedTuple

from tui.errors import JournalError
from tui.journal.called import own_name
from tui.journal.event import SUPERVISION, Enrolment, Entry, EventHash, Evidence
from tui.journal.store import Store

_ENTRY: Final = "SELECT * FROM entry WHERE id = ?"
_NAMED: Final = "SELECT * FROM entry WHERE id IN (SELECT value FROM json_each(?)) ORDER BY day, clock, id"
_ENTRIES: Final = """
SELECT * FROM entry
WHERE id IN (SELECT entry FROM entry_item WHERE trainee = ? AND item IN (SELECT value FROM json_each(?)))
ORDER BY day, clock, id"""
_WITH_EVIDENCE: Final = "SELECT * FROM entry WHERE evidence <> '[]' ORDER BY clock, id"
# The newest entries of one item at a time, from an index: sorting all entries of all items would be slow.
_NEWEST_OF_ITEM: Final = """
SELECT day, clock, entry FROM entry_item
WHERE trainee = ? AND item = ?
ORDER BY day DESC, clock DESC, entry DESC
LIMIT ?"""
_COUNT_FOR_ONE: Final = "SELECT count(*) FROM entry_item WHERE trainee = ? AND item = ?"
_COUNT_FOR: Final = """
SELECT count(DISTINCT entry) FROM entry_item WHERE trainee = ? AND item IN (SELECT value FROM json_each(?))"""
_THERE: Final = "SELECT id FROM entry WHERE id IN (SELECT value FROM json_each(?)) AND trainee = ?"
# Ordered so that the newest correction of an entry comes last.
_CORRECTED: Final = """
SELECT about.target, event.hash FROM about JOIN event ON event.hash = about.event
WHERE about.target IN (SELECT value FROM json_each(?)) AND event.trainee = ?
  AND event.kind = 'correction' AND event.author = event.trainee
  AND NOT EXISTS (SELECT 1 FROM undone WHERE undone.event = event.hash)
ORDER BY event.clock, event.writer, event.n, event.hash"""
_RECENT: Final = "SELECT * FROM entry WHERE trainee = ? ORDER BY day DESC, clock DESC, id DESC LIMIT ?"
_COUNT: Final = "SELECT count(*) FROM entry WHERE trainee = ?"
_LAST: Final = "SELECT * FROM entry WHERE trainee = ? ORDER BY clock DESC, id DESC LIMIT 1"
_LAST_SUPERVISION: Final = "SELECT supervision FROM entry WHERE trainee = ? ORDER BY clock DESC LIMIT 1"
_TICKS: Final = "SELECT item, recorded FROM tick WHERE trainee = ?"
_ENROLMENTS: Final = "SELECT trainee, role, start, recorded FROM enrolment WHERE trainee = ? ORDER BY clock, role"
_PEOPLE: Final = "SELECT id, name FROM person ORDER BY id"
_TRAINEES: Final = "SELECT trainee FROM tally UNION SELECT trainee FROM enrolment ORDER BY trainee"


class _Row(NamedTuple):
    """A row of ``entry``."""

    id: str
    trainee: str
    items: str
    day: str
    quantity: int
    hits: int | None
    total: int | None
    findings: int | None
    supervision: str
    note: str
    evidence: str
    recorded: int
    corrected: int
    clock: int

    def entry(self) -> Entry:
        """What the row says.

        Raises:
            JournalError: it isn't one that ikusei has made of an event.
        """
        try:
            return self._entry()
        except (ValueError, TypeError, KeyError, RecursionError) as error:
            raise JournalError("journal.row_damaged", table="entry", id=self.id) from error

    def _entry(self) -> Entry:
        if self.supervision not in SUPERVISION:
            raise ValueError(self.supervision)
        return Entry(
            id=EventHash(self.id),
            trainee=self.trainee,
            items=_texts(json.loads(self.items)),
            day=date.fromisoformat(self.day),
            quantity=self.quantity,
            hits=self.hits,
            total=self.total,
            findings=self.findings,
            supervision=self.supervision,
            note=self.note,
            evidence=tuple(Evidence(*_texts([each["ref"], each["sha256"]])) for each in json.loads(self.evidence)),
            recorded=self.recorded,
            corrected=bool(self.corrected),
        )


def entry(store: Store, entry_id: str) -> Entry | None:
    """The entry with this id, or None where there is none (any more)."""
    row = store.one(_Row, _ENTRY, entry_id)
    return row.entry() if row else None


def entries(store: Store, trainee: str, items: Iterable[str]) -> list[Entry]:
    """The entries that count for any of *items*, each once, oldest first."""
    return [row.entry() for row in store.rows(_Row, _ENTRIES, trainee, json.dumps(list(items)))]


def entries_with_evidence(store: Store) -> list[Entry]:
    """The entries of everybody that name evidence, in the order in which they were written."""
    return [row.entry() for row in store.rows(_Row, _WITH_EVIDENCE)]


def newest(store: Store, trainee: str, items: Iterable[str], limit: int) -> list[Entry]:
    """The latest *limit* entries that count for any of *items*, oldest first; the others are not read."""
    places = {place for item in items for place in store.rows(_place, _NEWEST_OF_ITEM, trainee, item, limit)}
    wanted = json.dumps([entry for _, _, entry in sorted(places)[-limit:]])
    return [row.entry() for row in store.rows(_Row, _NAMED, wanted)]


def count_for(store: Store, trainee: str, items: Iterable[str]) -> int:
    """How many entries count for any of *items*."""
    wanted = list(items)
    if len(wanted) == 1:
        return store.one(int, _COUNT_FOR_ONE, trainee, wanted[0]) or 0
    return store.one(int, _COUNT_FOR, trainee, json.dumps(wanted)) or 0


def entry_states(store: Store, trainee: str, entries: Iterable[str]) -> dict[str, str]:
    """By entry, the hash of the event with its present content: its own, or that of its newest correction.

    Entries that are undone, or aren't the trainee's, are left out.
    """
    wanted = json.dumps(list(entries))
    states = {entry: entry for entry in store.rows(str, _THERE, wanted, trainee)}
    states.update(pair for pair in store.rows(_state, _CORRECTED, wanted, trainee) if pair[0] in states)
    return states


def recent(store: Store, trainee: str, limit: int) -> list[Entry]:
    """The latest *limit* entries by day, latest first."""
    return [row.entry() for row in store.rows(_Row, _RECENT, trainee, limit)]


def entry_count(store: Store, trainee: str) -> int:
    """How many entries a trainee has."""
    return store.one(int, _COUNT, trainee) or 0


def last_entry(store: Store, trainee: str) -> Entry | None:
    """The entry that was recorded last, or None where there is none."""
    row = store.one(_Row, _LAST, trainee)
    return row.entry() if row else None


def last_supervision(store: Store, trainee: str) -> str | None:
    """The supervision of the entry that was recorded last, or None where there is none."""
    return store.one(str, _LAST_SUPERVISION, trainee)


def ticks(store: Store, trainee: str) -> dict[str, int]:
    """What is ticked: item, and when in milliseconds."""
    return dict(store.rows(_tick, _TICKS, trainee))


def enrolments(store: Store, trainee: str) -> list[Enrolment]:
    """The roles that a trainee follows, in the order of enrolment."""
    return store.rows(Enrolment, _ENROLMENTS, trainee)


def people(store: Store) -> dict[str, str]:
    """The name of each person by id; for the file's owner the name that is kept in the file itself."""
    own = own_name(store)
    return dict(store.rows(_name, _PEOPLE)) | (dict([own]) if own else {})


def trainees(store: Store) -> list[str]:
    """Ids of those who follow a role or have entries."""
    return store.rows(str, _TRAINEES)


def _texts(value: object) -> tuple[str, ...]:
    """*value* as a list of texts.

    Raises:
        TypeError: it is JSON of another shape, which ikusei never writes.
    """
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise TypeError(type(value))
    return tuple(value)


def _place(day: str, clock: int, entry: str) -> tuple[str, int, str]:
    return day, clock, entry


def _state(entry: str, event: str) -> tuple[str, str]:
    return entry, event


def _tick(item: str, recorded: int) -> tuple[str, int]:
    return item, recorded


def _name(person: str, name: str) -> tuple[str, str]:
    return person, name
