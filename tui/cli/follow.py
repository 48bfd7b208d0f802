"""``ikusei follow``: begin or stop following a role."""

from __future__ import annotations

import click

from tui.cli.line.choices import roles
from tui.cli.line.context import Cli
from tui.cli.line.ids import IdParam
from tui.cli.line.verb import OneOf, Verb, option
from tui.lang import Lang
from tui.workbook.trainee.writing import enrol, leave


def verb(lang: Lang) -> Verb:
    """The verb with its arguments and options."""
    params = [
        click.Argument(["role"], metavar="ROLE", type=IdParam(roles)),
        option(lang, "-s --step", "cli.follow.step", "0-3", type=OneOf("0123")),
        option(lang, "--off", "cli.follow.off"),
    ]
    return Verb("follow", run, lang, "cli.follow.help", params, more="cli.follow.more")


def run(cli: Cli, role: str, step: str | None, off: bool) -> int:
    """Follow the role from a STEP on, or stop following it; its entries stay either way.

    Raises:
        IkuseiError: the role is unknown, the only one, or the journal can't be written.
    """
    book = cli.workbook(write=True)
    chosen = OneOf(entry.id for entry in book.pack.roles).convert(role, None, None)
    name = next(cli.of(entry.name) for entry in book.pack.roles if entry.id == chosen)
    if off:
        leave(book, chosen)
    else:
        enrol(book, chosen, None if step is None else int(step))
    cli.out.line(cli.say("workbook.left_role" if off else "workbook.followed_role", name=name))
    return 0
