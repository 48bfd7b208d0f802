"""Taking bundles in: whose events a journal takes, and the one path by which they come, whatever brought them."""

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
    """What became of a bundle.

    Args:
        found: what it would bring.
        events: how many events are new; None where it was not taken in.
    """

    found: Preview
    events: int | None


def require_somebodys(journal: Journal) -> None:
    """Refuse a journal that is nobody's: filled with a trainee's events it would take its owner for that trainee.

    Raises:
        UsageError: nobody has said whose it is.
    """
    if not (journal.local_get(PERSON) or journal.local_get(TRAINEE) or journal.own_writer):
        raise UsageError("bundle.nobodys", path=journal.path)


def takes(journal: Journal) -> frozenset[str] | None:
    """Whose events a journal takes in: a trainee's their own and the organisation's; a mentor's all (None)."""
    if journal.local_get(PERSON) and not journal.local_get(TRAINEE):
        return None
    trainee = trainee_of(journal) if journal.own_writer else ""
    # What is about the organisation is nobody else's: the same person's other machine brings it, too.
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
        journal: what takes it in.
        stream: the bundle.
        about: ids of the only people whose events may be in it; None for anybody's.
        agrees: is shown what it would bring, and says whether it is wanted.
        takes_own: whether it may bring events that this very file is said to have written and hasn't got. Anybody can
            make such events, so they come only where somebody asks for them, and as far as it is known that the file
            was set back behind them; it goes on as a new writer then. Others' events come in all the same.
        joins: whether the reader says that everything in it under an id is one person's, also where the id was made
            from a name and so may be two people's.

    Raises:
        BundleError: it is refused.
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
    """Who says that a chain is a person's: the reader now, the reader before, or the roster."""
    accepted = journal.accepted_chains()

    def is_one(person: str, writer: str) -> bool:
        # A chain that was accepted as another's says nothing of this person.
        if joins(person) or (writer in accepted and journal.owner_of_chain(writer) in {"", person}):
            return True
        joined = journal.joined()
        return writer in joined and joined[writer] == joined.get(person, person)

    return is_one
