"""Continuing as oneself on another machine: under the id that one has, with the records of one's own bundle."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO, Final

from tui.errors import BundleError, UsageError
from tui.journal.bundle.beginning import read_header
from tui.journal.event import ORGANISATION, Kind, NewEvent
from tui.journal.journal import Journal
from tui.text.clean import stored
from tui.workbook.exchange.intake import take_in
from tui.workbook.setup.opening import person_of
from tui.workbook.setup.ownership import PERSON, TRAINEE
from tui.workbook.setup.person_id import typed_name
from tui.workbook.standings.workbook import Workbook

BUNDLE: Final = ".ikusei"
OWN_ID: Final = "p-"
"""What in the place of a name says that somebody continues: the end of a bundle's name, the beginning of an id."""


def continue_with(book: Workbook, path: str, person: str = "") -> None:
    """Go on as oneself with the records of one's own bundle.

    Args:
        book: the workbook of a file in which nobody has begun.
        path: of the bundle, as it was typed.
        person: the id that somebody says that they have, or empty.

    Raises:
        BundleError: it can't be read, or is refused.
        UsageError: it is about several people, or about another one than *person*, or the file is another person's.
        JournalError: it can't be written.
    """
    try:
        with Path(path).expanduser().open("rb") as stream:
            continue_from(book, stream, person_in(stream, person))
    except OSError as error:
        raise BundleError("bundle.unreadable", path=path, why=error.strerror or type(error).__name__) from error


def has_begun(book: Workbook) -> bool:
    """Whether somebody has begun in this file; a mentor who has taken in one trainee's records hasn't."""
    journal = book.journal
    if journal.local_get(TRAINEE):
        return True
    return bool(book.trainee and not journal.local_get(PERSON) and journal.own_writer)


def person_in(stream: BinaryIO, person: str = "") -> str:
    """Whose records a bundle holds, to continue as that person; read to its end, and nothing is taken in yet.

    Args:
        stream: the bundle; it is at its beginning again afterwards.
        person: the id that somebody says that they have, or empty.

    Raises:
        UsageError: it is about several people, or not about *person*.
        BundleError: it is refused.
    """
    header = read_header(stream)
    # Mentors' names travel along with what they said; what was asked for (`export -t`) says whose records it holds.
    asked = header.selection.trainees if len(header.selection.trainees) == 1 else header.trainees
    trainees = [each for each in asked if each != ORGANISATION]
    stream.seek(0)
    if (person and person not in trainees) or (not person and len(trainees) != 1):
        raise UsageError("workbook.not_ones_own", people=", ".join(trainees) or "-")
    found = person or trainees[0]
    with TemporaryDirectory(prefix="ikusei-") as folder, Journal.open(Path(folder, "empty"), create=True) as empty:
        take_in(empty, stream, frozenset({found, ORGANISATION}), joins=found.__eq__)
    stream.seek(0)
    return found


def continue_from(book: Workbook, stream: BinaryIO, person: str, name: str = "") -> int:
    """Take one's own records in, and go on as oneself.

    Args:
        book: the workbook of a file in which nobody has begun.
        stream: one's own bundle.
        person: whose it is (``person_in``).
        name: what one is called from now on; empty: as before.

    Returns:
        how many events were taken in.

    Raises:
        BundleError: it is refused.
        UsageError: the file is another person's.
        JournalError: it can't be written.
    """
    journal = book.journal
    require_same(journal, person)
    # What one was called last, also where that was on another machine than the first.
    last = read_header(stream).people.get(person, "")
    stream.seek(0)
    taken = take_in(journal, stream, frozenset({person, ORGANISATION}), joins=person.__eq__)
    called = typed_name(name) or stored(last) or journal.people().get(person, "")
    if not called:
        raise UsageError("workbook.no_name")
    journal.append([NewEvent(Kind.PERSON, person, body={"name": called})], author=person)
    journal.local_set(TRAINEE, person)
    book.trainee = person
    return taken.events or 0


def require_same(journal: Journal, person: str) -> None:
    """Refuse another id than the one that the owner of *journal* has; an empty one is any.

    Raises:
        UsageError: it is another person's.
    """
    said = person_of(journal) if journal.own_writer else journal.local_get(PERSON)
    if said and person and said != person:
        raise UsageError("workbook.other_person", id=said, other=person)
