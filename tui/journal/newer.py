"""What one state of a journal has and another doesn't: shown before a backup is restored."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Final, NamedTuple

from tui.journal.event import Kind
from tui.journal.store import Store
from tui.record import record

UNKNOWN: Final = "unknown"
"""Stands for every kind that this ikusei doesn't know."""
_KNOWN: Final = frozenset(map(str, Kind))
_HASHES: Final = "SELECT hash FROM event"
_DAY: Final = "CASE WHEN json_valid(body) THEN body ->> 'day' END"
_LINES: Final = f"SELECT hash, kind, recorded, {_DAY} FROM event ORDER BY clock"


@record
class Newer:
    """What the present state file has that a backup hasn't.

    Args:
        events: how many records.
        kinds: how many of each kind.
        days: how many entries of each day, the oldest first.
        latest: when the newest of them was recorded, milliseconds since 1970; 0 where there is none.
        there: how many records the backup has.
        there_latest: when its newest was recorded.
        gained: how many records the backup has that the present file hasn't.
    """

    events: int
    kinds: Mapping[str, int]
    days: Mapping[str, int]
    latest: int
    there: int
    there_latest: int
    gained: int


class _Line(NamedTuple):
    hash: str
    kind: str
    recorded: int
    day: str | None


def newer(here: Store | None, there: Store) -> Newer:
    """What *here* has that *there* hasn't; None is a file that isn't there at all.

    Raises:
        JournalError: one of them can't be read.
    """
    known = set(there.each(str, _HASHES))
    ours = here.rows(_Line, _LINES) if here is not None else []
    lines = [line for line in ours if line.hash not in known]
    days = Counter(line.day for line in lines if line.kind == Kind.ENTRY and line.day)
    return Newer(
        events=len(lines),
        kinds=Counter(line.kind if line.kind in _KNOWN else UNKNOWN for line in lines),
        days=dict(sorted(days.items())),
        latest=max((line.recorded for line in lines), default=0),
        there=len(known),
        there_latest=max((line.recorded for line in there.each(_Line, _LINES)), default=0),
        gained=len(known) - (len(ours) - len(lines)),
    )
