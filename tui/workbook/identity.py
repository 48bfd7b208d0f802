"""Who one is: the person of one's own state file, who reviews in the files of others under the same id."""

from __future__ import annotations

from tui.errors import UsageError
from tui.journal.event import Kind, NewEvent
from tui.journal.journal import Journal
from tui.text.clean import stored
from tui.workbook.opening import PERSON, person_of
from tui.workbook.reviewing import Reviewer
from tui.workbook.writing import person_id


def reviewer_of(journal: Journal) -> Reviewer | None:
    """The person whose own state file it is; None before anybody has said who they are."""
    person = person_of(journal)
    return Reviewer(person, journal.people().get(person, person)) if person else None


def name_oneself(journal: Journal, name: str) -> Reviewer:
    """Say who one is, or take another name: the id stays, and with it everything that was written.

    Raises:
        UsageError: the name is empty.
        JournalError: it can't be written.
    """
    clean = stored(name)
    if not clean:
        raise UsageError("workbook.no_name")
    person = person_of(journal) or person_id(clean)
    journal.append([NewEvent(Kind.PERSON, person, body={"name": clean})], author=person)
    journal.local_set(PERSON, person)
    return Reviewer(person, clean)
