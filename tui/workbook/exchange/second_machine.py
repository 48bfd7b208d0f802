"""Continuing as the same person on another machine: under the same id, with the records of one's own bundle."""

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
"""Who types a text with this ending (a bundle's name) or this beginning (an id) as their name wants to continue."""


def continue_with(book: Workbook, path: str, person: str = "") -> None:
    """Go on as oneself with the records of one's own bundle.

    Args:
        book: the workbook of a file in which nobody has begun.
        path: path of the bundle, as it was typed.
        person: the id that the user says is theirs, or empty.

    Raises:
        BundleError: the bundle can't be read, or is refused.
        UsageError: the bundle is about several people or not about *person*, or the state file is another person's.
        JournalError: the state file can't be written.
    """
    try:
        with Path(path).expanduser().open("rb") as stream:
            continue_from(book, stream, person_in(stream, person))
    except OSError as error:
        raise BundleError("bundle.unreadable", path=path, why=error.strerror or type(error).__name__) from error


def has_begun(book: Workbook) -> bool:
    """Whether a trainee has begun in this file; a mentor who has taken in one trainee's records hasn't."""
    journal = book.journal
    if journal.local_get(TRAINEE):
        return True
    return bool(book.trainee and not journal.local_get(PERSON) and journal.own_writer)


def person_in(stream: BinaryIO, person: str = "") -> str:
    """Id of the person whose records a bundle holds. The whole bundle is checked, and nothing is taken in yet.

    Args:
        stream: the bundle; it is at its beginning again afterwards.
        person: the id that the user says is theirs, or empty.

    Raises:
        UsageError: the bundle is about several people, or not about *person*.
        BundleError: the bundle is refused.
    """
    header = read_header(stream)
    # A bundle also holds mentors' names. If it was exported for one trainee (`export -t`), the records are theirs.
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
    """Take in the records of one's own bundle, and continue as that person.

    Args:
        book: the workbook of a file in which nobody has begun.
        stream: one's own bundle.
        person: id of the person (from ``person_in``).
        name: their name from now on; empty: as before.

    Returns:
        how many events were taken in.

    Raises:
        BundleError: the bundle is refused.
        UsageError: the state file is another person's, or no name is known.
        JournalError: the state file can't be written.
    """
    journal = book.journal
    require_same(journal, person)
    # The newest name, even if the person took it on a third machine.
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
    """Refuse *person* unless it is the id of the owner of *journal*; an empty one is accepted.

    Raises:
        UsageError: the journal is another person's.
    """
    said = person_of(journal) if journal.own_writer else journal.local_get(PERSON)
    if said and person and said != person:
        raise UsageError("workbook.other_person", id=said, other=person)
