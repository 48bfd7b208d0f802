"""Shared by the verbs of a mentor: in which journal they write, and which claim is meant."""

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
    """What a mentor reviews.

    Args:
        book: the workbook that gets the decisions.
        reviewer: the mentor.
        told: sentences to show first.
        source: somebody else's file, from which *book* was filled; None where the mentor's own journal is reviewed.
        needs_a_look: whether something that was taken into *book* needs a look.
    """

    book: Workbook
    reviewer: Reviewer
    told: tuple[str, ...] = ()
    source: Workbook | None = None
    needs_a_look: bool = False


def look(cli: Cli, *, write: bool, key: str = "") -> Looked:
    """Open the mentor's own journal for review; first take in what is new in somebody else's file, if one was named.

    Args:
        cli: the call.
        write: whether the mentor wants to decide, and sign. What is new in a file is taken in in any case.
        key: the key to sign with, from ``--key``; or empty.

    Raises:
        UsageError: nobody has said who they are.
        IkuseiError: a file can't be opened, or what is new in it can't be taken in.
    """
    from tui.workbook.exchange.foreign_review import review_foreign  # ``--help`` doesn't need it
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
    """Sentences about what was taken in, to tell before it is reviewed."""
    from tui.workbook.exchange.intake_words import warnings_of  # only needed after something was taken in

    yield from warnings_of(found, lang)
    if found.needs_a_look:
        yield say(lang, "transport.needs_a_look")


def deciding(cli: Cli, key: str) -> Looked:
    """Open what a verb decides on, as ``look`` does, and tell its sentences.

    Raises:
        IkuseiError: as for ``look``.
    """
    looked = look(cli, write=True, key=key)
    for sentence in looked.told:
        cli.out.tell_once(sentence)
    return looked


def tell_where(cli: Cli, looked: Looked) -> None:
    """Deliver the decisions to the trainee whose file was reviewed, and tell the user how they travel.

    Raises:
        IkuseiError: the own journal can't be read.
    """
    if looked.source is not None:
        cli.out.tell(delivery_text(looked.book, looked.source, cli.lang))


def delivery_text(mine: Workbook, theirs: Workbook, lang: Lang) -> str:
    """Put the decisions into the trainee's drop folder; return a sentence about it.

    Raises:
        IkuseiError: the own journal can't be read.
    """
    from tui.workbook.exchange.delivery import deliver  # only needed after reviewing somebody else's file

    done = deliver(mine, theirs)
    if done.why:
        key = "transport.not_delivered_push" if done.has_host else "transport.not_delivered"
        return say(lang, key, inbox=done.inbox, why=done.why, name=quote(theirs.name))
    key = "transport.delivered" if done.events else "transport.nothing_to_deliver"
    return say(lang, key, inbox=done.inbox, events=done.events)


def chosen(
    waiting: tuple[Waiting, ...], item: str, trainee: str, confirmed: Callable[[], tuple[Waiting, ...]] = tuple
) -> Waiting:
    """The claim on the criterion whose id begins with *item*, of the trainee that *trainee* names.

    Args:
        waiting: the claims that wait.
        item: the beginning of the criterion's id, as typed.
        trainee: whose claim it is, as typed; empty: anybody's.
        confirmed: gives further claims, which are searched if no waiting one fits.

    Raises:
        UsageError: no claim fits, or several do.
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
        # The name is looked up among all trainees, not only those with a waiting claim: else it could match the
        # wrong person.
        book = waiting[0].book
        meant = set(ids_of(book, pick_of(book, trainee, book.trainees())))
    wanted = item.strip().lower()
    found = [each for each in waiting if each.view.criterion.id.startswith(wanted) and each.book.trainee in meant]
    return [each for each in found if each.view.criterion.id == wanted] or found


def one_trainee(book: Workbook, typed: str, reviewer: str) -> str:
    """The id of the trainee whom *typed* names; if it is empty, of the only trainee who isn't *reviewer*.

    Raises:
        UsageError: nobody is meant, or more than one.
    """
    own_ids = ids_of(book, reviewer)
    known = [each for each in book.trainees() if each not in own_ids]
    if typed or len(known) != 1:
        # A person with several ids may be in the journal under any of them.
        picked = ids_of(book, pick_of(book, typed, known))
        return next((each for each in picked if each in known), picked[0])
    return known[0]


def is_meant(person: str, typed: str, book: Workbook) -> bool:
    """Whether *typed* can name *person*, by the rules of ``pick_person``; an empty text names anybody."""
    if not typed.strip():
        return True
    joined = book.authority.joined
    meant = matches(joined.get(typed.strip(), typed), persons(book), found_by(book))
    return joined.get(person, person) in meant
