"""``ikusei tick``: tick or untick points, learning items, topics and readings."""

from __future__ import annotations

import click

from tui.cli.answers.standings import tell_touched
from tui.cli.line.context import Cli
from tui.cli.line.ids import IdParam, IdWanted, pick, tickable
from tui.cli.line.verb import Verb, option
from tui.lang import Lang
from tui.workbook.trainee.writing import set_tick


def verb(lang: Lang) -> Verb:
    """The verb with its arguments and options."""
    params = [
        click.Argument(["items"], nargs=-1, required=True, metavar="ITEM...", type=IdParam(tickable)),
        option(lang, "--off", "cli.tick.off"),
    ]
    return Verb("tick", run, lang, "commands.tick.help", params, more="cli.tick.more")


def run(cli: Cli, items: tuple[str, ...], off: bool) -> int:
    """Tick or untick all *items*, or none if one isn't known; for a heading, everything below it.

    Raises:
        IkuseiError: something can't be ticked, or the journal can't be written.
    """
    book = cli.workbook(write=True)
    choices = list(tickable(book.pack, book.policy))
    wanted = IdWanted(book.pack, "cli.id.tick")
    chosen = list(dict.fromkeys(pick(item, choices, wanted) for item in items))
    marks = cli.glyphs
    for each in chosen:
        set_tick(book, each.id, on=not off)
        cli.out.line(f"{marks.unticked if off else marks.ticked} {each.id}  {cli.of(each.name)}")
    tell_touched(cli, book, [each.id for each in chosen])
    return 0
