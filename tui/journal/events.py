"""The table ``event``: one row an event, written once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from tui.errors import UsageError
from tui.journal.canonical import Record
from tui.journal.store import SqlValue, Store

_INSERT: Final = "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
# Not OR IGNORE: it would also skip rows that break another rule of the table, silently.
_ADD_NEW: Final = f"{_INSERT} ON CONFLICT (hash) DO NOTHING"
_BY_HASH: Final = "SELECT * FROM event WHERE hash = ?"
# Hashes are hexadecimal: everything that begins with the prefix lies before the prefix with a "g".
_BY_PREFIX: Final = "SELECT * FROM event WHERE hash >= ? AND hash < ? || 'g' LIMIT 2"
_COUNT: Final = "SELECT count(*) FROM event"
_TIP: Final = "SELECT n, hash FROM event WHERE writer = ? ORDER BY n DESC, hash DESC LIMIT 1"
# The + keeps SQLite from taking the index on trainees, behind which it would have to sort.
_TIP_ABOUT: Final = """
SELECT n, hash FROM event
WHERE writer = ? AND +trainee = ? AND (kind = 'person') = ?
ORDER BY n DESC, hash DESC LIMIT 1"""
_STAMP: Final = "SELECT coalesce(max(rowid), 0) FROM event"
_IN_ORDER: Final = "SELECT * FROM event ORDER BY clock, writer, n, hash"
_BY_CHAIN: Final = "SELECT * FROM event ORDER BY writer, n, hash"


def insert(store: Store, record: Record) -> None:
    """Write an event; to be called inside a write."""
    store.run(_INSERT, *record)


def add_new(store: Store, records: Iterable[Record]) -> None:
    """Write those of *records* that the file doesn't have yet; to be called inside a write."""
    store.fill(_ADD_NEW, records)


def find(store: Store, event: str) -> Record | None:
    """The event with this hash."""
    return store.one(Record, _BY_HASH, event)


def resolve(store: Store, prefix: str) -> Record:
    """The only event whose hash is *prefix* or begins with it.

    Raises:
        UsageError: no event begins so, or more than one.
    """
    wanted = prefix.strip().lower()
    found = store.rows(Record, _BY_PREFIX, wanted, wanted) if wanted else []
    if not found:
        raise UsageError("journal.no_event", id=prefix)
    if len(found) > 1:
        raise UsageError("journal.ambiguous_event", id=prefix)
    return found[0]


def event_count(store: Store) -> int:
    """How many events there are; the smallest index is counted, not the rows."""
    return store.one(int, _COUNT) or 0


def tip(store: Store, writer: str) -> tuple[int, str]:
    """Number and hash of the newest event of a writer; 0 and empty before its first."""
    return store.one(_tip, _TIP, writer) or (0, "")


def tip_about(store: Store, writer: str, trainee: str, *, is_name: bool) -> tuple[int, str]:
    """Number and hash of the newest event of a writer about somebody; 0 and empty where there is none.

    Args:
        store: the file.
        writer: whose events.
        trainee: whom they are about.
        is_name: True for their names alone, False for everything else.
    """
    return store.one(_tip, _TIP_ABOUT, writer, trainee, int(is_name)) or (0, "")


def stamp(store: Store) -> int:
    """A number that grows with each event that the file takes in, and changes by nothing else."""
    return store.one(int, _STAMP) or 0


def in_order(store: Store) -> Iterator[Record]:
    """Every event in the order that all machines agree on."""
    yield from store.each(Record, _IN_ORDER)


def by_chain(store: Store) -> Iterator[Record]:
    """Every event, writer by writer, each in the order of its numbers."""
    yield from store.each(Record, _BY_CHAIN)


def _tip(n: int, event: str) -> tuple[int, str]:
    return n, event


def numbered(row: int, *columns: SqlValue) -> tuple[int, Record]:
    """An event behind the number of its row."""
    return row, Record._make(columns)
