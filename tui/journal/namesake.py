"""Ids of ikusei 0.1.0, which made them from the name: two people of one name have one.

So two chains of such an id are one person's only where something says so: one continues the other, words of one rest on
records of the other, or somebody who may has joined them.
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
"""Key, among the local values of a file, of chains that weren't taken in: ``person:writer``, the latest last."""

IsOne: TypeAlias = Callable[[str, str], bool]
"""Whether somebody who may has said that a chain is a person's: gets the person and the writer."""

_HASH: Final = re.compile(r'"([0-9a-f]{64})"')
_OF_A_NAME: Final = re.compile(r"p-[0-9a-f]{10}")
# Whoever hands over a bundle decides how many chains are in it.
_MOST_NOTED: Final = 64


def is_of_a_name(person: str) -> bool:
    """Whether an id is of the form that 0.1.0 made from a name; those made since are random, and longer.

    The name itself says nothing any more: it may have been changed since.
    """
    return _OF_A_NAME.fullmatch(person) is not None


def ties(store: Store, person: str, chains: Mapping[str, str], events: str) -> dict[str, set[str]]:
    """By chain, those with which it hangs together, of chains that say that they are *person*'s.

    One continues the other, or words of one rest on records of the other: who claims with an entry of another chain has
    taken it in as their own. 0.1.0 noted no other link when somebody took their own bundle in on a second machine.

    Args:
        store: the file.
        person: the id.
        chains: by writer the writer that the chain continues, or empty.
        events: of which events: the table, or what the file and a waiting bundle have together.
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
    """*start*, and everything that hangs together with it."""
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
    """The chains that say that they are *person*'s and weren't taken in."""
    pairs = (each.partition(":") for each in _noted(store))
    return [writer for whose, _, writer in pairs if whose == person]


def _noted(store: Store) -> list[str]:
    try:
        return (local.get(store, HELD) or "").split()
    except JournalError:
        return []  # changed by nobody who may: the doctor tells of it
