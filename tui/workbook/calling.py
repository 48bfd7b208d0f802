"""What people are called wherever a name is shown, and what tells those apart who have one name.

The roster says what somebody is called, where the lead has put them in it; else their own chain does. Two people of one
name are never shown alike: the beginning of the id stands beside the name, and can be typed where a person is asked
for.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from tui.text.fold import fold

if TYPE_CHECKING:
    from tui.workbook.workbook import Workbook

_SHORTEST: Final = 6
"""Characters of an id that stand beside a name at least: ``p-3f9a``."""


def labels(book: Workbook) -> dict[str, str]:
    """By id, how people are shown: their names, told apart.

    Raises:
        JournalError: the journal can't be read.
    """
    return told_apart(book.people(), book.authority.joined)


def label_of(book: Workbook) -> str:
    """How the trainee of *book* is shown among the others."""
    return labels(book).get(book.trainee, book.trainee)


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


def found_by(book: Workbook) -> dict[str, tuple[str, ...]]:
    """By id, all names under which somebody can be looked for, former ones too.

    Raises:
        JournalError: the journal can't be read.
    """
    found = book.journal.all_names()
    return {person: tuple(dict.fromkeys((name, *found.get(person, ())))) for person, name in book.people().items()}


def _beside(name: str, person: str, namesakes: set[str]) -> str:
    others = namesakes - {person}
    if not others or name == person:
        return name
    length = next(
        (n for n in range(_SHORTEST, len(person)) if not any(each.startswith(person[:n]) for each in others)),
        len(person),
    )
    return f"{name} ({person[:length]})"
