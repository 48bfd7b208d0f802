"""What people are called wherever a name is shown, and what tells those apart who have one name.

The roster says what somebody is called, where the lead has put them in it; else their own chain does. Two people of one
name are never shown alike: the beginning of the id stands beside the name, and can be typed where a person is asked
for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.text.apart import told_apart

if TYPE_CHECKING:
    from tui.workbook.authority import Authority
    from tui.workbook.workbook import Workbook


class Called:
    """How people are shown, found once for all workbooks of a journal: a queue asks for it at each of its lines."""

    def __init__(self) -> None:
        self._stamp = -1
        self._authority: Authority | None = None
        self._labels: dict[str, str] = {}

    def labels(self, book: Workbook) -> dict[str, str]:
        """What ``labels`` gives, as long as no event has come in and the same authority is asked."""
        stamp = book.journal.stamp()
        if stamp != self._stamp or book.authority is not self._authority:
            self._labels = told_apart(book.people(), book.authority.joined)
            self._stamp, self._authority = stamp, book.authority
        return dict(self._labels)


def labels(book: Workbook) -> dict[str, str]:
    """By id, how people are shown: their names, told apart.

    Raises:
        JournalError: the journal can't be read.
    """
    return book.called.labels(book)


def label_of(book: Workbook) -> str:
    """How the trainee of *book* is shown among the others."""
    return labels(book).get(book.trainee, book.trainee)


def found_by(book: Workbook) -> dict[str, tuple[str, ...]]:
    """By id, all names under which somebody can be looked for, former ones too.

    Raises:
        JournalError: the journal can't be read.
    """
    found = book.journal.all_names()
    return {person: tuple(dict.fromkeys((name, *found.get(person, ())))) for person, name in book.people().items()}
