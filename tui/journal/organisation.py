"""Reading what an organisation says about itself.

There is no derived table for it: there are about a hundred of these events, and an index finds them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar

from tui.errors import JournalError
from tui.journal.assessment import Assessment, Columns, WantedPattern
from tui.journal.body_organisation import mark_of
from tui.journal.canonical import Record, parsed
from tui.journal.event import ORGANISATION, EventHash, Kind
from tui.journal.fields import Fields
from tui.journal.store import Store

T = TypeVar("T")

_OF_KIND: Final = """
SELECT * FROM event
WHERE trainee = ? AND kind = ? AND NOT EXISTS (SELECT 1 FROM undone WHERE undone.event = event.hash)
ORDER BY clock, hash"""


def assessments(store: Store) -> list[Assessment]:
    """Every assessment that isn't undone, oldest first."""
    return _readable(store, Kind.ASSESSMENT, _assessment)


def columns(store: Store) -> list[Columns]:
    """Every choice of SecBoK columns that isn't undone, oldest first."""
    return _readable(store, Kind.COLUMNS, _columns)


def wanted(store: Store) -> list[WantedPattern]:
    """Every pattern that was wanted and isn't undone, oldest first."""
    return _readable(store, Kind.PATTERN, _wanted)


def _readable(store: Store, kind: Kind, read: Callable[[Record, Fields], T]) -> list[T]:
    """The events of a kind, read; those that can't be read (of a newer ikusei, or damaged) are left out."""
    found = []
    for record in store.rows(Record, _OF_KIND, ORGANISATION, kind):
        try:
            found.append(read(record, Fields(kind, parsed(record))))
        except JournalError:
            continue
    return found


def _assessment(r: Record, fields: Fields) -> Assessment:
    now, target = (mark_of(fields.table(name)) for name in ("now", "target"))
    note = fields.text("note")
    return Assessment(EventHash(r.hash), r.item, now, target, note, r.author, r.recorded, r.clock)


def _columns(r: Record, fields: Fields) -> Columns:
    return Columns(EventHash(r.hash), r.item, fields.words("columns"), r.author, r.recorded, r.clock)


def _wanted(r: Record, fields: Fields) -> WantedPattern:
    return WantedPattern(EventHash(r.hash), fields.text("pattern"), r.author, r.recorded, r.clock)
