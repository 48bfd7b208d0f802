"""What the verbs of a mentor share: who they are, in which journal they write, and which claim is meant."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from shlex import quote
from typing import TYPE_CHECKING

from tui.cli.line.context import Cli
from tui.cli.line.people import matches, pick_of
from tui.cli.mentor.signing_as import mentor, own_reviewer
from tui.errors import UsageError
from tui.lang import Lang, say
from tui.record import record
from tui.workbook.standings.people_names import found_by, ids_of, persons

if TYPE_CHECKING:
    from tui.journal.bundle.preview import Preview
    from tui.workbook.mentor.reviewing import Waiting
    from tui.workbook.setup.reviewer import Reviewer
    from tui.workbook.standings.workbook import Workbook


@record
class Looked:
    """What a mentor looks at.

    Args:
        book: the workbook that takes what is decided.
        reviewer: who looks.
        told: sentences to show first.
        source: somebody else's file, from which *book* was filled; None where one's own journal was looked at.
        needs_a_look: whether something that came in for it needs a look.
    """

    book: Workbook
    reviewer: Reviewer
    told: tuple[str, ...] = ()
    source: Workbook | None = None
    needs_a_look: bool = False


def look(cli: Cli, *, write: bool, key: str = "") -> Looked:
    """Open what a mentor looks at: one's own journal; with what is new in somebody else's file, where one was named.

    Args:
        cli: the call.
        write: whether something may be written, and signed; the own journal is written to in any case.
        key: the key to sign with, where one was named.

    Raises:
        UsageError: nobody has said who they are.
        IkuseiError: it can't be opened, or what is new in it can't be taken over.
    """
    from tui.workbook.exchange.foreign_review import review_foreign  # ``--help`` needs no journal
    from tui.workbook.setup.their_policy import MOST_TOLD, their_numbers

    if not cli.is_others:
        book = cli.open_book(write=write)
        return Looked(book, mentor(cli, book, key) if write else own_reviewer(cli, book))
    theirs = cli.open_book(write=False)
    own_reviewer(cli, theirs)
    brought: list[Preview] = []
    mine = review_foreign(theirs, cli.settings, brought.append)
    cli.stack.callback(mine.journal.close)
    cli.stack.callback(cli.tell_distrust, mine)
    who = mentor(cli, mine, key) if write else own_reviewer(cli, mine)
    told = [cli.say(each.key, **each.fields) for each in theirs.journal.problems]
    names = mine.authority.names if brought else {}
    told += (sentence for found in brought for sentence in look_text(found.known_as(names), cli.lang))
    told += filter(None, (cli.theirs_ignored(),))
    other = their_numbers(theirs.journal.path, mine.policy)
    if other:
        shown = cli.say("transport.said.and").join(
            cli.say("workbook.their_number", number=number, theirs=value, ours=ours or cli.say("words.unset"))
            for number, value, ours in other[:MOST_TOLD]
        )
        more = len(other) - MOST_TOLD
        key = "workbook.their_policy_more" if more > 0 else "workbook.their_policy"
        told.append(cli.say(key, numbers=shown, more=more))
    needs_a_look = any(found.needs_a_look for found in brought)
    return Looked(mine, who, tuple(told), source=theirs, needs_a_look=needs_a_look)


def look_text(found: Preview, lang: Lang) -> Iterator[str]:
    """What is told of what came in before it is reviewed."""
    from tui.workbook.exchange.intake_words import warnings_of  # most look at their own journal

    yield from warnings_of(found, lang)
    if found.needs_a_look:
        yield say(lang, "transport.needs_a_look")


def deciding(cli: Cli, key: str) -> Looked:
    """What a verb decides on, and by whom; what is to be told first is told.

    Raises:
        IkuseiError: as for ``look``.
    """
    looked = look(cli, write=True, key=key)
    for sentence in looked.told:
        cli.out.tell_once(sentence)
    return looked


def tell_where(cli: Cli, looked: Looked) -> None:
    """Bring what was decided to the trainee whose file was looked at, and say which way it goes.

    Raises:
        IkuseiError: the own journal can't be read.
    """
    if looked.source is not None:
        cli.out.tell(delivery_text(looked.book, looked.source, cli.lang))


def delivery_text(mine: Workbook, theirs: Workbook, lang: Lang) -> str:
    """Put what was decided into the trainee's drop folder, and say in a sentence what became of it.

    Raises:
        IkuseiError: the own journal can't be read.
    """
    from tui.workbook.exchange.delivery import deliver  # most decide on what came as a bundle

    done = deliver(mine, theirs)
    if done.why:
        key = "transport.not_delivered_push" if done.has_host else "transport.not_delivered"
        return say(lang, key, inbox=done.inbox, why=done.why, name=quote(theirs.name))
    key = "transport.delivered" if done.events else "transport.nothing_to_deliver"
    return say(lang, key, inbox=done.inbox, events=done.events)


def chosen(
    waiting: tuple[Waiting, ...], item: str, trainee: str, confirmed: Callable[[], tuple[Waiting, ...]] = tuple
) -> Waiting:
    """The claim that is meant by the beginning of a criterion's id, of one trainee where several are in the journal.

    Args:
        waiting: the claims that wait.
        item: what was typed.
        trainee: whose claim, as typed; empty where there is only one.
        confirmed: gives the claims that are meant where none waits.

    Raises:
        UsageError: none waits, or several do.
    """
    found = _meant(waiting, item, trainee) or _meant(confirmed(), item, trainee)
    if not found:
        raise UsageError("cli.review.none", item=item)
    if len(found) > 1:
        listed = ", ".join(f"{each.book.label} {each.view.criterion.id}" for each in found)
        raise UsageError("cli.review.several", item=item, found=listed)
    return found[0]


def _meant(waiting: tuple[Waiting, ...], item: str, trainee: str) -> list[Waiting]:
    meant = {each.book.trainee for each in waiting}
    if trainee and waiting:
        # Of everybody, not only those of whom something waits: a name must not slide on to somebody else.
        book = waiting[0].book
        meant = set(ids_of(book, pick_of(book, trainee, book.trainees())))
    wanted = item.strip().lower()
    found = [each for each in waiting if each.view.criterion.id.startswith(wanted) and each.book.trainee in meant]
    return [each for each in found if each.view.criterion.id == wanted] or found


def one_trainee(book: Workbook, typed: str, reviewer: str) -> str:
    """The id of the trainee that is meant: the one that was typed, else the only one whom *reviewer* isn't.

    Raises:
        UsageError: nobody is meant, or more than one.
    """
    own_ids = ids_of(book, reviewer)
    known = [each for each in book.trainees() if each not in own_ids]
    if typed or len(known) != 1:
        # Who has several ids is in the journal under any of them.
        picked = ids_of(book, pick_of(book, typed, known))
        return next((each for each in picked if each in known), picked[0])
    return known[0]


def is_meant(person: str, typed: str, book: Workbook) -> bool:
    """Whether what was typed can name a person, as everywhere (``pick_person``); nothing typed means anybody."""
    if not typed.strip():
        return True
    joined = book.authority.joined
    meant = matches(joined.get(typed.strip(), typed), persons(book), found_by(book))
    return joined.get(person, person) in meant
