"""click's errors about a command line, in our own sentences."""

from __future__ import annotations

import click
from click.exceptions import NoArgsIsHelpError

from tui.cli.line.group import Verbs
from tui.lang import Lang, say


def sentence(error: click.UsageError, lang: Lang) -> str:
    """One sentence: what is wrong and how to mend it."""
    ctx = error.ctx
    command = ctx.command_path if ctx else "ikusei"
    match error:
        case NoArgsIsHelpError() if ctx is not None and isinstance(ctx.command, Verbs):
            return say(lang, "cli.verb_missing", command=command, verbs=", ".join(ctx.command.verbs))
        case click.NoSuchOption():
            stands_before = ctx is not None and any(error.option_name in p.opts for p in ctx.find_root().command.params)
            key = "cli.option_before_verb" if stands_before else "cli.no_such_option"
            return say(lang, key, option=error.option_name, command=command)
        case click.MissingParameter():
            return say(lang, "cli.missing", name=_name(error.param, ctx), command=command)
        case click.BadOptionUsage():
            return say(lang, "cli.bad_option", option=error.option_name, command=command)
        case _:
            return say(lang, "cli.usage", message=error.format_message(), command=command)


def _name(param: click.Parameter | None, ctx: click.Context | None) -> str:
    if isinstance(param, click.Option):
        return max(param.opts, key=len)
    return param.make_metavar(ctx) if param is not None and ctx is not None else ""
