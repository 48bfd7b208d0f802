"""``ikusei log``: write an entry."""

from __future__ import annotations

from typing import Any

import click

from tui.cli.answers.standings import tell_forecast, tell_touched
from tui.cli.line.context import Cli
from tui.cli.line.entry_options import entry_options, require_sure, typed_of
from tui.cli.line.ids import IdParam, IdWanted, loggable, pick
from tui.cli.line.verb import Verb
from tui.lang import Lang
from tui.workbook.trainee.entry_typed import read_entry
from tui.workbook.trainee.evidence_typed import unread_texts
from tui.workbook.trainee.writing import log
from tui.workbook.wording.standings import SHORT


def verb(lang: Lang) -> Verb:
    """The verb with its arguments and options."""
    items = click.Argument(["items"], nargs=-1, required=True, metavar="ITEM...", type=IdParam(loggable))
    return Verb("log", run, lang, "commands.log.help", [items, *entry_options(lang)], more="cli.log.more")


def run(cli: Cli, items: tuple[str, ...], *, is_sure: bool, **fields: Any) -> int:  # noqa: ANN401 - the other options
    """Write the entry, and show how far its criteria are now.

    Raises:
        IkuseiError: a field can't be read, or the journal can't be written.
    """
    book = cli.workbook(write=True)
    choices = list(loggable(book.pack, book.policy))
    wanted = IdWanted(book.pack, "cli.id.log", "cli.id.log_ticked")
    form = read_entry(book, [pick(item, choices, wanted).id for item in items], typed_of(**fields))
    require_sure(form, book.today(), is_sure=is_sure)
    tell_forecast(cli, book, form)
    entry = book.journal.entry(log(book, form))
    assert entry is not None  # just written
    level = cli.say(f"words.supervision.{entry.supervision}")
    cli.out.line(f"{entry.id[:SHORT]}  {entry.day.isoformat()}  {level}")
    for line in unread_texts(entry, cli.lang):
        cli.out.tell(line)
    tell_touched(cli, book, entry.items)
    return 0
