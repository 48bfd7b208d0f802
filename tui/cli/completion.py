"""``ikusei completion``: the script with which a shell completes verbs, options and ids."""

from __future__ import annotations

import click

from tui.cli.call import COMPLETE
from tui.cli.line.context import Cli
from tui.cli.line.verb import OneOf, Verb
from tui.lang import Lang

SHELLS = ("bash", "zsh", "fish")


def verb(lang: Lang) -> Verb:
    """The verb with its arguments and options."""
    shell = click.Argument(["shell"], metavar="bash|zsh|fish", type=OneOf(SHELLS))
    return Verb("completion", run, lang, "cli.completion.help", [shell], more="cli.completion.more")


def run(cli: Cli, shell: str) -> int:
    """Write the script."""
    from click.shell_completion import ShellComplete, get_completion_class  # asked for once

    from tui.cli.main import Ikusei  # the group imports this module

    made = get_completion_class(shell)
    assert made is not None  # click has all of SHELLS
    # click's own ``source`` for bash starts a bash to check its version; that of the base class doesn't.
    cli.out.text(ShellComplete.source(made(Ikusei(cli.lang), {}, "ikusei", COMPLETE)))
    return 0
