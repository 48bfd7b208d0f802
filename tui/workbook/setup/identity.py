"""Who the user is: the person of their own state file, who reviews other people's files under the same id."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from tui.errors import SigningError, UsageError
from tui.journal.event import Kind, NewEvent
from tui.journal.journal import Journal
from tui.workbook.setup.opening import person_of
from tui.workbook.setup.ownership import PERSON
from tui.workbook.setup.person_id import NewPerson, random_person, typed_name
from tui.workbook.setup.reviewer import NO_KEY, Reviewer
from tui.workbook.standings.workbook import Workbook

KEY: Final = "sign.key"
"""Key, among the local values of the user's own state file, under which their choice of signing key is kept."""
ANY_KEY: Final = "auto"
"""Instead of a key: sign with whichever key the trust folder allows."""


def reviewer_of(journal: Journal) -> Reviewer | None:
    """The owner of *journal* as a reviewer; None before anybody has said who they are."""
    person = person_of(journal)
    return Reviewer(person, journal.people().get(person, person)) if person else None


def signing_key(journal: Journal) -> str:
    """The key that the owner of *journal* chose to sign with: a path, or ``none``; empty: whichever is allowed."""
    return journal.local_get(KEY) or ""


def choose_key(journal: Journal, key: str) -> None:
    """Keep which key to sign with.

    Args:
        journal: the user's own journal.
        key: path of a key file, ``none`` to sign with no key; ``auto`` for whichever the trust folder allows.

    Raises:
        SigningError: there is no such file.
        JournalError: the choice can't be written.
    """
    if key == ANY_KEY:
        journal.local_delete(KEY)
        return
    if key != NO_KEY:
        path = Path(key).expanduser().absolute()
        if not path.is_file():
            raise SigningError("signing.key_missing", name=path)
        key = str(path)
    journal.local_set(KEY, key)


def author_of(book: Workbook) -> Reviewer:
    """Who writes events about the organisation: the trainee of *book*, else the owner of its file, else an empty id."""
    person = book.trainee or person_of(book.journal)
    return Reviewer(person, book.people().get(person, person))


def name_oneself(journal: Journal, name: str, new_person: NewPerson = random_person) -> Reviewer:
    """Write the user's name, for the first time or a new one; the id stays, and with it everything that was written.

    Args:
        journal: the user's own journal.
        name: the name.
        new_person: gives the id of a new person; a user who continues from another machine gives their id there.

    Raises:
        UsageError: the name is empty.
        JournalError: the journal can't be written.
    """
    clean = typed_name(name)
    if not clean:
        raise UsageError("workbook.no_name")
    person = person_of(journal) or new_person()
    journal.append([NewEvent(Kind.PERSON, person, body={"name": clean})], author=person)
    journal.local_set(PERSON, person)
    return Reviewer(person, clean)
