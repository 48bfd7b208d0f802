"""Checking the chains: that every event is the one that was written, and that none is missing.

``integrity_check`` of SQLite sees no flipped bit inside a text (0 of 200 found); the hashes see every one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

from tui.journal.canonical import Record
from tui.journal.finding import Finding, fault, warning


def check_chains(records: Iterable[Record], own: str | None = None) -> Iterator[Finding]:
    """What is wrong with *records*, which come writer by writer, each in the order of its numbers.

    Args:
        records: the events.
        own: the writer that the file stands for: only its chain has to be here whole. Of another writer a bundle may
            have brought a part. None where every chain has to be whole.
    """
    for writer, chain in groupby(records, key=lambda record: record.writer):
        yield from _check_chain(writer, list(chain), is_whole=own is None or writer == own)


def _check_chain(writer: str, chain: list[Record], *, is_whole: bool) -> Iterator[Finding]:
    for record in chain:
        if record.digest() != record.hash:
            yield fault("journal.hash", writer=writer, n=record.n, hash=record.hash)
    before: list[Record] = []
    expected, missing = 1, 0
    for n, group in groupby(chain, key=lambda record: record.n):
        same = list(group)
        if n != expected:
            missing += n - expected
            if is_whole:
                yield fault("journal.gap", writer=writer, n=expected)
        elif {record.previous for record in same} - {record.hash for record in before} - ({""} if n == 1 else set()):
            yield fault("journal.previous", writer=writer, n=n)
        if len(same) > 1:
            yield fault("journal.fork", writer=writer, n=n)
        before, expected = same, n + 1
    if missing and not is_whole:
        yield warning("journal.partial", writer=writer, missing=missing, last=expected - 1)
    turned_back = sum(later.recorded < earlier.recorded for earlier, later in pairwise(chain))
    if turned_back:
        yield warning("journal.clock_back", writer=writer, times=turned_back)
