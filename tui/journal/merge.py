"""Taking in the events of other writers: the union of two sets, by hash.

In any order, in any portions, any number of times: the state is the same, because every derived row is a function of
the set of events. Two events with one number of one writer are both kept: a fork, which the doctor reports.
"""

from __future__ import annotations

from collections.abc import Callable

from tui.journal import fold
from tui.journal.events import stamp
from tui.journal.store import Store


def merge(store: Store, add: Callable[[Store], None]) -> int:
    """Take in what *add* writes into the table of the events, hashes checked; to be called inside a write.

    Returns:
        how many events are new.
    """
    before = stamp(store)
    add(store)
    fold.merge(store, before)
    return stamp(store) - before
