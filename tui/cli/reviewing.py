"""What the verbs of a mentor share: who they are, in which journal they write, and which claim is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.cli.context import Cli
from tui.cli.oneself import mentor, oneself
from tui.cli.people import matches, pick_person
from tui.errors import UsageError
from tui.record import record

if TYPE_CHECKING:
    from tui.workbook.reviewer import Reviewer
    from tui.workbook.reviewing import Waiting
    from tui.workbook.workbook import Workbook


@record
class Looked:
    """What a mentor looks at.

    Args:
        book: the workbook that takes what is decided.
        reviewer: who looks.
        told: sentences to show first.
        is_borrowed: whether *book* lies in one's own journal because the file that was named can't be written.
    """

    book: Workbook
    reviewer: Reviewer
    told: tuple[str, ...] = ()
    is_borrowed: bool = False


def look(cli: Cli, *, write: bool, key: str = "") -> Looked:
    """Open what a mentor looks at: the state file, or one's own journal in its place where it can't be written.

    Args:
        cli: the call.
        write: whether something may be written, and signed; the own journal is written to in any case.
        key: the key to sign with, where one was named.

    Raises:
        UsageError: nobody has said who they are.
        IkuseiError: it can't be opened, or what is new in it can't be taken over.
    """
    from tui.workbook.borrowed import borrow, is_borrowed  # noqa: PLC0415 - ``--help`` needs no journal

    book = cli.open_book(write=write)
    reviewer = oneself(cli, book)
    if not is_borrowed(book.journal, cli.settings):
        return Looked(book, mentor(cli, book, key) if write else reviewer)
    mine = borrow(book, cli.settings)
    cli.stack.callback(mine.journal.close)
    who = mentor(cli, mine, key) if write else reviewer
    return Looked(mine, who, (cli.say("transport.borrowed", path=cli.settings.state),), is_borrowed=True)


def deciding(cli: Cli, key: str) -> tuple[Workbook, Reviewer]:
    """The workbook in which a verb writes what is decided, and who decides; where it isn't the named file, say so.

    Raises:
        IkuseiError: as for ``look``.
    """
    looked = look(cli, write=True, key=key)
    for sentence in looked.told:
        cli.out.tell(sentence)
    return looked.book, looked.reviewer


def chosen(cli: Cli, waiting: tuple[Waiting, ...], item: str, trainee: str) -> Waiting:
    """The claim that is meant by the beginning of a criterion's id, of one trainee where several are in the journal.

    Raises:
        UsageError: none waits, or several do.
    """
    people = waiting[0].book.journal.people() if waiting else {}
    meant = {each.book.trainee: people.get(each.book.trainee, "") for each in waiting}
    if trainee and waiting:
        meant = {pick_person(trainee, meant): ""}
    wanted = item.strip().lower()
    found = [each for each in waiting if each.view.criterion.id.startswith(wanted) and each.book.trainee in meant]
    exact = [each for each in found if each.view.criterion.id == wanted]
    found = exact or found
    if not found:
        raise UsageError("cli.review.none", item=item)
    if len(found) > 1:
        names = ", ".join(
            f"{people.get(each.book.trainee, each.book.trainee)} {each.view.criterion.id}" for each in found
        )
        raise UsageError("cli.review.several", item=item, found=names)
    return found[0]


def one_trainee(book: Workbook, typed: str, reviewer: str) -> str:
    """The id of the trainee that is meant: the one that was typed, else the only one whom *reviewer* isn't.

    Raises:
        UsageError: nobody is meant, or more than one.
    """
    people = book.journal.people()
    known = {each: people.get(each, "") for each in book.journal.trainees() if each != reviewer}
    if typed or len(known) != 1:
        return pick_person(typed, known)
    return next(iter(known))


def is_meant(person: str, typed: str, people: dict[str, str]) -> bool:
    """Whether what was typed can name a person, as everywhere (``pick_person``); nothing typed means anybody."""
    return not typed.strip() or person in matches(typed, people)
