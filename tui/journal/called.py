"""What somebody is called: only their own chains say it.

A chain is somebody's own if its first event says so. Of chains that say that they are one person's, those count that
hang together: the one that began first, and what was copied from it or continued it. Anybody can begin a chain in
another's name, but it hangs on nothing. What the reader is called says only what the reader's own file has written.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from tui.errors import JournalError
from tui.journal.canonical import Record, parsed
from tui.journal.event import Kind
from tui.journal.store import Store
from tui.journal.writer import current_writer

# Only these have no trainee, so the index finds them.
_BEGINNINGS: Final = """
SELECT * FROM event WHERE trainee = '' AND kind = 'writer' AND item = '' AND n = 1 ORDER BY clock, writer, hash"""
_BEGINNINGS_OF: Final = """
SELECT * FROM event WHERE trainee = '' AND kind = 'writer' AND item = '' AND n = 1
  AND CASE WHEN json_valid(body) THEN body ->> 'person' END = ?
ORDER BY clock, writer, hash"""
_SAID: Final = """
SELECT * FROM event WHERE trainee = ? AND kind = 'person' AND item = '' AND author = trainee
ORDER BY clock, writer, n, hash"""
_NAMED: Final = "SELECT DISTINCT trainee FROM event WHERE kind = 'person' AND author = trainee ORDER BY trainee"
_BEGINNING_OF: Final = "SELECT * FROM event WHERE writer = ? AND n = 1 AND kind = 'writer' ORDER BY clock, hash"


class Beginning(NamedTuple):
    """How a chain begins: its writer, whose it is, and the writer that it continues, or empty."""

    writer: str
    person: str
    before: str


def name_of(store: Store, person: str) -> str | None:
    """What *person* is called, the same on every machine that has the same events; None where nobody says it.

    Somebody of whom no own chain is here is called as they were first called: ikusei up to 0.2 wrote a mentor's name
    into the trainee's chain.
    """
    said = list(_names_said(store, person))
    own = linked(_beginnings(store, person))
    return next((name for writer, name in reversed(said) if writer in own), said[0][1] if said else None)


def own_name(store: Store) -> tuple[str, str] | None:
    """Who the owner of the file is, and what they have called themself in it; None where they haven't."""
    current = current_writer(store)
    if current is None:
        return None
    own = {current.id}
    before = _beginning_of(store, current.id, current.person)
    while before is not None and before.before and before.before not in own:
        own.add(before.before)
        before = _beginning_of(store, before.before, current.person)
    said = [name for writer, name in _names_said(store, current.person) if writer in own]
    return (current.person, said[-1]) if said else None


def all_names(store: Store) -> dict[str, tuple[str, ...]]:
    """By person, everything that they have called themself in a chain of their own, the newest first: to find them."""
    whose = {(each.writer, each.person) for each in _beginnings(store)}
    found: dict[str, tuple[str, ...]] = {}
    for person in store.rows(str, _NAMED):
        said = [name for writer, name in _names_said(store, person) if (writer, person) in whose]
        if said:
            found[person] = tuple(dict.fromkeys(reversed(said)))
    return found


def continued_by(store: Store, person: str) -> str:
    """The chain that somebody continues who begins a new one: the newest of their own that is here, or empty."""
    beginnings = _beginnings(store, person)
    own = linked(beginnings)
    return next((each.writer for each in reversed(beginnings) if each.writer in own), "")


def person_of_chain(record: Record) -> str:
    """Whose chain the first event of one says it is; empty where it can't be read, or is no beginning."""
    found = beginning(record)
    return found.person if found else ""


def linked(beginnings: Iterable[Beginning]) -> frozenset[str]:
    """Of the chains of one person, oldest first, the writers of those that hang together with the oldest."""
    waiting = list(beginnings)
    if not waiting:
        return frozenset()
    own = {waiting[0].writer, waiting[0].before}
    while found := [each for each in waiting if each.writer in own or each.before in own - {""}]:
        for each in found:
            own |= {each.writer, each.before}
            waiting.remove(each)
    return frozenset(own - {""})


def hangs_on_none(store: Store, person: str, new: Iterable[Beginning]) -> bool:
    """Whether any of *new* chains of somebody of whom own chains are here hangs together with none of these."""
    known = _beginnings(store, person)
    waiting = list(new)
    own = {writer for each in known for writer in (each.writer, each.before)} - {""}
    while found := [each for each in waiting if each.writer in own or each.before in own]:
        for each in found:
            own |= {each.writer, each.before} - {""}
            waiting.remove(each)
    return bool(known and waiting)


def _beginnings(store: Store, person: str | None = None) -> list[Beginning]:
    """The beginnings of all chains, or of those that are one person's, oldest first."""
    records = store.rows(Record, _BEGINNINGS) if person is None else store.rows(Record, _BEGINNINGS_OF, person)
    return [found for record in records if (found := beginning(record)) is not None]


def _beginning_of(store: Store, writer: str, person: str) -> Beginning | None:
    found = (beginning(record) for record in store.rows(Record, _BEGINNING_OF, writer))
    return next((each for each in found if each is not None and each.person == person), None)


def beginning(record: Record) -> Beginning | None:
    """How the chain of *record* begins with it; None where it doesn't, or can't be read."""
    if record.kind != Kind.WRITER:
        return None
    person, before = _texts(record, "person", "copied_from")
    return Beginning(record.writer, person, before) if person else None


def _names_said(store: Store, person: str) -> list[tuple[str, str]]:
    """What chains call *person* in that person's name: the writer and the name, oldest first."""
    said = ((record.writer, *_texts(record, "name")) for record in store.rows(Record, _SAID, person))
    return [(writer, name) for writer, name in said if name]


def _texts(record: Record, *fields: str) -> tuple[str, ...]:
    """What the fields of a body say; empty where one says nothing, or the body can't be read."""
    try:
        body = parsed(record)
    except JournalError:
        body = {}
    said = (body.get(field) for field in fields)
    return tuple(each if isinstance(each, str) else "" for each in said)
