"""Checking the chains: that every event is the one that was written, and that none is missing.

``integrity_check`` of SQLite sees no flipped bit inside a text (0 of 200 found); the hashes see every one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from tui.journal.canonical import Record
from tui.journal.event import Kind
from tui.journal.finding import Finding, fault, warning
from tui.journal.strand import Known, check_strands, has_link

NOTHING: Final = Known()


def check_chains(records: Iterable[Record], own: str | None = None, known: Known = NOTHING) -> Iterator[Finding]:
    """What is wrong with *records*, which come writer by writer, each in the order of its numbers.

    Args:
        records: the events.
        own: the writer that the file stands for: only its chain has to be here whole. Of another writer a bundle may
            have brought a part, on whose strands nothing may be missing. None where every chain has to be whole.
        known: what is known of people, for the messages.
    """
    for writer, group in groupby(records, key=lambda record: record.writer):
        chain = list(group)
        is_whole = own is None or writer == own
        for record in chain:
            if record.digest() != record.hash:
                yield fault("journal.hash", writer=writer, n=record.n, hash=record.hash)
        if not is_whole:
            chain = _without_loose_names(chain)
        yield from _check_chain(writer, chain, is_whole=is_whole)
        yield from check_strands(chain, _fork(chain), known, is_whole=is_whole)


def _check_chain(writer: str, chain: list[Record], *, is_whole: bool) -> Iterator[Finding]:
    before: list[Record] = []
    expected = 1
    for n, group in groupby(chain, key=lambda record: record.n):
        same = list(group)
        if n != expected and is_whole:
            yield fault("journal.gap", writer=writer, n=expected)
        if _contradicts(n, same, before if n == expected else None):
            yield fault("journal.previous", writer=writer, n=n)
        before, expected = same, n + 1
    forked_at = _fork(chain)
    if forked_at is not None:
        yield fault("journal.fork", writer=writer, n=forked_at)
    if not is_whole:
        yield from _partial(writer, chain)
    yield from _turned_back(writer, chain)


def _without_loose_names(chain: list[Record]) -> list[Record]:
    """*chain* without the names that don't fit the other events beside them: anybody can have made those up.

    Such names are kept but never used, so they aren't reported as a fault of the chain's writer.
    """
    found: list[Record] = []
    before: list[Record] = []
    numbers = [list(group) for _, group in groupby(chain, key=lambda record: record.n)]
    for same, behind in zip(numbers, [*numbers[1:], []], strict=True):
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
        found += before
    return found


def _contradicts(n: int, same: Sequence[Record], before: Sequence[Record] | None) -> bool:
    """Whether any event of number *n* names another predecessor than those in *before*; None: they aren't here."""
    if n == 1:
        return any(record.previous for record in same)
    if before is None:
        return not all(record.previous for record in same)
    return bool({record.previous for record in same} - {record.hash for record in before})


def _fork(chain: Sequence[Record]) -> int | None:
    """The first number that two events have. What follows on either branch is the same fork."""
    return next((n for n, group in groupby(chain, key=lambda record: record.n) if len(list(group)) > 1), None)


def _partial(writer: str, chain: Sequence[Record]) -> Iterator[Finding]:
    """Report missing events before the last event of 0.1.0, which doesn't say what came before it on its strand.

    The first event of a chain travels with every part of it, so it is never missing by itself.
    """
    here = {record.n for record in chain}
    last = max((record.n for record in chain if record.trainee and not has_link(record)), default=1)
    missing = last - sum(n <= last for n in here)
    if missing:
        yield warning("journal.partial", writer=writer, missing=missing, last=last)


def _turned_back(writer: str, chain: Sequence[Record]) -> Iterator[Finding]:
    """Report a writer's clock that went back and hasn't caught up; each branch of a fork is followed by itself."""
    known = {record.hash: record for record in chain}
    times = sum(record.recorded < known[record.previous].recorded for record in chain if record.previous in known)
    newest = max((record.recorded for record in chain), default=0)
    if times and chain[-1].recorded < newest:
        yield warning("journal.clock_back", writer=writer, times=times)
