"""Deriving entries that just came in and that no other event is about: many at once, each from its own words alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from tui.journal.canonical import Record
from tui.journal.events import numbered
from tui.journal.store import SqlValue, Store
from tui.journal.subject import ADD_ENTRY, ADD_ENTRY_ITEM, entry_row, item_rows, work_of
from tui.journal.tally import count_days, count_work

IS_ALONE: Final = """(
    NOT EXISTS (SELECT 1 FROM about WHERE about.target = event.hash)
    AND NOT EXISTS (SELECT 1 FROM entry WHERE entry.id = event.hash)
)"""
FORGET_MEMO: Final = """
DELETE FROM memo
WHERE trainee = ?1 AND item IN (SELECT item FROM memo_item WHERE trainee = ?1 AND touched = ?2)"""
_ALONE: Final = f"""
SELECT rowid, * FROM event
WHERE rowid > ? AND kind = 'entry' AND author = trainee AND {IS_ALONE}
ORDER BY rowid LIMIT ?"""
_PORTION: Final = 500
"""Entries that are held in memory."""


def derive_alone(store: Store, stamp_then: int) -> None:
    """Derive the entries that came in since ``stamp`` was *stamp_then* and are alone; to be called inside a write.

    Whatever is about them has been linked before.
    """
    row = stamp_then
    while portion := store.rows(numbered, _ALONE, row, _PORTION):
        row = portion[-1][0]
        _derive(store, [record for _, record in portion])


def _derive(store: Store, firsts: Sequence[Record]) -> None:
    entries: list[tuple[SqlValue, ...]] = []
    ids: list[str] = []
    items: list[tuple[SqlValue, ...]] = []
    days: Counter[tuple[str, str]] = Counter()
    for first in firsts:
        now = work_of(first)
        if now is not None:
            entries.append(entry_row(first, now, corrected=False))
            ids.append(first.hash)
            items += item_rows(first, now)
            days[first.trainee, now.day.isoformat()] += 1
    store.fill(ADD_ENTRY, entries)
    store.fill(ADD_ENTRY_ITEM, items)
    count_days(store, days)
    count_work(store, ids, 1)
    store.fill(FORGET_MEMO, {(trainee, item) for trainee, item, *_ in items})
