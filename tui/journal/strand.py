"""Strands: all events of one writer about one person.

A chain has gaps wherever only a part of it travels: a trainee doesn't get a mentor's records about others. So every
event also names the event of its writer about the same person that came before it. On such a strand nothing may be
missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from types import MappingProxyType
from typing import Final, NamedTuple

from tui.errors import JournalError
from tui.journal.canonical import Record, parsed
from tui.journal.event import ORGANISATION, Kind
from tui.journal.finding import Finding, fault, warning

BEFORE: Final = "before"
"""The field of a body with ``n:hash`` of the event before it on its strand; empty for the first."""
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


def check_strands(chain: Sequence[Record], forked_at: int | None, known: Known, *, is_whole: bool) -> Iterator[Finding]:
    """Events of one writer that are missing on its strands, or contradict each other.

    Args:
        chain: the writer's events, in the order of their numbers.
        forked_at: the first number that two of them have; behind it each branch goes its own way.
        known: what is known of people.
        is_whole: whether gaps in the chain are already reported, so that missing events needn't be.
    """
    there: dict[int, list[Record]] = {}
    strands: dict[_Strand, list[Record]] = {}
    for record in chain:
        there.setdefault(record.n, []).append(record)
        if record.trainee:
            strands.setdefault(_strand_of(record), []).append(record)
    for strand, records in strands.items():
        missing: list[Record] = []
        for at, record in enumerate(records):
            match _judged(record, records[max(0, at - 1) : at], there, forked_at):
                case "contradicts" if strand.is_name and not is_whole:
                    break  # anybody can make up a name: no fault of the chain's writer
                case "contradicts":
                    yield fault("journal.before", writer=record.writer, n=record.n)
                    break
                case "missing":
                    missing.append(record)
        if missing and not is_whole:
            yield _missing(missing[-1], strand, len(missing), known)


def _judged(record: Record, before: Sequence[Record], there: Mapping[int, list[Record]], forked_at: int | None) -> str:
    """Whether the event before *record* on its strand is here: ``missing``, ``contradicts``, or empty when all is well.

    Args:
        record: the event.
        before: the event of its strand before it that is here, if any.
        there: by number, the events of the chain.
        forked_at: as for ``check_strands``.
    """
    try:
        link = link_of(record)
    except ValueError:
        return "contradicts"
    if link is None:
        return ""
    is_forked = forked_at is not None and record.n > forked_at
    if not is_forked and any(link.n < each.n < record.n for each in before):
        return "contradicts"
    if not link.n:
        return ""
    if link.n in there:
        strand = _strand_of(record)
        is_here = any(each.hash == link.event and _strand_of(each) == strand for each in there[link.n])
        return "" if is_here else "contradicts"
    return "contradicts" if link.n == record.n - 1 and link.event != record.previous else "missing"


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
