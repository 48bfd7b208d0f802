"""``ikusei correct``: correct an entry; what isn't named stays as it was."""

from __future__ import annotations

import click

from tui.cli.context import Cli
from tui.cli.entry_options import entry_options
from tui.cli.ids import IdParam, Wanted, loggable, pick
from tui.cli.log import SHORT
from tui.cli.standings import tell_forecast, tell_touched
from tui.cli.verb import Verb, option
from tui.errors import UsageError
from tui.journal.event import Entry, Kind
from tui.lang import Lang
from tui.workbook.evidence_ref import unread_texts
from tui.workbook.parsing import parse_day, parse_findings, parse_quantity, parse_ratio, parse_supervision
from tui.workbook.workbook import Workbook
from tui.workbook.writing import EntryForm, correct, form_of


def verb(lang: Lang) -> Verb:
    """How it is called."""
    params = [
        click.Argument(["entry"], metavar="ENTRY"),
        option(lang, "-i --item items", "cli.correct.item", "ITEM", multiple=True, type=IdParam(loggable)),
        *entry_options(lang),
    ]
    return Verb("correct", run, lang, "cli.correct.help", params, more="cli.correct.more")


def run(
    cli: Cli,
    entry: str,
    *,
    items: tuple[str, ...],
    day: str | None,
    quantity: str | None,
    ratio: str | None,
    findings: str | None,
    supervision: str | None,
    note: str | None,
    evidence: tuple[str, ...],
) -> int:
    """Write the correction, and say how far its criteria are now.

    Raises:
        IkuseiError: there is no such entry, a field can't be read, or it can't be written.
    """
    book = cli.workbook(write=True)
    found = _entry(book, entry)
    before = form_of(found)
    pair = (before.hits, before.total) if ratio is None else parse_ratio(ratio) or (None, None)
    chosen = list(loggable(book.pack, book.policy)) if items else []
    wanted = Wanted(book.pack, "cli.id.log", "cli.id.log_ticked")
    form = EntryForm(
        items=tuple(pick(item, chosen, wanted).id for item in items) or before.items,
        day=before.day if day is None else parse_day(day, book.today()),
        quantity=before.quantity if quantity is None else parse_quantity(quantity),
        hits=pair[0],
        total=pair[1],
        findings=before.findings if findings is None else parse_findings(findings),
        supervision=before.supervision if supervision is None else parse_supervision(supervision),
        note=before.note if note is None else note,
        evidence=evidence or before.evidence,
    )
    if form == before:
        raise UsageError("cli.nothing_to_correct", id=entry)
    tell_forecast(cli, book, form)
    correct(book, found, form)
    cli.out.line(f"{found.id[:SHORT]}  {cli.say('screens.corrected')}")
    for line in unread_texts(book.journal.entry(found.id), cli.lang):
        cli.out.tell(line)
    tell_touched(cli, book, {*before.items, *form.items})
    return 0


def _entry(book: Workbook, prefix: str) -> Entry:
    """The entry that an event's short id names: its own, or that of one of its corrections."""
    event = book.journal.event(prefix)
    entry_id = str(event.body.get("entry", "")) if event.kind == Kind.CORRECTION else event.hash
    entry = book.journal.entry(entry_id)
    if entry is None or entry.trainee != book.trainee:
        raise UsageError("cli.no_entry", id=prefix)
    return entry
