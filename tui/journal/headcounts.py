"""Reading how the teams are staffed."""

from __future__ import annotations

from typing import Final

from tui.errors import JournalError
from tui.journal.body_headcount import headcount
from tui.journal.canonical import Record, parsed
from tui.journal.event import ORGANISATION, Headcount, Kind
from tui.journal.store import Store

_NEWEST_LAST: Final = """
SELECT * FROM event
WHERE trainee = ? AND kind = ? AND NOT EXISTS (SELECT 1 FROM undone WHERE undone.event = event.hash)
ORDER BY clock, hash"""

_ANY: Final = "SELECT EXISTS (SELECT 1 FROM event WHERE trainee = ? AND kind = ?)"


def has_headcounts(store: Store) -> bool:
    """Whether a head count was ever written, undone or not."""
    return bool(store.one(int, _ANY, ORGANISATION, Kind.HEADCOUNT))


def headcounts(store: Store) -> dict[str, Headcount]:
    """By team, its present head count: the newest by (clock, hash) that isn't undone and can be read."""
    found: dict[str, Headcount] = {}
    for record in store.rows(Record, _NEWEST_LAST, ORGANISATION, Kind.HEADCOUNT):
        try:
            said = headcount(parsed(record))
        except JournalError:
            continue  # damaged, or of a newer ikusei
        texts = {name: str(said[name]) for name in ("mode", "heads", "held_by", "note")}
        event = record.event()
        found[record.item] = Headcount(
            id=event.hash, team=record.item, author=record.author, recorded=record.recorded, clock=record.clock, **texts
        )
    return found
