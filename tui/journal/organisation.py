"""Reading what was written down about the organisation as a whole."""

from __future__ import annotations

from typing import Final

from tui.errors import JournalError
from tui.journal.body_organisation import headcount
from tui.journal.canonical import Record, parsed
from tui.journal.event import ORGANISATION, Headcount, Kind
from tui.journal.store import Store

_NEWEST_LAST: Final = """
SELECT * FROM event
WHERE trainee = ? AND kind = ? AND NOT EXISTS (SELECT 1 FROM undone WHERE undone.event = event.hash)
ORDER BY clock, hash"""


def headcounts(store: Store) -> dict[str, Headcount]:
    """By team, how it was said last to be staffed: the newest by (clock, hash) that isn't undone and can be read."""
    found: dict[str, Headcount] = {}
    for record in store.rows(Record, _NEWEST_LAST, ORGANISATION, Kind.HEADCOUNT):
        try:
            said = headcount(parsed(record))
        except JournalError:
            continue  # damaged, or of a newer ikusei
        texts = {name: str(said[name]) for name in ("mode", "heads", "held_by", "note")}
        event = record.event()
        found[record.item] = Headcount(
            id=event.hash, team=record.item, author=record.author, recorded=record.recorded, **texts
        )
    return found
