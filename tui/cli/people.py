"""People on the command line: by the beginning of an id or of their name."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, TypeAlias

from tui.errors import UsageError
from tui.text.fold import fold

Former: TypeAlias = Mapping[str, tuple[str, ...]]
"""By id, all names of somebody, former ones too."""
NO_FORMER: Final[Former] = MappingProxyType({})

SHOWN: Final = 6
"""People that a sentence lists."""


def pick_person(text: str, people: Mapping[str, str], also: Former = NO_FORMER) -> str:
    """The id of the one of *people* (id to name) that *text* means: an id or a name, or the beginning of one.

    A name that somebody had before, or has elsewhere, finds them where nobody has it now. Width, case and kana of a
    name make no difference.

    Raises:
        UsageError: nobody is meant, or more than one.
    """
    found = matches(text, people, also)
    if not found:
        raise UsageError("bundle.no_person", text=text, people=listed(people))
    if len(found) > 1:
        raise UsageError("bundle.several_people", text=text, people=listed({each: people[each] for each in found}))
    return found[0]


def matches(text: str, people: Mapping[str, str], also: Former = NO_FORMER) -> list[str]:
    """The ids of those of *people* (id to name) that *text* could mean; see ``pick_person``."""
    typed = text.strip()
    if typed in people:
        return [typed]
    key = fold(typed)
    if not key:
        return []
    return (
        [person for person, name in people.items() if fold(name) == key]
        or [person for person in people if person.startswith(typed.lower())]
        or [person for person, name in people.items() if fold(name).startswith(key)]
        or [person for person in people if any(fold(name).startswith(key) for name in also.get(person, ()))]
    )


def listed(people: Mapping[str, str]) -> str:
    """A few people with their ids, for a sentence."""
    some = [f"{name or person} ({person})" for person, name in list(people.items())[:SHOWN]]
    return ", ".join([*some, *(["…"] if len(people) > SHOWN else [])]) or "-"
