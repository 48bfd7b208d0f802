"""Taking bundles in: whose events a journal takes, and the one function through which every bundle goes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import BinaryIO

from tui.errors import UsageError
from tui.journal.bundle.preview import Preview, preview
from tui.journal.bundle.staging import stage
from tui.journal.event import ORGANISATION
from tui.journal.journal import Journal, wall_clock
from tui.journal.namesake import IsOne
from tui.record import record
from tui.workbook.setup.opening import person_of, trainee_of
from tui.workbook.setup.ownership import PERSON, TRAINEE


@record
class Taken:
    """The result of taking a bundle in.

    Args:
        found: what the bundle brings.
        events: how many events were new; None: it was not taken in.
    """

    found: Preview
    events: int | None


def require_somebodys(journal: Journal) -> None:
    """Refuse a journal in which nobody has said who they are.

    With one trainee's events in it, it would take its owner for that trainee.

    Raises:
        UsageError: nobody has said whose journal it is.
    """
    if not (journal.local_get(PERSON) or journal.local_get(TRAINEE) or journal.own_writer):
        raise UsageError("bundle.nobodys", path=journal.path)


def takes(journal: Journal) -> frozenset[str] | None:
    """Ids whose events a journal takes in: in a trainee's, their own and the organisation's; None: everybody's."""
    if journal.local_get(PERSON) and not journal.local_get(TRAINEE):
        return None
    trainee = trainee_of(journal) if journal.own_writer else ""
    # The organisation's events belong to no other person, and the same person's other machine brings them, too.
    return frozenset({trainee, ORGANISATION}) if trainee else None


def take_in(
    journal: Journal,
    stream: BinaryIO,
    about: frozenset[str] | None,
    agrees: Callable[[Preview], bool] = lambda _: True,
    *,
    takes_own: bool = False,
    joins: Callable[[str], bool] = lambda _: False,
) -> Taken:
    """Check a bundle whole, and take it in: all of it or nothing.

    Args:
        journal: the journal that takes it in.
        stream: the bundle.
        about: ids of the only people whose events may be in it; None for anybody's.
        agrees: is called with what the bundle would bring, and says whether it is wanted.
        takes_own: whether it may bring events of this file's own chain that the file hasn't got. Anybody can make such
            events. So they come in only where the user asks for them, and only up to the number that this file is
            known to have reached before it was set back; the file then goes on as a new writer. Without it they are
            left out, and everything else comes in.
        joins: called with a person's id: whether the reader says that all events under it are one person's. An id that
            was made from a name may be two people's.

    Raises:
        BundleError: the bundle is refused.
        JournalError: the journal can't be written.
    """
    with stage(journal, stream, takes=about) as staged:
        left_out = staged.leave_out_own(takes_own=takes_own)
        held = staged.hold_namesakes(person_of(journal), _is_one(journal, joins))
        found = replace(preview(staged, wall_clock()), left_out=left_out, held=held)
        if not agrees(found):
            return Taken(found, None)
        taken = staged.take_in()
    if held:
        journal.note_held([(each.person, each.writer) for each in held])
    return Taken(found, taken)


def _is_one(journal: Journal, joins: Callable[[str], bool]) -> IsOne:
    """A function that says whether a chain is a person's: by the reader now, the reader before, or the roster."""
    accepted = journal.accepted_chains()

    def is_one(person: str, writer: str) -> bool:
        # A chain that was accepted as another person's doesn't speak for this person.
        if joins(person) or (writer in accepted and journal.owner_of_chain(writer) in {"", person}):
            return True
        joined = journal.joined()
        return writer in joined and joined[writer] == joined.get(person, person)

    return is_one
