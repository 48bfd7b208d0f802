"""What somebody is called: only their own chain says it.

A chain names its owner in its first event. Anybody can begin a chain in another's name and claim that it continues
theirs. So of several chains that name one owner, only the one that arrived first sets the owner's name; a chain with
events other than names goes before one with names alone. A further chain counts once the reader has accepted it. What
the reader is called is kept in the reader's own file, and no event from elsewhere changes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from tui.errors import JournalError
from tui.journal import local
from tui.journal.accepting import ACCEPTED, accepted
from tui.journal.beginning import (
    COLUMNS,
    HERE,
    Beginning,
    beginning_of,
    beginnings,
    chains_by_person,
    chains_of,
    owner_of_chain,
    texts_of,
)
from tui.journal.canonical import Record
from tui.journal.namesake import held_chains
from tui.journal.store import Store
from tui.journal.writer import current_writer

OWN_NAME: Final = "name"
"""Key of the local value that holds the id of the file's owner, a blank, and the owner's name."""
_IS_NAMING: Final = "IN ('writer', 'person')"
_NAMED: Final = "SELECT DISTINCT trainee FROM event WHERE kind = 'person' AND author = trainee ORDER BY trainee"
_SAID: Final = """
SELECT * FROM event WHERE trainee = ? AND kind = 'person' AND item = '' AND author = trainee
ORDER BY clock, writer, n, hash"""
_MAY_RENAME: Final = f"""
SELECT NOT EXISTS (SELECT 1 FROM event WHERE writer = ?1 AND n < ?2 AND author = ?3 AND kind NOT {_IS_NAMING})
    OR EXISTS (SELECT 1 FROM event WHERE writer = ?1 AND n >= ?2 - 1 AND kind = 'person')"""
_NEW_CHAINS: Final = "SELECT DISTINCT +writer FROM event WHERE rowid > ?"


def _said(events: str) -> str:
    """SQL: the names that a chain gives its owner, oldest first.

    Anybody can make up a name event with any number. So a name is ignored where another event of the chain has its
    number, or where the event before or after it is linked with another one. Of two names with one number the one that
    arrived first counts.
    """
    return f"""
SELECT {COLUMNS} FROM {events} AS name
WHERE writer = ?2 AND trainee = ?1 AND kind = 'person' AND item = '' AND author = trainee
  AND NOT EXISTS (
    SELECT 1 FROM {events} AS word
    WHERE word.writer = ?2 AND word.n = name.n AND word.kind NOT {_IS_NAMING}
  )
  AND (
    NOT EXISTS (
      SELECT 1 FROM {events} AS word
      WHERE word.writer = ?2 AND word.n = name.n + 1 AND word.kind NOT {_IS_NAMING}
    )
    OR EXISTS (
      SELECT 1 FROM {events} AS word
      WHERE word.writer = ?2 AND word.n = name.n + 1 AND word.kind NOT {_IS_NAMING} AND word.previous = name.hash
    )
  )
  AND NOT EXISTS (
    SELECT 1 FROM {events} AS earlier
    WHERE earlier.writer = ?2 AND earlier.n = name.n AND earlier.kind = 'person' AND earlier.arrived < name.arrived
  )
ORDER BY n"""


def _all_said(events: str) -> str:
    """SQL: the names that a person has given themself in any chain, in order of arrival."""
    return f"""
SELECT {COLUMNS} FROM {events}
WHERE trainee = ? AND kind = 'person' AND item = '' AND author = trainee ORDER BY arrived"""


def _has_words(events: str) -> str:
    return f"""
SELECT EXISTS (SELECT 1 FROM {events} WHERE writer = ? AND author = ? AND kind NOT {_IS_NAMING})"""


def names_of(store: Store, people: Iterable[str], events: str = HERE) -> dict[str, str | None]:
    """What each of *people* is called; None where nobody says it.

    Where no chain of the person's own is here, the first name in any chain counts: ikusei up to 0.2 wrote a mentor's
    name into the trainee's chain.

    Args:
        store: the file.
        people: who.
        events: by which events: of the file, or also of a bundle that waits beside them.
    """
    found = chains_by_person(store, people, events)
    return {person: _name(store, person, chains, events) for person, chains in found.items()}


def _name(store: Store, person: str, chains: Mapping[str, Beginning], events: str) -> str | None:
    # Where none of those that were accepted says a name, they are called as before.
    for own in (accepted(store, chains), _root(store, person, chains, events)):
        said = [each for writer in own for each in store.rows(Record, _said(events), person, writer)]
        named = _names(sorted(said, key=lambda record: (record.clock, record.writer, record.n)))
        if named:
            return named[-1][1]
    everywhere = _names(store.rows(Record, _all_said(events), person))
    theirs = [name for writer, name in everywhere if writer in chains]
    return next(iter(theirs or [name for _, name in everywhere]), None)


def naming_chains(store: Store, person: str, chains: Mapping[str, Beginning], events: str = HERE) -> frozenset[str]:
    """Of somebody's chains those that say what they are called: those that were accepted, and the first."""
    return frozenset((*accepted(store, chains), *_root(store, person, chains, events)))


def has_words(store: Store, writer: str, person: str) -> bool:
    """Whether a chain holds events by *person* other than names."""
    return bool(store.one(int, _has_words(HERE), writer, person))


def _root(store: Store, person: str, chains: Mapping[str, Beginning], events: str) -> list[str]:
    """The chain that sets somebody's name: the first that arrived with events other than names.

    If that chain says that it continues another one, the other one is taken: so the same chain is found in whatever
    order the chains of a copied file arrive.
    """
    if len(chains) < 2:
        return list(chains)
    speaking = (each for each in chains if store.one(int, _has_words(events), each, person))
    found = [next(speaking, next(iter(chains)))]
    while (before := chains[found[-1]].before) in chains and before not in found:
        found.append(before)
    return found[-1:]


def accept(store: Store, person: str) -> int:
    """Accept every chain that names *person* as its owner, held ones as well; to be called inside a write.

    Returns:
        how many chains weren't accepted before.
    """
    chains = dict.fromkeys((*chains_of(store, person), *held_chains(store, person)))
    known = (local.get(store, ACCEPTED) or "").split()
    new = [each for each in chains if each not in known]
    if new:
        local.put(store, ACCEPTED, " ".join((*known, *new)))
    return len(new)


def own_name(store: Store) -> tuple[str, str] | None:
    """Id and name of the file's owner, as they gave it in this file; None where they gave none."""
    current = current_writer(store)
    if current is None:
        return None
    kept = _kept_name(store, current.person)
    if kept:
        return current.person, kept
    own = {current.id}
    before = beginning_of(store, current.id, current.person)
    while before is not None and before.before and before.before not in own:
        own.add(before.before)
        before = beginning_of(store, before.before, current.person)
    said = [name for writer, name in _names_said(store, current.person) if writer in own]
    return (current.person, said[-1]) if said else None


def keep_own_name(store: Store, name: str = "") -> None:
    """Keep the owner's name beside the events; to be called inside a write.

    Args:
        store: the file.
        name: the owner's new name. Empty: keep the present name, if none was kept yet (ikusei up to 0.2 kept none).
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
    """The name that was kept for *person*; empty where the kept name is somebody else's."""
    try:
        whose, _, name = (local.get(store, OWN_NAME) or "").partition(" ")
    except JournalError:
        return ""  # the value doesn't match its seal: the doctor reports it
    return name if whose == person else ""


def owners_after(store: Store, stamp_then: int) -> list[str]:
    """Owners of the chains that have grown since ``stamp`` was *stamp_then*: their names can have changed."""
    found = (owner_of_chain(store, writer) for writer in store.rows(str, _NEW_CHAINS, stamp_then))
    return sorted({person for person in found if person})


def may_rename(store: Store, word: Record, owner: str) -> bool:
    """Whether the newest record of a chain can change the name of the chain's owner, though it is no name itself.

    It can in two ways. The first event other than a name can make this chain the one that sets the name (``_root``).
    And a name with the same number, or the number before, no longer counts (``_said``). Earlier names aren't looked at:
    a chain may be very long.
    """
    return bool(store.one(int, _MAY_RENAME, word.writer, word.n, owner))


def all_names(store: Store) -> dict[str, tuple[str, ...]]:
    """By person, every name that they gave themself in a chain of their own, the newest first: for searching people."""
    whose = {(each.writer, each.person) for each in beginnings(store)}
    found: dict[str, tuple[str, ...]] = {}
    for person in store.rows(str, _NAMED):
        said = [name for writer, name in _names_said(store, person) if (writer, person) in whose]
        if said:
            found[person] = tuple(dict.fromkeys(reversed(said)))
    return found


def _names_said(store: Store, person: str) -> list[tuple[str, str]]:
    """The names that *person* has given themself: writer and name, oldest first."""
    return _names(store.rows(Record, _SAID, person))


def _names(records: Iterable[Record]) -> list[tuple[str, str]]:
    said = ((record.writer, *texts_of(record, "name")) for record in records)
    return [(writer, name) for writer, name in said if name]
