"""Ids of ikusei 0.1.0, which made them from the name: two people of one name have the same id.

So two chains under such an id belong to one person only where something says so: one continues the other, events of one
rest on records of the other, or the reader or the roster has joined them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, TypeAlias

from tui.errors import JournalError
from tui.journal import local
from tui.journal.store import Store

HELD: Final = "held"
"""Key of the local value that lists chains that weren't taken in: ``person:writer``, the latest last."""

IsOne: TypeAlias = Callable[[str, str], bool]
"""Whether the reader or the roster has said that a chain belongs to a person; gets the person and the writer."""

_HASH: Final = re.compile(r'"([0-9a-f]{64})"')
_OF_A_NAME: Final = re.compile(r"p-[0-9a-f]{10}")
# A limit, because a made-up bundle can hold any number of chains.
_MOST_NOTED: Final = 64


def is_of_a_name(person: str) -> bool:
    """Whether an id is of the form that 0.1.0 made from a name; those made since are random, and longer.

    The present name of the person can't tell: it may have changed since.
    """
    return _OF_A_NAME.fullmatch(person) is not None


def ties(store: Store, person: str, chains: Mapping[str, str], events: str) -> dict[str, set[str]]:
    """By chain, the chains that it is connected with, among the chains that name *person* as their owner.

    Two chains are connected where one continues the other, or where events of one rest on records of the other: whoever
    claims with an entry of another chain has taken it in as their own. 0.1.0 left no other link when somebody took
    their own bundle in on a second machine.

    Args:
        store: the file.
        person: the id.
        chains: by writer, the writer that the chain continues, or empty.
        events: the events to look at, as SQL: those of the file, or those of a waiting bundle as well.
    """
    found: dict[str, set[str]] = {}
    for one, other in _pairs(store, person, chains, events):
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return found


def _pairs(store: Store, person: str, chains: Mapping[str, str], events: str) -> Iterator[tuple[str, str]]:
    resting = f"""
SELECT body FROM {events}
WHERE writer = ?1 AND author = ?2 AND trainee = ?2 AND kind IN ('claim', 'correction', 'withdrawal', 'undo')"""
    writers = f"""
SELECT DISTINCT writer FROM {events} WHERE hash IN (SELECT value FROM json_each(?1)) AND author = ?2"""
    for writer, before in chains.items():
        if before:
            yield writer, before
        named = sorted({each for body in store.rows(str, resting, writer, person) for each in _HASH.findall(body)})
        for other in store.rows(str, writers, json.dumps(named), person) if named else ():
            if other in chains:
                yield writer, other


def reached(start: Iterable[str], ties: Mapping[str, set[str]]) -> set[str]:
    """*start*, and every chain that is connected with it, directly or through others."""
    found = set(start)
    waiting = list(found)
    while waiting:
        near = ties.get(waiting.pop(), set()) - found
        found |= near
        waiting += near
    return found


def note_held(store: Store, chains: Iterable[tuple[str, str]]) -> None:
    """Note chains that weren't taken in, each as person and writer, to be accepted later; inside a write."""
    before = _noted(store)
    new = [pair for person, writer in chains if (pair := f"{person}:{writer}") not in before]
    if new:
        local.put(store, HELD, " ".join((*before, *new)[-_MOST_NOTED:]))


def held_chains(store: Store, person: str) -> list[str]:
    """The chains that name *person* as their owner and weren't taken in."""
    pairs = (each.partition(":") for each in _noted(store))
    return [writer for whose, _, writer in pairs if whose == person]


def _noted(store: Store) -> list[str]:
    try:
        return (local.get(store, HELD) or "").split()
    except JournalError:
        return []  # the value doesn't match its seal: the doctor reports it
