"""What people are called wherever a name is shown, and what tells those apart who have one name.

The roster says what somebody is called, where the lead has put them in it; else their own chain does. Two people of one
name are never shown alike: the beginning of the id stands beside the name, and can be typed where a person is asked
for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.text.apart import told_apart

if TYPE_CHECKING:
    from tui.workbook.standings.authority import Authority
    from tui.workbook.standings.personal_record import PersonalRecord


class Called:
    """How people are shown, found once for all workbooks of a journal: a queue asks for it at each of its lines."""

    def __init__(self) -> None:
        self._stamp = -1
        self._authority: Authority | None = None
        self._labels: dict[str, str] = {}

    def labels(self, book: PersonalRecord) -> dict[str, str]:
        """What ``labels`` gives, as long as no event has come in and the same authority is asked."""
        stamp = book.journal.stamp()
        if stamp != self._stamp or book.authority is not self._authority:
            self._labels = told_apart(book.people(), book.authority.joined)
            self._stamp, self._authority = stamp, book.authority
        return dict(self._labels)


def labels(book: PersonalRecord) -> dict[str, str]:
    """By id, how people are shown: their names, told apart.

    Raises:
        JournalError: the journal can't be read.
    """
    return book.called.labels(book)


def label_of(book: PersonalRecord) -> str:
    """How the trainee of *book* is shown among the others."""
    return labels(book).get(book.trainee, book.trainee)


def found_by(book: PersonalRecord) -> dict[str, tuple[str, ...]]:
    """By id, all names under which somebody can be looked for, former ones too.

    Raises:
        JournalError: the journal can't be read.
    """
    found = book.journal.all_names()
    names = {person: [name, *found.get(person, ())] for person, name in book.people().items()}
    for further, person in book.authority.joined.items():
        names.setdefault(person, []).extend(names.get(further, ()))
    return {person: tuple(dict.fromkeys(filter(None, said))) for person, said in names.items()}


def persons(book: PersonalRecord) -> dict[str, str]:
    """By id, the names of everybody whom the journal or the roster knows, each person once.

    Raises:
        JournalError: the journal can't be read.
    """
    joined = book.authority.joined
    known = dict.fromkeys(book.journal.trainees(), "") | dict(book.authority.names) | book.people()
    return {person: name for person, name in known.items() if person not in joined}


def ids_of(book: PersonalRecord, person: str) -> tuple[str, ...]:
    """Every id that the roster says is *person*'s, the one that it calls them by first."""
    joined = book.authority.joined
    first = joined.get(person, person)
    return first, *(further for further, each in joined.items() if each == first)
