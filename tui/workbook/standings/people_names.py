"""Under which name a person is shown, and how people of the same name are told apart.

The name comes from the roster if the lead has put the person in it, else from the person's own chain. Two people of
the same name are never shown alike: the beginning of their id stands beside the name, and can be typed where a person
is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.text.apart import told_apart

if TYPE_CHECKING:
    from tui.workbook.standings.authority import Authority
    from tui.workbook.standings.personal_record import PersonalRecord


class Called:
    """A cache of ``labels`` for all workbooks of a journal, because a queue asks for a label in each of its lines."""

    def __init__(self) -> None:
        self._stamp = -1
        self._authority: Authority | None = None
        self._labels: dict[str, str] = {}

    def labels(self, book: PersonalRecord) -> dict[str, str]:
        """The labels, computed anew only if an event has come in or the authority is another one."""
        stamp = book.journal.stamp()
        if stamp != self._stamp or book.authority is not self._authority:
            self._labels = told_apart(book.people(), book.authority.joined)
            self._stamp, self._authority = stamp, book.authority
        return dict(self._labels)


def labels(book: PersonalRecord) -> dict[str, str]:
    """By id, the names under which people are shown, told apart.

    Raises:
        JournalError: the journal can't be read.
    """
    return book.called.labels(book)


def label_of(book: PersonalRecord) -> str:
    """The name under which the trainee of *book* is shown, told apart from others."""
    return labels(book).get(book.trainee, book.trainee)


def found_by(book: PersonalRecord) -> dict[str, tuple[str, ...]]:
    """By id, all names by which a person can be found, former ones too.

    Raises:
        JournalError: the journal can't be read.
    """
    found = book.journal.all_names()
    names = {person: [name, *found.get(person, ())] for person, name in book.people().items()}
    for further, person in book.authority.joined.items():
        names.setdefault(person, []).extend(names.get(further, ()))
    return {person: tuple(dict.fromkeys(filter(None, said))) for person, said in names.items()}


def persons(book: PersonalRecord) -> dict[str, str]:
    """By main id, the name of each person whom the journal or the roster knows; empty where none is known.

    Raises:
        JournalError: the journal can't be read.
    """
    joined = book.authority.joined
    known = dict.fromkeys(book.journal.trainees(), "") | dict(book.authority.names) | book.people()
    return {person: name for person, name in known.items() if person not in joined}


def ids_of(book: PersonalRecord, person: str) -> tuple[str, ...]:
    """All ids that the roster joins as *person*'s, the main one first."""
    joined = book.authority.joined
    first = joined.get(person, person)
    return first, *(further for further, each in joined.items() if each == first)
