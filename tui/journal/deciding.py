"""Reading decisions, waivers, sign-offs and reopenings from their events, whether they count or not."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Final

from tui.errors import JournalError
from tui.journal.canonical import Record
from tui.journal.clock import rank
from tui.journal.event import Event, Kind
from tui.journal.fields import Fields
from tui.journal.review import Decision, Reopening, Signoff, Verdict, Waiver

if TYPE_CHECKING:
    from tui.journal.journal import Journal

_SAID: Final = "SELECT * FROM event WHERE kind IN (SELECT value FROM json_each(?)) ORDER BY clock, writer, n, hash"
_IN_CHAIN: Final = "SELECT hash FROM event WHERE writer = ? AND n = ?"
_NEXT: Final = """
SELECT * FROM event
WHERE writer = ? AND n > ? AND +trainee = ? AND kind <> 'person'
ORDER BY n, hash LIMIT 1"""


def decision_of(e: Event) -> Decision:
    """What a mentor decided on a claim."""
    f = Fields(e.kind, e.body)
    said = Verdict(f.word("verdict")), f.text("reason")
    return Decision(e.hash, f.word("claim"), e.trainee, e.item, e.author, *said, e.recorded, e.clock, _over(e, f))


def waiver_of(e: Event) -> Waiver:
    """A waiver: a criterion needn't be met, or has to be met after all."""
    f = Fields(e.kind, e.body)
    said = f.text("reason"), f.flag("on", True)
    return Waiver(e.hash, e.trainee, e.item, e.author, *said, e.recorded, e.clock, _over(e, f))


def _over(e: Event, fields: Fields) -> str:
    """Hash of the event that this one replaces, where the clock can't tell which is newer; else empty."""
    return fields.text("over") if rank(e.clock) < 0 else ""


def signoff_of(e: Event) -> Signoff:
    """A sign-off of a STEP, without its reopenings."""
    f = Fields(e.kind, e.body)
    said = f.text("declaration"), f.words("decisions"), f.text("exception")
    return Signoff(e.hash, e.trainee, e.item, e.author, *said, e.recorded, e.clock)


def reopening_of(e: Event) -> Reopening:
    """A reopening of a signed STEP."""
    f = Fields(e.kind, e.body)
    said = f.text("signoff"), e.author, f.text("reason")
    return Reopening(e.hash, e.trainee, e.item, *said, e.recorded, e.clock)


def said_of(event: Event) -> Decision | Waiver | Signoff | Reopening | None:
    """*event* as a decision, waiver, sign-off or reopening, as it was written; None where it is another kind.

    Raises:
        JournalError: its body can't be read.
    """
    match event.kind:
        case Kind.DECISION:
            return decision_of(event)
        case Kind.WAIVER:
            return waiver_of(event)
        case Kind.SIGNOFF:
            return signoff_of(event)
        case Kind.REOPENING:
            return reopening_of(event)
        case _:
            return None


def everything_said(journal: Journal, kinds: Collection[str]) -> Iterator[Event]:
    """Every event of *kinds*, about everybody, oldest first, whether it counts or not.

    An event whose body is damaged comes with an empty body.
    """
    return map(_event, journal.store.rows(Record, _SAID, json.dumps(sorted(kinds))))


def _event(record: Record) -> Event:
    try:
        return record.event()
    except JournalError:
        return record._replace(body="{}").event()


def hashes_at(journal: Journal, writer: str, n: int) -> frozenset[str]:
    """The hashes of the events with number *n* of a writer's chain: none, one, or several where it is forked."""
    return frozenset(journal.store.rows(str, _IN_CHAIN, writer, n))


def next_about(journal: Journal, writer: str, n: int, trainee: str) -> Record | None:
    """The first event after number *n* of a writer about a trainee, names left out; None where there is none."""
    return journal.store.one(Record, _NEXT, writer, n, trainee)
