"""``ikusei pull`` and ``push``: fetch the records of trainees over ssh, and bring the decisions back."""

from __future__ import annotations

from tui.cli.answers.preview_lines import show_preview, show_warnings
from tui.cli.exchange.hosts import Stop, Wish, asks, params, stops, visit
from tui.cli.line.context import Cli
from tui.cli.line.verb import Verb
from tui.cli.mentor.bundle_review import own_book
from tui.errors import UsageError
from tui.journal.bundle.preview import Preview
from tui.lang import Lang
from tui.workbook.exchange.over_ssh import bring, fetch
from tui.workbook.setup.identity import reviewer_of
from tui.workbook.setup.reviewer import Reviewer
from tui.workbook.standings.workbook import Workbook


def verb(lang: Lang) -> Verb:
    """The verb ``pull`` with its arguments and options."""
    return Verb("pull", run, lang, "transport.pull.help", params(lang), more="transport.pull.more")


def push_verb(lang: Lang) -> Verb:
    """The verb ``push`` with its arguments and options."""
    return Verb("push", run_push, lang, "transport.push.help", params(lang), more="transport.push.more")


def run(cli: Cli, *, is_dry: bool, **typed: object) -> int:
    """Fetch what is new, host by host, into the mentor's own journal.

    Returns:
        0, or 1 where a host failed or something needs a look.

    Raises:
        IkuseiError: nobody has said who they are, or it isn't known whom to visit.
    """
    book, reviewer = _oneself(cli, write=not is_dry)

    def act(stop: Stop) -> tuple[str, bool]:
        def agrees(found: Preview) -> bool:
            stop.check(found)
            (show_preview if is_dry else show_warnings)(cli, found.known_as(book.authority.names))
            return not is_dry

        taken = fetch(book.journal, stop.host, cli.lang, asks=asks(), about=stop.about, agrees=agrees)
        if is_dry:
            return cli.say("transport.pull.would", new=taken.found.fresh), taken.found.needs_a_look
        return cli.say("transport.pull.done", new=taken.events), taken.found.needs_a_look

    return visit(cli, stops(cli, book, reviewer, _wish(typed)), act)


def run_push(cli: Cli, *, is_dry: bool, **typed: object) -> int:
    """Send what mentors said from the mentor's own journal, host by host.

    Returns:
        0, or 1 where a host failed or something needs a look.

    Raises:
        IkuseiError: nobody has said who they are, or it isn't known whom to visit.
    """
    book, reviewer = _oneself(cli, write=False)

    def act(stop: Stop) -> tuple[str, bool]:
        if not stop.is_certain:
            raise UsageError("transport.nothing_of", name=stop.name)
        brought = bring(book, stop.host, cli.lang, also=stop.also, asks=asks(), is_dry=is_dry)
        if not brought.events:
            return cli.say("transport.push.nothing"), False
        for line in brought.remarks if is_dry or brought.needs_a_look else ():
            cli.out.remark(f"  {line}")
        if is_dry:
            return cli.say("transport.push.would", events=brought.events), brought.needs_a_look
        return cli.say("transport.push.done", events=brought.events, answer=brought.answer), brought.needs_a_look

    return visit(cli, stops(cli, book, reviewer, _wish(typed)), act)


def _oneself(cli: Cli, *, write: bool) -> tuple[Workbook, Reviewer]:
    book = own_book(cli, write=write)
    reviewer = reviewer_of(book.journal)
    if reviewer is None:
        raise UsageError("cli.me.nobody")
    return book, reviewer


def _wish(typed: dict[str, object]) -> Wish:
    return Wish(**typed)  # type: ignore[arg-type]  # click has converted each value to its type
