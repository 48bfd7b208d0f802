"""What somebody is called: only their own chain says it.

A chain is somebody's own if its first event says so; anybody can begin one in another's name, and say that it continues
theirs. So of the chains that say that they are one person's the one that was here first says the name; one in which
that person has said nothing but names stands behind one in which they have. A further one counts when the reader has
accepted it. What the reader is called is kept in the reader's own file, and no event from elsewhere changes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from tui.errors import JournalError
from tui.journal import local
from tui.journal.accepting import ACCEPTED, accepted
from tui.journal.canonical import Record, parsed
from tui.journal.event import Kind
from tui.journal.namesake import held_chains
from tui.journal.store import Store
from tui.journal.writer import current_writer

HERE: Final = "(SELECT rowid AS arrived, * FROM event)"
"""The events of the file, with the order in which they came."""
OWN_NAME: Final = "name"
"""Key, among the local values of a file, of its owner's id and, behind a blank, what they are called."""
_COLUMNS: Final = ", ".join(Record._fields)
_IS_NAMING: Final = "IN ('writer', 'person')"
# Only these have no trainee, so the index finds them.
_BEGINNINGS: Final = f"""
SELECT {_COLUMNS} FROM {HERE} WHERE trainee = '' AND kind = 'writer' AND item = '' AND n = 1 ORDER BY arrived"""
_NAMED: Final = "SELECT DISTINCT trainee FROM event WHERE kind = 'person' AND author = trainee ORDER BY trainee"
_BEGINNING_OF: Final = "SELECT * FROM event WHERE writer = ? AND n = 1 AND kind = 'writer' ORDER BY rowid"
_SAID: Final = """
SELECT * FROM event WHERE trainee = ? AND kind = 'person' AND item = '' AND author = trainee
ORDER BY clock, writer, n, hash"""
_MAY_RENAME: Final = f"""
SELECT NOT EXISTS (SELECT 1 FROM event WHERE writer = ?1 AND n < ?2 AND author = ?3 AND kind NOT {_IS_NAMING})
    OR EXISTS (SELECT 1 FROM event WHERE writer = ?1 AND n >= ?2 - 1 AND kind = 'person')"""
_NEW_CHAINS: Final = "SELECT DISTINCT writer FROM event WHERE rowid > ?"


def _beginnings_of(events: str) -> str:
    return f"""
SELECT {_COLUMNS} FROM {events} WHERE trainee = '' AND kind = 'writer' AND item = '' AND n = 1
  AND CASE WHEN json_valid(body) THEN body ->> 'person' END = ?
ORDER BY arrived"""


def _said(events: str) -> str:
    """What a chain calls its owner, oldest first.

    Numbers can be made up. Where the words of the chain leave no room for a name, it is none: another event has its
    number, or follows another one. Of two names with one number the one that was here first counts.
    """
    return f"""
SELECT {_COLUMNS} FROM {events} AS name
WHERE writer = ?2 AND trainee = ?1 AND kind = 'person' AND item = '' AND author = trainee
  AND NOT EXISTS (
    SELECT 1 FROM {events} AS word
    WHERE word.writer = ?2 AND word.n = name.n AND word.kind NOT {_IS_NAMING}
  )
  AND name.hash = coalesce((
    SELECT iif(sum(word.previous = name.hash), name.hash, min(word.previous)) FROM {events} AS word
    WHERE word.writer = ?2 AND word.n = name.n + 1 AND word.kind NOT {_IS_NAMING}
  ), name.hash)
  AND NOT EXISTS (
    SELECT 1 FROM {events} AS earlier
    WHERE earlier.writer = ?2 AND earlier.n = name.n AND earlier.kind = 'person' AND earlier.arrived < name.arrived
  )
ORDER BY n"""


def _all_said(events: str) -> str:
    """What any chain calls somebody in their name, in the order in which it came."""
    return f"""
SELECT {_COLUMNS} FROM {events}
WHERE trainee = ? AND kind = 'person' AND item = '' AND author = trainee ORDER BY arrived"""


def _has_words(events: str) -> str:
    return f"""
SELECT EXISTS (SELECT 1 FROM {events} WHERE writer = ? AND author = ? AND kind NOT {_IS_NAMING})"""


class Beginning(NamedTuple):
    """How a chain begins: its writer, whose it is, and the writer that it continues, or empty."""

    writer: str
    person: str
    before: str


def name_of(store: Store, person: str, events: str = HERE) -> str | None:
    """What *person* is called; None where nobody says it.

    Somebody of whom no own chain is here is called as they were first called here: ikusei up to 0.2 wrote a mentor's
    name into the trainee's chain.

    Args:
        store: the file.
        person: who.
        events: by which events: of the file, or also of a bundle that waits beside them.
    """
    chains = chains_of(store, person, events)
    # Where none of those that were accepted says a name, they are called as before.
    for own in (accepted(store, chains), _root(store, person, chains, events)):
        said = [each for writer in own for each in store.rows(Record, _said(events), person, writer)]
        named = _names(sorted(said, key=lambda record: (record.clock, record.writer, record.n)))
        if named:
            return named[-1][1]
    everywhere = _names(store.rows(Record, _all_said(events), person))
    theirs = [name for writer, name in everywhere if writer in chains]
    return next(iter(theirs or [name for _, name in everywhere]), None)


def chains_of(store: Store, person: str, events: str = HERE) -> dict[str, Beginning]:
    """By writer, the chains that say that they are *person*'s, in the order in which they came."""
    return {each.writer: each for each in _found(store.rows(Record, _beginnings_of(events), person))}


def naming_chains(store: Store, person: str, events: str = HERE) -> frozenset[str]:
    """The chains that say what somebody is called: those that were accepted, and the first."""
    chains = chains_of(store, person, events)
    return frozenset((*accepted(store, chains), *_root(store, person, chains, events)))


def has_words(store: Store, writer: str, person: str) -> bool:
    """Whether *person* has said more in a chain than what they are called."""
    return bool(store.one(int, _has_words(HERE), writer, person))


def _root(store: Store, person: str, chains: Mapping[str, Beginning], events: str) -> list[str]:
    """The chain that says what somebody is called: the first here in which they said more than names.

    Where that one itself says that it continues another, the other one: so the same chain is found in whatever order
    the chains of a copied file come.
    """
    if len(chains) < 2:
        return list(chains)
    speaking = (each for each in chains if store.one(int, _has_words(events), each, person))
    found = [next(speaking, next(iter(chains)))]
    while (before := chains[found[-1]].before) in chains and before not in found:
        found.append(before)
    return found[-1:]


def accept(store: Store, person: str) -> int:
    """Accept every chain that says that it is *person*'s, also one that wasn't taken in; how many are new.

    To be called inside a write.
    """
    chains = dict.fromkeys((*chains_of(store, person), *held_chains(store, person)))
    known = (local.get(store, ACCEPTED) or "").split()
    new = [each for each in chains if each not in known]
    if new:
        local.put(store, ACCEPTED, " ".join((*known, *new)))
    return len(new)


def own_name(store: Store) -> tuple[str, str] | None:
    """Who the owner of the file is, and what they have called themself in it; None where they haven't."""
    current = current_writer(store)
    if current is None:
        return None
    kept = _kept_name(store, current.person)
    if kept:
        return current.person, kept
    own = {current.id}
    before = _beginning_of(store, current.id, current.person)
    while before is not None and before.before and before.before not in own:
        own.add(before.before)
        before = _beginning_of(store, before.before, current.person)
    said = [name for writer, name in _names_said(store, current.person) if writer in own]
    return (current.person, said[-1]) if said else None


def keep_own_name(store: Store, name: str = "") -> None:
    """Keep what the owner of the file is called, beside the events; to be called inside a write.

    Args:
        store: the file.
        name: what they call themself now; empty: what they are called, if that was never kept. ikusei up to 0.2 didn't.
    """
    current = current_writer(store)
    if current is None:
        return
    if not name and not _kept_name(store, current.person):
        found = own_name(store)
        name = found[1] if found else ""
    if name:
        local.put(store, OWN_NAME, f"{current.person} {name}")


def _kept_name(store: Store, person: str) -> str:
    """What was kept of *person*; empty where the file stood for somebody else then."""
    try:
        whose, _, name = (local.get(store, OWN_NAME) or "").partition(" ")
    except JournalError:
        return ""  # changed by nobody who may: the doctor tells of it
    return name if whose == person else ""


def owners_after(store: Store, stamp_then: int) -> list[str]:
    """Whose chains have grown since ``stamp`` was *stamp_then*: what they are called can have changed."""
    found = (owner_of_chain(store, writer) for writer in store.rows(str, _NEW_CHAINS, stamp_then))
    return sorted({person for person in found if person})


def owner_of_chain(store: Store, writer: str) -> str:
    """Whose chain it is; empty where its beginning isn't here."""
    return next((each.person for each in _found(store.rows(Record, _BEGINNING_OF, writer))), "")


def may_rename(store: Store, word: Record, owner: str) -> bool:
    """Whether the newest record of a chain, which names nobody, can change what the owner of the chain is called.

    Of several chains of somebody the one in which they speak says it, so their first words can; and words leave no
    room for names with their number, or right before them. Other names aren't looked at: a chain may be very long.
    """
    return bool(store.one(int, _MAY_RENAME, word.writer, word.n, owner))


def all_names(store: Store) -> dict[str, tuple[str, ...]]:
    """By person, everything that they have called themself in a chain of their own, the newest first: to find them."""
    whose = {(each.writer, each.person) for each in beginnings(store)}
    found: dict[str, tuple[str, ...]] = {}
    for person in store.rows(str, _NAMED):
        said = [name for writer, name in _names_said(store, person) if (writer, person) in whose]
        if said:
            found[person] = tuple(dict.fromkeys(reversed(said)))
    return found


def continued_by(store: Store, person: str) -> str:
    """The chain that somebody continues who begins a new one: the newest of their own that is here, or empty."""
    chains = beginnings(store, person)
    own = linked(chains)
    return next((each.writer for each in reversed(chains) if each.writer in own), "")


def person_of_chain(record: Record) -> str:
    """Whose chain the first event of one says it is; empty where it can't be read, or is no beginning."""
    found = beginning(record)
    return found.person if found else ""


def linked(chains: Iterable[Beginning]) -> frozenset[str]:
    """Of the chains of one person, in the order in which they came, those that hang together with the first."""
    waiting = list(chains)
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
    known = beginnings(store, person)
    waiting = list(new)
    own = {writer for each in known for writer in (each.writer, each.before)} - {""}
    while found := [each for each in waiting if each.writer in own or each.before in own]:
        for each in found:
            own |= {each.writer, each.before} - {""}
            waiting.remove(each)
    return bool(known and waiting)


def beginnings(store: Store, person: str | None = None) -> list[Beginning]:
    """The beginnings of all chains, or of those that are one person's, in the order in which they came."""
    if person is None:
        return _found(store.rows(Record, _BEGINNINGS))
    return _found(store.rows(Record, _beginnings_of(HERE), person))


def _found(records: Iterable[Record]) -> list[Beginning]:
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
    return _names(store.rows(Record, _SAID, person))


def _names(records: Iterable[Record]) -> list[tuple[str, str]]:
    said = ((record.writer, *_texts(record, "name")) for record in records)
    return [(writer, name) for writer, name in said if name]


def _texts(record: Record, *fields: str) -> tuple[str, ...]:
    """What the fields of a body say; empty where one says nothing, or the body can't be read."""
    try:
        body = parsed(record)
    except JournalError:
        body = {}
    said = (body.get(field) for field in fields)
    return tuple(each if isinstance(each, str) else "" for each in said)
