"""What the verbs of a mentor share: who they are, and which claim is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.cli.context import Cli
from tui.errors import UsageError

if TYPE_CHECKING:
    from tui.workbook.reviewing import Reviewer, Waiting
    from tui.workbook.workbook import Workbook


def oneself(cli: Cli, book: Workbook) -> Reviewer:
    """The person of one's own state file: the one of the usual place, whatever file is looked at.

    Raises:
        UsageError: nobody has said who they are.
        IkuseiError: the own state file can't be read.
    """
    from tui.journal.journal import Journal  # noqa: PLC0415 - ``--help`` needs no journal
    from tui.workbook.identity import reviewer_of  # noqa: PLC0415
    from tui.workbook.settings import own_state  # noqa: PLC0415

    path = own_state(cli.env)
    if path.exists() and path.resolve() == book.journal.path:
        person = reviewer_of(book.journal)
    elif path.exists():
        with Journal.open(path, write=False) as journal:
            person = reviewer_of(journal)
    else:
        person = None
    if person is None:
        raise UsageError("cli.me.nobody")
    return person


def chosen(cli: Cli, waiting: tuple[Waiting, ...], item: str, trainee: str) -> Waiting:
    """The claim that is meant by the beginning of a criterion's id, of one trainee where several are in the journal.

    Raises:
        UsageError: none waits, or several do.
    """
    people = waiting[0].book.journal.people() if waiting else {}
    found = [
        each
        for each in waiting
        if each.view.criterion.id.startswith(item.strip().lower()) and is_meant(each.book.trainee, trainee, people)
    ]
    exact = [each for each in found if each.view.criterion.id == item.strip().lower()]
    found = exact or found
    if not found:
        raise UsageError("cli.review.none", item=item)
    if len(found) > 1:
        names = ", ".join(
            f"{people.get(each.book.trainee, each.book.trainee)} {each.view.criterion.id}" for each in found
        )
        raise UsageError("cli.review.several", item=item, found=names)
    return found[0]


def is_meant(person: str, typed: str, people: dict[str, str]) -> bool:
    """Whether what was typed names a person: the beginning of the id, or the name; nothing typed means anybody."""
    return not typed or person.startswith(typed) or people.get(person, "") == typed
