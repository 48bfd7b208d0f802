"""Holding back records of a bundle that may belong to another person with the same id.

ikusei 0.1.0 made ids from names (``namesake``), so two people of one name can have one id. A chain under such an id
that is connected with none of the chains here under that id is held: its records aren't taken in until somebody says
that both chains belong to one person. Otherwise a person could be credited with a namesake's work. What mentors wrote
in their own chains about held records is held, too.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from tui.errors import JournalError
from tui.journal.beginning import Beginning, beginning
from tui.journal.bundle.sifting import TOGETHER
from tui.journal.canonical import Record, parsed
from tui.journal.event import Kind
from tui.journal.namesake import IsOne, is_of_a_name, reached, ties
from tui.journal.store import Store
from tui.record import record

_COLUMNS: Final = ", ".join(Record._fields)
_NEW: Final = "NOT EXISTS (SELECT 1 FROM main.event AS here WHERE here.hash = incoming.hash)"
# The owners of all chains with something new; where a chain's first event isn't known, the authors of its own work; and
# the people about whom a new sign-off is.
_PEOPLE: Final = f"""
SELECT coalesce(
    CASE WHEN json_valid(start.body) THEN CAST(start.body ->> 'person' AS TEXT) END,
    iif(grown.author = grown.trainee, grown.author, '')
)
FROM (SELECT DISTINCT writer, author, trainee FROM temp.incoming WHERE {_NEW}) AS grown
JOIN {TOGETHER} AS start ON start.writer = grown.writer AND start.n = 1 AND start.kind = 'writer'
UNION
SELECT iif(author = trainee, author, '') FROM temp.incoming
WHERE {_NEW} AND NOT EXISTS (
    SELECT 1 FROM {TOGETHER} AS start
    WHERE start.writer = incoming.writer AND start.n = 1 AND start.kind = 'writer'
)
UNION
SELECT DISTINCT trainee FROM temp.incoming WHERE kind = 'signoff' AND {_NEW}"""
_BEGINNINGS: Final = f"SELECT {_COLUMNS} FROM {TOGETHER} WHERE trainee = '' AND kind = 'writer' AND n = 1"
# The + keeps SQLite from going through all beginnings.
_WITHOUT_BEGINNING: Final = f"""
SELECT writer, author FROM (
    SELECT DISTINCT writer, author FROM temp.incoming WHERE author = trainee AND kind NOT IN ('writer', 'person')
) AS speaking
WHERE NOT EXISTS (
    SELECT 1 FROM {TOGETHER} AS start WHERE start.writer = speaking.writer AND +start.trainee = ''
      AND start.n = 1 AND start.kind = 'writer'
)"""
_IS_HERE: Final = "SELECT EXISTS (SELECT 1 FROM main.event WHERE writer = ?)"
_SIGNED_HERE: Final = f"""
SELECT {_COLUMNS} FROM main.event WHERE trainee = ? AND kind = 'signoff' ORDER BY clock, writer, n, hash LIMIT 1"""
_SIGNED: Final = f"""
SELECT {_COLUMNS} FROM temp.incoming WHERE trainee = ? AND kind = 'signoff' ORDER BY clock, writer, n, hash LIMIT 1"""
_OF_CHAIN: Final = f"SELECT hash, kind FROM temp.incoming WHERE writer = ? AND {_NEW}"
_ABOUT: Final = f"""
SELECT {_COLUMNS} FROM temp.incoming
WHERE trainee = ?1 AND kind NOT IN ('writer', 'person') AND {_NEW}
  AND writer NOT IN (SELECT value FROM json_each(?2))"""
_ANCHORS: Final = """
SELECT hash FROM main.event WHERE hash IN (SELECT value FROM json_each(?1))
UNION
SELECT hash FROM temp.incoming
WHERE hash IN (SELECT value FROM json_each(?1)) AND writer IN (SELECT value FROM json_each(?2))"""
_LEAVE_OUT: Final = "DELETE FROM temp.incoming WHERE hash IN (SELECT value FROM json_each(?))"
# A made-up bundle can hold any number of ids, so looking up each of them has to be cheap.
_INDEX: Final = "CREATE INDEX IF NOT EXISTS temp.incoming_trainee ON incoming (trainee)"
_HASH: Final = re.compile(r'"([0-9a-f]{64})"')
_WRITER: Final = re.compile(r"[0-9A-Za-z][0-9A-Za-z._@+-]{0,63}")
_LONGEST_HOST: Final = 64
_DEEPEST: Final = 8
"""How many levels of events about events are followed: a signature of a decision about a claim is three."""
_NAMING: Final = frozenset({Kind.WRITER, Kind.PERSON})


@record
class Held:
    """Records that aren't taken in because they may be another person's.

    Args:
        person: the id.
        writer: the chain that is connected with none that is here.
        host: the machine that the chain says it is from, or empty.
        events: how many records, names left out.
    """

    person: str
    writer: str
    host: str
    events: int


class _Chain(NamedTuple):
    """A chain of an id that was made from a name; *clock* is that of its beginning."""

    begins: Beginning
    host: str
    clock: int


def hold_namesakes(store: Store, me: str, is_one: IsOne) -> tuple[Held, ...]:
    """Leave out of the bundle that waits beside *store* what may be a namesake's.

    Args:
        store: the journal beside which the bundle waits.
        me: id of the reader. Under this id only chains that are here already are the reader's own.
        is_one: whether the reader or the roster has said that a chain belongs to a person.

    Returns:
        what was left out, one item for each chain.
    """
    people = sorted(each for each in store.rows(str, _PEOPLE) if is_of_a_name(each))
    if not people:
        return ()
    store.run(_INDEX)
    chains = _chains(store, frozenset(people))
    return tuple(held for person in people for held in _Person(store, person, chains, is_one).hold(is_me=person == me))


def _chains(store: Store, people: frozenset[str]) -> Mapping[str, list[_Chain]]:
    """By person, all chains that name them as their owner, here and in the bundle, each once."""
    found: dict[str, dict[str, _Chain]] = {person: {} for person in people}
    for start in store.rows(Record, _BEGINNINGS):
        begins = beginning(start)
        if begins is not None and begins.person in people:
            host = _body(start).get("host")
            chain = _Chain(begins, host[:_LONGEST_HOST] if isinstance(host, str) else "", start.clock)
            found[begins.person].setdefault(begins.writer, chain)
    for writer, person in store.rows(_pair, _WITHOUT_BEGINNING):
        if person in people:
            found[person].setdefault(writer, _Chain(Beginning(writer, person, ""), "", 0))
    return {person: list(each.values()) for person, each in found.items()}


class _Person:
    """Everything under one id that was made from a name.

    Args:
        store: the journal beside which the bundle waits.
        person: the id.
        chains: by person, all chains that name them as their owner.
        is_one: whether the reader or the roster has said that a chain belongs to a person.
    """

    def __init__(self, store: Store, person: str, chains: Mapping[str, list[_Chain]], is_one: IsOne) -> None:
        self._store = store
        self._person = person
        self._chains = {each.begins.writer: each for each in chains[person]}
        self._is_one = is_one

    def hold(self, *, is_me: bool) -> Iterator[Held]:
        """Leave out what may be a namesake's, chain by chain."""
        own = self._own(is_me=is_me)
        others = {each: self._store.rows(_pair, _OF_CHAIN, each) for each in sorted(self._chains.keys() - own)}
        about = {event: writer for writer, records in others.items() for event, _ in records}
        unsaid = _Sayings(self._store, self._person, own, frozenset(others), self._is_one).about(about, self._chains)
        self._store.run(_LEAVE_OUT, json.dumps([*about, *unsaid]))
        counts = Counter(unsaid.values())
        for writer, records in others.items():
            counts[writer] += sum(kind not in _NAMING for _, kind in records)
        has_words = any(counts.values())
        for writer, events in sorted(counts.items()):
            # A chain with nothing but names isn't reported beside one that holds more: it needs no further decision.
            if events or (others.get(writer) and not has_words):
                chain = self._chains.get(writer)
                yield Held(self._person, writer, chain.host if chain else "", events)

    def _own(self, *, is_me: bool) -> frozenset[str]:
        """The chains of the one person who is known here: those that are here, and those connected with them.

        Where none is here, the chain that began first is taken, so that the order of the chains in a bundle doesn't
        matter. Where a sign-off is here, or comes without any chain, it is one of the chains that its author had seen.
        """
        here = {each for each in self._chains if self._store.one(int, _IS_HERE, each)}
        if not here and not is_me:
            here = self._first()
        if self._chains.keys() <= here:
            return frozenset(here)
        before = {writer: each.begins.before for writer, each in self._chains.items()}
        tied = ties(self._store, self._person, before, TOGETHER)
        own = reached(here, tied)
        joined = {each for each in self._chains.keys() - own if self._is_one(self._person, each)}
        return frozenset(own | reached(joined, tied))

    def _first(self) -> set[str]:
        """The one chain that counts as the person's while none of theirs is here."""
        signed = self._store.one(Record, _SIGNED_HERE, self._person)
        if signed is None and not self._chains:
            signed = self._store.one(Record, _SIGNED, self._person)
        seen = _heads(signed) if signed else frozenset()
        among = [each for each in self._chains.values() if not seen or each.begins.writer in seen]
        if not among:
            return set(seen)
        return {min(among, key=lambda each: (each.clock, each.begins.writer)).begins.writer}


class _Sayings:
    """What other people's chains say about an id that two people may share.

    Args:
        store: the journal beside which the bundle waits.
        person: the id.
        own: the chains of the one who is known here.
        others: the chains that aren't taken in.
        is_one: whether the reader or the roster has said that a chain belongs to a person.
    """

    def __init__(self, store: Store, person: str, own: frozenset[str], others: frozenset[str], is_one: IsOne) -> None:
        self._store = store
        self._person = person
        self._own = own
        self._others = others
        self._is_one = is_one

    def about(self, held: Mapping[str, str], chains: Iterable[str]) -> dict[str, str]:
        """The records that aren't taken in either: by hash, the held chain that each is about.

        Args:
            held: the records that aren't taken in, each with its chain.
            chains: all chains that name the person as their owner.
        """
        if not self._own and not self._others:
            return {}
        said = self._store.rows(Record, _ABOUT, self._person, json.dumps(list(chains)))
        if not self._others:
            said = [each for each in said if each.kind == Kind.SIGNOFF]  # it counts without its decisions
        named = {each.hash: frozenset(_HASH.findall(each.body)) for each in said}
        everything = json.dumps(sorted({one for each in named.values() for one in each}))
        known = dict.fromkeys(self._store.rows(str, _ANCHORS, everything, json.dumps(sorted(self._own))), "")
        whose = {**known, **held}
        # Events about held events (a signature, a sign-off that rests on a decision) are held as well.
        for _ in range(_DEEPEST):
            found = {each.hash: of for each in said if (of := self._whose(each, named[each.hash], whose)) is not None}
            if not found:
                break
            whose |= found
            said = [each for each in said if each.hash not in found]
        # The rest names nothing that tells the two people apart: it is held with the first held chain.
        whose |= dict.fromkeys((each.hash for each in said), min(self._others, default=""))
        return {event: whose[event] for event in named if whose[event]}

    def _whose(self, said: Record, named: frozenset[str], whose: Mapping[str, str]) -> str | None:
        """The held chain that an event is about; empty where it is about a known chain, None where that is open."""
        found = {whose[each] for each in named if each in whose}
        seen = self._seen(said)
        if held := found - {""}:
            return min(held)
        # A sign-off may rest on a decision that came without its claim; the heads that its author had seen say more.
        if said.kind == Kind.SIGNOFF and seen is not None:
            return seen
        return "" if found else seen

    def _seen(self, said: Record) -> str | None:
        """As ``_whose``, by the heads of the chains that the author of a decision or a sign-off had seen."""
        seen = _heads(said)
        held = seen & self._others
        if seen & self._own or any(self._is_one(self._person, each) for each in seen):
            return None if held else ""
        if held:
            return min(held)
        return min(seen) if seen and self._own and said.kind == Kind.SIGNOFF else None


def _heads(said: Record) -> frozenset[str]:
    """The chains that the author of a decision or a sign-off had seen, but for the author's own."""
    heads = _body(said).get("heads")
    named: Iterable[str] = heads if isinstance(heads, dict) else ()
    return frozenset(each for each in named if _WRITER.fullmatch(each)) - {said.writer}


def _body(each: Record) -> Mapping[str, object]:
    try:
        return parsed(each)
    except JournalError:
        return {}


def _pair(one: str, other: str) -> tuple[str, str]:
    return one, other
