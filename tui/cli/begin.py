"""``ikusei begin``: the first run without the screen."""

from __future__ import annotations

import click

from tui.cli.context import Cli
from tui.cli.verb import OneOf, Verb, option
from tui.errors import UsageError
from tui.lang import Lang
from tui.text.clean import stored
from tui.workbook.opening import open_pack
from tui.workbook.writing import begin


def verb(lang: Lang) -> Verb:
    """How it is called."""
    params = [
        click.Argument(["name"], metavar="NAME"),
        option(lang, "-r --role", "cli.begin.role", "ROLE", required=True),
        option(lang, "-s --step", "cli.begin.step", "0-3", type=OneOf("0123"), default="0"),
    ]
    return Verb("begin", run, lang, "cli.begin.help", params, more="cli.begin.more")


def run(cli: Cli, name: str, role: str, step: str) -> int:
    """Write who the trainee is; nothing is made before everything is known to be right.

    Raises:
        IkuseiError: the name is empty, the role unknown, somebody has begun already, or it can't be written.
    """
    if not stored(name):
        raise UsageError("workbook.no_name")
    pack = open_pack(cli.settings)
    chosen = OneOf(entry.id for entry in pack.roles).convert(role, None, None)
    book = cli.open_book(write=True, create=True)
    if book.trainee:
        raise UsageError("cli.begun_already", name=book.name, path=cli.settings.state)
    begin(book, name, chosen, int(step))
    cli.out.line(cli.say("cli.begun", name=book.name, role=next(cli.of(e.name) for e in pack.roles if e.id == chosen)))
    cli.out.tell(cli.say("cli.begun_where", path=cli.settings.state))
    return 0
