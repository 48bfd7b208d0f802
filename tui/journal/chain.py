"""Checking the chains: that every event is the one that was written, and that none is missing.

``integrity_check`` of SQLite sees no flipped bit inside a text (0 of 200 found); the hashes see every one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby, pairwise
from operator import attrgetter
from typing import Final

from tui.journal.canonical import Record
from tui.journal.event import Kind
from tui.journal.finding import Finding, fault, warning
from tui.journal.strand import Known, Strands, has_link

NOTHING: Final = Known()
_writer: Final = attrgetter("writer")
_number: Final = attrgetter("n")


def check_chains(records: Iterable[Record], own: str | None = None, known: Known = NOTHING) -> Iterator[Finding]:
    """What is wrong with *records*, which come writer by writer, each in the order of its numbers.

    They are read once, and a few held at a time: a chain may be longer than the memory is large.

    Args:
        records: the events.
        own: the writer that the file stands for: only its chain has to be here whole. Of another writer a bundle may
            have brought a part, on whose strands nothing may be missing. None where every chain has to be whole.
        known: what is known of people, for the messages.
    """
    for writer, events in groupby(records, key=_writer):
        altered: list[Finding] = []
        numbers = _by_number(events, altered)
        if own is None or writer == own:
            found = _whole(writer, numbers, known)
        else:
            found = _partial(writer, _without_loose_names(numbers), known)
        yield from (*altered, *found)


def _by_number(events: Iterable[Record], altered: list[Finding]) -> Iterator[list[Record]]:
    """The events of one writer, those of a number together; those that aren't as they were written are *altered*."""
    for _, group in groupby(events, key=_number):
        same = list(group)
        altered += (
            fault("journal.hash", writer=each.writer, n=each.n, hash=each.hash)
            for each in same
            if each.digest() != each.hash
        )
        yield same


def _whole(writer: str, numbers: Iterable[list[Record]], known: Known) -> list[Finding]:
    """What is wrong with a chain of which nothing may be missing."""
    found: list[Finding] = []
    strands, times = Strands(known, is_whole=True), _Times()
    before: list[Record] = []
    expected = 1
    for same in numbers:
        n = same[0].n
        if n != expected:
            found.append(fault("journal.gap", writer=writer, n=expected))
        if _contradicts(n, same, before if n == expected else None):
            found.append(fault("journal.previous", writer=writer, n=n))
        strands.take(same)
        times.take(same, before)
        before, expected = same, n + 1
    return [*found, *_fork(writer, strands), *times.findings(writer), *strands.findings()]


def _partial(writer: str, numbers: Iterable[list[Record]], known: Known) -> list[Finding]:
    """What is wrong with a chain of which parts are here, and whether anything of it isn't.

    Where a chain begins travels with every part of it, so its first event is never missing by itself.
    """
    found: list[Finding] = []
    strands, times = Strands(known, is_whole=False), _Times()
    before: list[Record] = []
    last, missing = 1, 1
    for here, same in enumerate(numbers, 1):
        n = same[0].n
        if _contradicts(n, same, before if n == (before[0].n if before else 0) + 1 else None):
            found.append(fault("journal.previous", writer=writer, n=n))
        # Of events that don't say what came before them, anything up to the last of them may be missing.
        if n == 1 or any(record.trainee and not has_link(record) for record in same):
            last, missing = n, n - here
        strands.take(same)
        times.take(same, before)
        before = same
    parts = [warning("journal.partial", writer=writer, missing=missing, last=last)] if missing else []
    return [*found, *_fork(writer, strands), *parts, *times.findings(writer), *strands.findings()]


def _without_loose_names(numbers: Iterable[list[Record]]) -> Iterator[list[Record]]:
    """*numbers* without the names for which the words of the chain leave no room: anybody can have made those up.

    Such names are kept but never used, so they aren't reported as a fault of the chain's writer.
    """
    before: list[Record] = []
    for same, behind in pairwise(chain(numbers, ([],))):
        n = same[0].n
        followed = {each.previous for each in behind if each.n == n + 1 and each.kind != Kind.PERSON}
        known = {each.hash for each in before if each.n == n - 1}
        words = [each for each in same if each.kind != Kind.PERSON]
        names = [
            each
            for each in same
            if each.kind == Kind.PERSON
            and (not known or each.previous in known)
            and (not followed or each.hash in followed)
        ]
        before = words or names[:1]
        if before:
            yield before


def _contradicts(n: int, same: Sequence[Record], before: Sequence[Record] | None) -> bool:
    """Whether any event of number *n* names another predecessor than those in *before*; None: they aren't here."""
    if n == 1:
        return any(record.previous for record in same)
    if before is None:
        return not all(record.previous for record in same)
    return bool({record.previous for record in same} - {record.hash for record in before})


def _fork(writer: str, strands: Strands) -> list[Finding]:
    """The first number that two events have. What follows on either branch is the same fork."""
    return [] if strands.forked_at is None else [fault("journal.fork", writer=writer, n=strands.forked_at)]


class _Times:
    """Whether a writer's clock went back and hasn't caught up; each branch of a fork is followed by itself."""

    def __init__(self) -> None:
        self._back = self._newest = self._last = 0

    def take(self, same: Sequence[Record], before: Sequence[Record]) -> None:
        """Look at the events of the next number; *before* are those of the one before it that is here."""
        for record in same:
            if any(record.recorded < each.recorded and record.previous == each.hash for each in before):
                self._back += 1
            self._newest, self._last = max(self._newest, record.recorded), record.recorded

    def findings(self, writer: str) -> list[Finding]:
        """What is to be said when all were looked at."""
        if self._back and self._last < self._newest:
            return [warning("journal.clock_back", writer=writer, times=self._back)]
        return []
