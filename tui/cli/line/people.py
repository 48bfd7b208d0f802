"""People on the command line: by the beginning of an id or of their name."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, TypeAlias

from tui.errors import UsageError
from tui.text.fold import fold
from tui.workbook.standings.people_names import found_by, persons

if TYPE_CHECKING:
    from tui.workbook.standings.workbook import Workbook

Former: TypeAlias = Mapping[str, tuple[str, ...]]
"""By id, all names of a person, former ones too."""
NO_FORMER: Final[Former] = MappingProxyType({})

SHOWN: Final = 6
"""How many people a message lists."""


def pick_person(
    text: str, people: Mapping[str, str], also: Former = NO_FORMER, among: Collection[str] | None = None
) -> str:
    """The id of the one of *people* (id to name) that *text* names: by id or name, or the beginning of one.

    A former name finds a person if nobody has that name now. Width, case and kind of kana make no difference.

    Args:
        text: what was typed.
        people: everybody who is known, not only those of *among*: the whole name of a person outside *among* must not
            match the beginning of another's.
        also: by id, all names of a person, former ones too.
        among: ids of the only people who can be meant; None for anybody.

    Raises:
        UsageError: nobody is meant, or more than one.
    """
    found = [each for each in matches(text, people, also) if among is None or each in among]
    if not found:
        possible = people if among is None else {each: people.get(each, "") for each in among}
        raise UsageError("bundle.no_person", text=text, people=listed(possible))
    if len(found) > 1:
        raise UsageError("bundle.several_people", text=text, people=listed({each: people[each] for each in found}))
    return found[0]


def pick_of(book: Workbook, text: str, among: Collection[str] | None = None) -> str:
    """The id of the person of a journal whom *text* names; for a person with several ids, the main one of the roster.

    Raises:
        UsageError: nobody is meant, or more than one.
        JournalError: the journal can't be read.
    """
    joined = book.authority.joined
    possible = None if among is None else {joined.get(each, each) for each in among}
    return pick_person(joined.get(text.strip(), text), persons(book), found_by(book), possible)


def matches(text: str, people: Mapping[str, str], also: Former = NO_FORMER) -> list[str]:
    """The ids of those of *people* (id to name) that *text* could name; see ``pick_person``."""
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
    """The first few people with their ids, for a message."""
    some = [f"{name or person} ({person})" for person, name in list(people.items())[:SHOWN]]
    return ", ".join([*some, *(["…"] if len(people) > SHOWN else [])]) or "-"
