"""Telling people of one name apart: the beginning of the id stands beside the name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tui.text.fold import fold

_SHORTEST: Final = 6
"""Characters of an id that stand beside a name at least: ``p-3f9a``."""


def told_apart(people: Mapping[str, str], joined: Mapping[str, str] | None = None) -> dict[str, str]:
    """*people* (id to name) with the beginning of the id beside each name that another has, too.

    Args:
        people: names by id.
        joined: by further id of somebody, the id that they have in the roster: those two are one.
    """
    one = joined or {}
    shown = {person: name or person for person, name in people.items()}
    # Again, because somebody can take a name that looks like another's with the id beside it.
    for _ in range(2):
        # Who has no name is shown as the id, which somebody else could have as name.
        groups: dict[str, set[str]] = {fold(person): {one.get(person, person)} for person in people}
        for person, name in shown.items():
            groups.setdefault(fold(name), set()).add(one.get(person, person))
        shown = {person: _beside(name, one.get(person, person), groups[fold(name)]) for person, name in shown.items()}
    return shown


def _beside(name: str, person: str, namesakes: set[str]) -> str:
    others = namesakes - {person}
    if not others or name == person:
        return name
    length = next(
        (n for n in range(_SHORTEST, len(person)) if not any(each.startswith(person[:n]) for each in others)),
        len(person),
    )
    return f"{name} ({person[:length]})"
