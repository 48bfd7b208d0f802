"""Telling people apart whose names look the same: the beginning of the id stands beside the name."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import Final

from tui.text.alike import look
from tui.text.fold import fold

_SHORTEST: Final = 6
"""The fewest characters of an id that are shown beside a name: ``p-3f9a``."""
_SHORTEST_DIGEST: Final = 4


def told_apart(people: Mapping[str, str], joined: Mapping[str, str] | None = None) -> dict[str, str]:
    """*people* (id to name), with the beginning of the id beside each name that looks like another's.

    A name without visible characters is replaced by the id.

    Args:
        people: by id, people's names.
        joined: by each further id of a person, their main id in the roster: both are one person.
    """
    one = joined or {}
    shown = {person: name if look(name) else person for person, name in people.items()}
    # A second round, because somebody may have chosen a name like "Sato (p-3f9a)", which the first round has made.
    for _ in range(2):
        groups: dict[str, set[str]] = {}
        # A person without a name is shown as their id, which somebody else may have chosen as their name.
        for person, text in (*((person, person) for person in people), *shown.items()):
            for key in _keys(text):
                groups.setdefault(key, set()).add(one.get(person, person))
        shown = {
            person: _beside(name, one.get(person, person), set().union(*(groups[key] for key in _keys(name))))
            for person, name in shown.items()
        }
    return shown


def _keys(text: str) -> Iterator[str]:
    """Two keys of a name; people who share one of them can be confused, or are found by the same search."""
    yield f"found as {fold(text)}"
    yield f"looks like {look(text)}"


def _beside(name: str, person: str, namesakes: set[str]) -> str:
    others = namesakes - {person}
    if not others or name == person:
        return name
    looks = {look(each) for each in others}
    if look(person) in looks:
        return f"{name} ({person} #{_digest_apart(person, [each for each in others if look(each) == look(person)])})"
    length = next(
        (n for n in range(_SHORTEST, len(person)) if not any(each.startswith(look(person[:n])) for each in looks)),
        len(person),
    )
    return f"{name} ({person[:length]})"


def _digest_apart(person: str, others: list[str]) -> str:
    """The beginning of an id's digest that no id of *others* shares, for ids that look the same."""
    own, theirs = _digest(person), [_digest(each) for each in others]
    lengths = range(_SHORTEST_DIGEST, len(own) + 1)
    return next(own[:n] for n in lengths if not any(each.startswith(own[:n]) for each in theirs))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
