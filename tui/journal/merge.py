"""Taking in the events of other writers: the union of two sets, by hash.

In any order, in any portions, any number of times: the state is the same, because every derived row is a function of
the set of events. Two events with one number of one writer are both kept: a fork, which the doctor reports.
"""

from __future__ import annotations

from collections.abc import Iterable

from tui.journal import fold
from tui.journal.canonical import Record
from tui.journal.events import add_new, stamp
from tui.journal.store import Store


def merge(store: Store, records: Iterable[Record]) -> int:
    """Take in *records*, whose hashes have been checked; to be called inside a write.

    Returns:
        how many of them are new.
    """
    before = stamp(store)
    add_new(store, records)
    fold.merge(store, before)
    return stamp(store) - before
