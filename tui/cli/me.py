"""``ikusei me``: who one is, in one's own state file; a mentor needs no role for it."""

from __future__ import annotations

import click

from tui.cli.context import Cli
from tui.cli.verb import Verb
from tui.errors import UsageError
from tui.lang import Lang


def verb(lang: Lang) -> Verb:
    """How it is called."""
    name = click.Argument(["name"], required=False, metavar="[NAME]")
    return Verb("me", run, lang, "cli.me.help", [name], more="cli.me.more")


def run(cli: Cli, name: str | None) -> int:
    """Say who one is, or write who is known.

    Raises:
        IkuseiError: nobody is known yet, the name is empty, or it can't be written.
    """
    from tui.workbook.identity import name_oneself, reviewer_of  # noqa: PLC0415 - ``--help`` needs none of it

    if name is None and not cli.settings.state.exists():
        raise UsageError("cli.me.nobody")
    book = cli.open_book(write=name is not None, create=name is not None)
    person = reviewer_of(book.journal) if name is None else name_oneself(book.journal, name)
    if person is None:
        raise UsageError("cli.me.nobody")
    cli.out.line(f"{person.id}  {person.name}")
    return 0
