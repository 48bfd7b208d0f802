"""Strands: all events of one writer about one person.

A chain has gaps wherever only a part of it travels: a trainee doesn't get a mentor's records about others. So every
event also names the event of its writer about the same person that came before it. On such a strand nothing may be
missing.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from types import MappingProxyType
from typing import Final, NamedTuple

from tui.errors import JournalError
from tui.journal.canonical import Record, parsed
from tui.journal.event import ORGANISATION, Kind
from tui.journal.finding import Finding, fault, warning

BEFORE: Final = "before"
"""The field of a body: ``n:hash`` of the event before it on its strand, empty for the first."""
_FIELD: Final = f'"{BEFORE}"'
_SAID: Final = re.compile(r"([1-9][0-9]{0,15}):([0-9a-f]{64})")


class Link(NamedTuple):
    """Number and hash of the event that came before on the same strand; 0 and empty for the first."""

    n: int
    event: str


class _Strand(NamedTuple):
    """Whom a strand is about. Names travel apart from other events, so they are a strand of their own."""

    trainee: str
    is_name: bool


def link_text(n: int, event: str) -> str:
    """The field as it is written; *n* is 0 where nothing came before."""
    return f"{n}:{event}" if n else ""


def has_link(record: Record) -> bool:
    """Whether *record* names the event before it on its strand; events of 0.1.0 don't."""
    return _body(record).get(BEFORE) is not None


def says(record: Record, event: str, n: int) -> bool:
    """Whether *record* says that the *n*-th event of its writer came before it, seen without reading all of its body.

    False says nothing. Every body that ikusei writes begins so, its fields standing in the order of their names. A
    field of the same name behind it would count instead, and could be spelt with escapes.
    """
    begins = f'{{"{BEFORE}":"{n}:{event}"'
    body = record.body
    return n < record.n and body.startswith(begins) and body.find(_FIELD, len(begins)) < 0 and "\\u" not in body


def link_of(record: Record) -> Link | None:
    """The event that *record* names as the one before it on its strand; None where it names none.

    Raises:
        ValueError: the field is malformed.
    """
    said = _body(record).get(BEFORE)
    if said is None:
        return None
    if said == "":
        return Link(0, "")
    found = _SAID.fullmatch(said) if isinstance(said, str) else None
    if found is None or int(found[1]) >= record.n:
        raise ValueError(said)
    return Link(int(found[1]), found[2])


class Known(NamedTuple):
    """What is known of people.

    Args:
        names: what they are called, by id.
        me: id of the person whose journal it is.
    """

    names: Mapping[str, str] = MappingProxyType({})
    me: str = ""


class _Seen:
    """What was seen of one strand: its last event, or those since a fork, by hash with their numbers."""

    def __init__(self) -> None:
        self.last: dict[str, int] = {}
        self.contradicts: Record | None = None
        self.before_missing: Record | None = None
        self.missing = 0


class Strands:
    """What is missing on the strands of one writer, or contradicts what is here; read number by number.

    Args:
        known: what is known of people.
        is_whole: whether gaps in the chain are already reported, so that missing events needn't be.
    """

    def __init__(self, known: Known, *, is_whole: bool) -> None:
        self.forked_at: int | None = None
        """The first number that two events have; behind it each branch goes its own way."""
        self._known, self._is_whole = known, is_whole
        self._numbers = array("q")
        self._strands: dict[_Strand, _Seen] = {}

    def take(self, same: Sequence[Record]) -> None:
        """Look at the events of the next number."""
        if len(same) > 1 and self.forked_at is None:
            self.forked_at = same[0].n
        for record in same:
            if record.trainee:
                self._look_at(record)
        self._numbers.append(same[0].n)

    def _look_at(self, record: Record) -> None:
        strand = _strand_of(record)
        seen = self._strands.get(strand)
        if seen is None:
            seen = self._strands[strand] = _Seen()
        if seen.contradicts is not None:
            return  # told once
        match "" if _follows(record, seen.last) else self._judged(record, seen.last):
            case "contradicts":
                seen.contradicts = record
            case "missing":
                seen.before_missing = record
                seen.missing += 1
        if self.forked_at is None:
            seen.last.clear()
        seen.last[record.hash] = record.n

    def _judged(self, record: Record, last: Mapping[str, int]) -> str:
        """Whether what came before *record* is here; *last* is what was seen last of its strand, if anything."""
        try:
            link = link_of(record)
        except ValueError:
            return "contradicts"
        if link is None:
            return ""
        is_forked = self.forked_at is not None and record.n > self.forked_at
        if not is_forked and any(link.n < n < record.n for n in last.values()):
            return "contradicts"
        if not link.n or last.get(link.event) == link.n:
            return ""
        at = bisect_left(self._numbers, link.n)
        if at < len(self._numbers) and self._numbers[at] == link.n:
            return "contradicts"
        return "contradicts" if link.n == record.n - 1 and link.event != record.previous else "missing"

    def findings(self) -> Iterator[Finding]:
        """What is to be said when all were looked at."""
        for strand, seen in self._strands.items():
            found = seen.contradicts
            # Anybody can have put a name between two others: whoever's chain it is has done nothing.
            if found is not None and (self._is_whole or not strand.is_name):
                yield fault("journal.before", writer=found.writer, n=found.n)
            if seen.before_missing is not None and not self._is_whole:
                yield _missing(seen.before_missing, strand, seen.missing, self._known)


def _follows(record: Record, last: Mapping[str, int]) -> bool:
    """Whether *record* says that it follows the only one in *last*: nearly every record does."""
    return len(last) == 1 and any(says(record, *each) for each in last.items())


def _missing(last: Record, strand: _Strand, missing: int, known: Known) -> Finding:
    """The warning that events are missing before *last*, with the command that fetches them.

    In the command people are named by id: a name can hold anything, also parts of another command.
    """
    author, trainee = (known.names.get(each) or each for each in (last.author, strand.trainee))
    key = "journal.not_here"
    if known.me and last.author == known.me:
        key = "journal.not_here_own"
    elif strand.trainee == ORGANISATION:
        key = "journal.not_here_organisation"
    said = {"author": author, "trainee": trainee, "id": strand.trainee, "missing": missing, "last": last.n}
    return warning(key, writer=last.writer, **said)


def _strand_of(record: Record) -> _Strand:
    return _Strand(record.trainee, record.kind == Kind.PERSON)


def _body(record: Record) -> Mapping[str, object]:
    with suppress(JournalError):
        return parsed(record)
    return {}
