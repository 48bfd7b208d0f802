"""``ikusei undo`` and ``ikusei redo``: take back what was done last, and bring it back; both write new events."""

from __future__ import annotations

from typing import Final

import click

from tui.cli.line.context import Cli
from tui.cli.line.verb import Verb
from tui.errors import UsageError
from tui.lang import Lang
from tui.workbook.setup.identity import author_of
from tui.workbook.setup.ownership import is_there
from tui.workbook.standings.workbook import Workbook
from tui.workbook.wording.undoing import bring_back, take_back

GAP: Final = "  "
"""What separates the columns of a line, as in ``ikusei journal``."""


def verb(lang: Lang) -> Verb:
    """The verb ``undo`` with its arguments and options."""
    event = click.Argument(["event"], required=False, default="", metavar="[ID]")
    return Verb("undo", run, lang, "commands.undo.help", [event], more="cli.undo.more")


def redo_verb(lang: Lang) -> Verb:
    """The verb ``redo`` with its arguments and options."""
    return Verb("redo", run_redo, lang, "commands.redo.help", more="cli.redo.more")


def run(cli: Cli, event: str) -> int:
    """Undo the last thing or the named event, and show what was undone.

    Raises:
        IkuseiError: there is nothing to undo, or the journal can't be written.
    """
    book, author = _opened(cli)
    cli.out.line(take_back(book, author, cli.lang, event, GAP))
    return 0


def run_redo(cli: Cli) -> int:
    """Redo what was undone last, and show what it was.

    Raises:
        IkuseiError: there is nothing to redo, or the journal can't be written.
    """
    book, author = _opened(cli)
    cli.out.line(bring_back(book, author, cli.lang, GAP))
    return 0


def _opened(cli: Cli) -> tuple[Workbook, str]:
    """The workbook, and the id of the user who writes in it.

    Raises:
        IkuseiError: it can't be opened, or nobody has said whose it is.
    """
    # A lead has no trainee's workbook, but may undo their assessments of duties.
    book = cli.open_book(write=True) if is_there(cli.settings.state) else cli.workbook(write=True)
    author = author_of(book)
    if not author.id:
        raise UsageError("cli.nobody", path=cli.settings.state)
    for warning in book.journal.warnings:
        cli.out.tell(cli.say(warning.key, **warning.fields))
    return book, author.id
