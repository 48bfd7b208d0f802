"""Strands: what one writer has said about one person, as far as it is here.

A chain has gaps wherever less than all of it travels: a mentor's records about others aren't the trainee's. So every
event also says which event of its writer about the same person came before it; on that strand nothing may be missing.
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
"""The field of a body: ``n:hash`` of the event before it on its strand, empty for the first."""
_SAID: Final = re.compile(r"([1-9][0-9]{0,15}):([0-9a-f]{64})")


class Link(NamedTuple):
    """What an event says came before it on its strand; 0 and empty where it is the first."""

    n: int
    event: str


class _Strand(NamedTuple):
    """Whom it is about. Names travel wherever the words of their owner go, so they are a strand of their own."""

    trainee: str
    is_name: bool


def link_text(n: int, event: str) -> str:
    """The field as it is written; *n* is 0 where nothing came before."""
    return f"{n}:{event}" if n else ""


def has_link(record: Record) -> bool:
    """Whether it says what came before it; 0.1.0 wrote events about somebody that don't."""
    return _body(record).get(BEFORE) is not None


def link_of(record: Record) -> Link | None:
    """What *record* says came before it; None where it doesn't say.

    Raises:
        ValueError: what it says can't be so.
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
    """What is missing on the strands of one writer, or contradicts what is here.

    Args:
        chain: the writer's events, in the order of their numbers.
        forked_at: the first number that two of them have; behind it each branch goes its own way.
        known: what is known of people.
        is_whole: whether a gap in the chain is told already.
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
                    break  # anybody can have put a name between two others: whoever's chain it is has done nothing
                case "contradicts":
                    yield fault("journal.before", writer=record.writer, n=record.n)
                    break
                case "missing":
                    missing.append(record)
        if missing and not is_whole:
            yield _missing(missing[-1], strand, len(missing), known)


def _judged(record: Record, before: Sequence[Record], there: Mapping[int, list[Record]], forked_at: int | None) -> str:
    """Whether what came before *record* is here; *before* is the last of its strand that is here, if any."""
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
    """What is missing before *last*, and by which command it comes.

    People are named by their id where it is typed: a name can hold anything, and whoever chose it isn't to be obeyed.
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
