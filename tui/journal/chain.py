"""Checking the chains: that every event is the one that was written, and that none is missing.

``integrity_check`` of SQLite sees no flipped bit inside a text (0 of 200 found); the hashes see every one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

from tui.journal.canonical import Record
from tui.journal.finding import Finding, fault, warning


def check_chains(records: Iterable[Record]) -> Iterator[Finding]:
    """What is wrong with *records*, which come writer by writer, each in the order of its numbers."""
    for writer, chain in groupby(records, key=lambda record: record.writer):
        yield from _check_chain(writer, list(chain))


def _check_chain(writer: str, chain: list[Record]) -> Iterator[Finding]:
    for record in chain:
        if record.digest() != record.hash:
            yield fault("journal.hash", writer=writer, n=record.n, hash=record.hash)
    before: list[Record] = []
    expected = 1
    for n, group in groupby(chain, key=lambda record: record.n):
        same = list(group)
        if n != expected:
            yield fault("journal.gap", writer=writer, n=expected)
        elif {record.previous for record in same} - {record.hash for record in before} - ({""} if n == 1 else set()):
            yield fault("journal.previous", writer=writer, n=n)
        if len(same) > 1:
            yield fault("journal.fork", writer=writer, n=n)
        before, expected = same, n + 1
    turned_back = sum(later.recorded < earlier.recorded for earlier, later in pairwise(chain))
    if turned_back:
        yield warning("journal.clock_back", writer=writer, times=turned_back)
