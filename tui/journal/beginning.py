"""The first events of chains: whom a chain names as its owner, and which other chain it continues."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Final, NamedTuple

from tui.errors import JournalError
from tui.journal.canonical import Record, parsed
from tui.journal.event import Kind
from tui.journal.store import Store

HERE: Final = "(SELECT rowid AS arrived, * FROM event)"
"""The events of the file, as SQL, with their order of arrival."""
COLUMNS: Final = ", ".join(Record._fields)
# Only the first events of chains have no trainee, so the index on trainees finds them.
_BEGINNINGS: Final = f"""
SELECT {COLUMNS} FROM {HERE} WHERE trainee = '' AND kind = 'writer' AND item = '' AND n = 1 ORDER BY arrived"""
_BEGINNING_OF: Final = "SELECT * FROM event WHERE writer = ? AND n = 1 AND kind = 'writer' ORDER BY rowid"


def _beginnings_of(events: str) -> str:
    return f"""
SELECT {COLUMNS} FROM {events} WHERE trainee = '' AND kind = 'writer' AND item = '' AND n = 1
  AND CASE WHEN json_valid(body) THEN body ->> 'person' END IN (SELECT value FROM json_each(?))
ORDER BY arrived"""


class Beginning(NamedTuple):
    """What the first event of a chain says: the writer, the owner, and the writer that it continues, or empty."""

    writer: str
    person: str
    before: str


def chains_of(store: Store, person: str, events: str = HERE) -> dict[str, Beginning]:
    """By writer, the chains that say that they are *person*'s, in the order in which they came."""
    return chains_by_person(store, [person], events)[person]


def chains_by_person(store: Store, people: Iterable[str], events: str = HERE) -> dict[str, dict[str, Beginning]]:
    """The same of each of *people*: the beginnings are gone through once, however many people these are."""
    found: dict[str, dict[str, Beginning]] = {person: {} for person in people}
    for each in _found(store.rows(Record, _beginnings_of(events), json.dumps(list(found)))):
        if each.person in found:
            found[each.person][each.writer] = each
    return found


def owner_of_chain(store: Store, writer: str) -> str:
    """The person whom a chain names as its owner; empty where its first event isn't here."""
    return next((each.person for each in _found(store.rows(Record, _BEGINNING_OF, writer))), "")


def continued_by(store: Store, person: str) -> str:
    """The writer that a new chain of *person* continues: the newest of their own that is here, or empty."""
    chains = beginnings(store, person)
    own = linked(chains)
    return next((each.writer for each in reversed(chains) if each.writer in own), "")


def person_of_chain(record: Record) -> str:
    """The owner whom *record* names as the first event of a chain; empty where it is another event or unreadable."""
    found = beginning(record)
    return found.person if found else ""


def linked(chains: Iterable[Beginning]) -> frozenset[str]:
    """The writers of those *chains* of one person that are connected with the first: one continues the other.

    Args:
        chains: the chains of one person, in order of arrival.
    """
    waiting = list(chains)
    if not waiting:
        return frozenset()
    own = {waiting[0].writer, waiting[0].before}
    while found := [each for each in waiting if each.writer in own or each.before in own - {""}]:
        for each in found:
            own |= {each.writer, each.before}
            waiting.remove(each)
    return frozenset(own - {""})


def hangs_on_none(known: Iterable[Beginning], new: Iterable[Beginning]) -> bool:
    """Whether any of *new* chains of somebody hangs together with none of the *known* ones; not where none is known."""
    waiting = list(new)
    own = {writer for each in known for writer in (each.writer, each.before)} - {""}
    while found := [each for each in waiting if each.writer in own or each.before in own]:
        for each in found:
            own |= {each.writer, each.before} - {""}
            waiting.remove(each)
    return bool(own and waiting)


def beginnings(store: Store, person: str | None = None) -> list[Beginning]:
    """The beginnings of all chains, or of those that name *person* as their owner, in order of arrival."""
    if person is None:
        return _found(store.rows(Record, _BEGINNINGS))
    return _found(store.rows(Record, _beginnings_of(HERE), json.dumps([person])))


def _found(records: Iterable[Record]) -> list[Beginning]:
    return [found for record in records if (found := beginning(record)) is not None]


def beginning_of(store: Store, writer: str, person: str) -> Beginning | None:
    """How the chain of a writer begins, if it names *person* as its owner."""
    found = (beginning(record) for record in store.rows(Record, _BEGINNING_OF, writer))
    return next((each for each in found if each is not None and each.person == person), None)


def beginning(record: Record) -> Beginning | None:
    """*record* as the first event of its chain; None where it is another event, or can't be read."""
    if record.kind != Kind.WRITER:
        return None
    person, before = texts_of(record, "person", "copied_from")
    return Beginning(record.writer, person, before) if person else None


def texts_of(record: Record, *fields: str) -> tuple[str, ...]:
    """The texts of *fields* in the body of *record*; empty where one is missing, or the body can't be read."""
    try:
        body = parsed(record)
    except JournalError:
        body = {}
    said = (body.get(field) for field in fields)
    return tuple(each if isinstance(each, str) else "" for each in said)
