"""``ikusei correct``: correct an entry; what isn't named stays as it was."""

from __future__ import annotations

from typing import Any

import click

from tui.cli.answers.standings import tell_forecast, tell_touched
from tui.cli.line.context import Cli
from tui.cli.line.entry_options import entry_options, require_sure, typed_of
from tui.cli.line.ids import IdParam, IdWanted, loggable, pick
from tui.cli.line.verb import Verb, option
from tui.errors import UsageError
from tui.journal.event import Entry, Kind
from tui.lang import Lang
from tui.workbook.standings.workbook import Workbook
from tui.workbook.trainee.entry_typed import read_entry
from tui.workbook.trainee.evidence_typed import unread_texts
from tui.workbook.trainee.writing import correct, form_of
from tui.workbook.wording.standings import SHORT


def verb(lang: Lang) -> Verb:
    """The verb with its arguments and options."""
    params = [
        click.Argument(["entry"], metavar="ENTRY"),
        option(lang, "-i --item items", "cli.correct.item", "ITEM", multiple=True, type=IdParam(loggable)),
        *entry_options(lang),
    ]
    return Verb("correct", run, lang, "cli.correct.help", params, more="cli.correct.more")


def run(cli: Cli, entry: str, *, items: tuple[str, ...], is_sure: bool, **fields: Any) -> int:  # noqa: ANN401 - see ``log``
    """Write the correction, and say how far its criteria are now.

    Raises:
        IkuseiError: there is no such entry, a field can't be read, or the journal can't be written.
    """
    book = cli.workbook(write=True)
    found = _entry(book, entry)
    before = form_of(found)
    chosen = list(loggable(book.pack, book.policy)) if items else []
    wanted = IdWanted(book.pack, "cli.id.log", "cli.id.log_ticked")
    named = [pick(item, chosen, wanted).id for item in items] or before.items
    form = read_entry(book, named, typed_of(**fields), before)
    if form == before:
        raise UsageError("cli.nothing_to_correct", id=entry)
    require_sure(form, book.today(), is_sure=is_sure or form.day == before.day)
    tell_forecast(cli, book, form)
    correct(book, found, form)
    cli.out.line(f"{found.id[:SHORT]}  {cli.say('screens.corrected')}")
    for line in unread_texts(book.journal.entry(found.id), cli.lang):
        cli.out.tell(line)
    tell_touched(cli, book, {*before.items, *form.items})
    return 0


def _entry(book: Workbook, prefix: str) -> Entry:
    """The entry named by the beginning of an event's hash: of its own event, or of one of its corrections."""
    event = book.journal.event(prefix)
    entry_id = str(event.body.get("entry", "")) if event.kind == Kind.CORRECTION else event.hash
    entry = book.journal.entry(entry_id)
    if entry is None or entry.trainee != book.trainee:
        raise UsageError("cli.no_entry", id=prefix)
    return entry
