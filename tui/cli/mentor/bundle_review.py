"""Reviewing a bundle from a pipe or a USB stick: it is taken into the mentor's own journal first."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tui.cli.line.context import Cli
from tui.cli.line.streams import STDIN, is_typed, opened
from tui.cli.mentor.claims import Looked, look_text
from tui.cli.mentor.signing_as import mentor
from tui.errors import BundleError, UsageError
from tui.journal.event import ORGANISATION
from tui.text.apart import told_apart
from tui.workbook.exchange.intake import Taken, require_somebodys, take_in
from tui.workbook.setup.settings import beside
from tui.workbook.standings.workbook import Workbook


def look_at_bundle(cli: Cli, source: str, key: str = "") -> Looked:
    """Take a bundle into the mentor's own journal, whole or not at all, and open that journal for review.

    A mentor takes in anybody's records.

    Args:
        cli: the call.
        source: a file, or ``-`` for standard input.
        key: the key to sign with, from ``--key``; or empty.

    Raises:
        UsageError: nobody has said who they are.
        BundleError: the bundle is refused.
        JournalError: the own journal can't be read or written.
    """
    if source == STDIN and is_typed():
        raise UsageError("transport.no_pipe")
    book = own_book(cli, write=True)
    reviewer = mentor(cli, book, key)
    try:
        with opened(source) as stream:
            taken = take_in(book.journal, stream, None)
            taken = replace(taken, found=taken.found.known_as(book.authority.names))
    except BundleError as error:
        if error.key == "bundle.state_file":
            raise BundleError("transport.state_file", error.line, path=Path(source)) from error
        raise
    told = (arrival(cli, taken), *look_text(taken.found, cli.lang))
    return Looked(book, reviewer, told, needs_a_look=taken.found.needs_a_look)


def own_book(cli: Cli, *, write: bool) -> Workbook:
    """The user's own workbook, whatever file the call is about; it is closed at the end of the call.

    Raises:
        UsageError: there is none, or nobody has said whose it is.
        IkuseiError: it can't be opened.
    """
    own = cli.settings.own
    if not own.exists():
        raise UsageError("bundle.nobodys", path=own)
    book = replace(cli, settings=beside(cli.settings, own)).open_book(write=write)
    require_somebodys(book.journal)
    for warning in book.journal.warnings if write else ():
        cli.out.tell(cli.say(warning.key, **warning.fields))
    return book


def arrival(cli: Cli, taken: Taken) -> str:
    """In one sentence, how many events came in and whom they are about."""
    found = taken.found
    names = {**told_apart(found.names), ORGANISATION: cli.say("bundle.organisation")}
    people = ", ".join(names.get(each, each) for each in found.new if each) or cli.say("bundle.nobody")
    if not taken.events:
        return cli.say("transport.arrived_before", events=found.events)
    return cli.say("transport.arrived", new=taken.events, events=found.events, people=people)
