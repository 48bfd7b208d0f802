"""``ikusei open ID``: the screen, at one thing of the pack."""

from __future__ import annotations

import click

from tui.cli.line.context import Cli
from tui.cli.line.ids import IdParam, everything, named
from tui.cli.line.verb import Verb
from tui.cli.screen import open_screen
from tui.lang import Lang
from tui.workbook.setup.opening import open_pack


def verb(lang: Lang) -> Verb:
    """The verb with its arguments and options."""
    target = click.Argument(["id"], metavar="ID", type=IdParam(everything))
    return Verb("open", run, lang, "cli.open.help", [target])


def run(cli: Cli, id: str) -> int:  # noqa: A002 - the name of the argument
    """Open the screen at one thing of the pack.

    Raises:
        IkuseiError: nothing has this id, or the screen can't be opened.
    """
    return open_screen(cli, named(open_pack(cli.settings), id).id)
