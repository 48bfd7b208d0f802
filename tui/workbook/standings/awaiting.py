"""For whom a trainee's claims wait, and how they reach that mentor: by the roster and its hosts."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from tui.record import record

if TYPE_CHECKING:
    from tui.trust.folder import TrustFolder
    from tui.trust.roster import Host
    from tui.workbook.standings.workbook import Workbook


@record
class WayToMentor:
    """How waiting claims reach a mentor.

    Args:
        mentors: names of the trainee's mentors now, as the roster has them.
        has_roster: whether there is a roster that counts; without one, any mentor will do.
        is_fetched: whether the roster says at which host ``ikusei pull`` finds the trainee's journal.
    """

    mentors: tuple[str, ...] = ()
    has_roster: bool = False
    is_fetched: bool = False


def way_of(book: Workbook, roles: Collection[str]) -> WayToMentor:
    """How the claims of the trainee of *book* in *roles* reach a mentor.

    Raises:
        IkuseiError: the trust folder can't be read.
    """
    folder = usable_folder(book)
    if folder is None:
        return WayToMentor()
    from tui.workbook.standings.mentors_now import mentors_now  # most have no roster

    mentors = mentors_now(folder, [book.trainee], roles).get(book.trainee, ())
    return WayToMentor(mentors, has_roster=True, is_fetched=host_of(book, book.trainee) is not None)


def host_of(book: Workbook, trainee: str) -> Host | None:
    """The host at which a trainee is reached by the roster, one with a drop folder first; None: it names none."""
    folder = usable_folder(book)
    hosts = folder.roster.hosts if folder is not None and folder.roster is not None else ()
    found = [each for each in hosts if each.trainee == trainee]
    return next((each for each in found if each.inbox), next(iter(found), None))


def usable_folder(book: Workbook) -> TrustFolder | None:
    """The trust folder if it can be used and has a roster; else None."""
    folder = book.authority.folder
    return folder if folder is not None and folder.roster is not None and folder.state.is_usable else None
