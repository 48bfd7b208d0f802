"""What people are called wherever a name is shown, and what tells those apart who have one name.

The roster says what somebody is called, where the lead has put them in it; else their own chain does. Two people of one
name are never shown alike: the beginning of the id stands beside the name, and can be typed where a person is asked
for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.text.apart import told_apart

if TYPE_CHECKING:
    from tui.workbook.workbook import Workbook


def labels(book: Workbook) -> dict[str, str]:
    """By id, how people are shown: their names, told apart.

    Raises:
        JournalError: the journal can't be read.
    """
    return told_apart(book.people(), book.authority.joined)


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
