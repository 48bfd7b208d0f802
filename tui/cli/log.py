"""``ikusei log``: write down something done."""

from __future__ import annotations

import click

from tui.cli.context import Cli
from tui.cli.entry_options import entry_options
from tui.cli.ids import IdParam, Wanted, loggable, pick
from tui.cli.standings import tell_forecast, tell_touched
from tui.cli.verb import Verb
from tui.lang import Lang
from tui.workbook.evidence_ref import unread_texts
from tui.workbook.forecast import likely_level
from tui.workbook.parsing import parse_day, parse_findings, parse_quantity, parse_ratio, parse_supervision
from tui.workbook.writing import EntryForm, log

SHORT = 8
"""Characters of an event's hash that stand for it."""


def verb(lang: Lang) -> Verb:
    """How it is called."""
    items = click.Argument(["items"], nargs=-1, required=True, metavar="ITEM...", type=IdParam(loggable))
    return Verb("log", run, lang, "commands.log.help", [items, *entry_options(lang)], more="cli.log.more")


def run(
    cli: Cli,
    items: tuple[str, ...],
    *,
    day: str | None,
    quantity: str | None,
    ratio: str | None,
    findings: str | None,
    supervision: str | None,
    note: str | None,
    evidence: tuple[str, ...],
) -> int:
    """Write the entry, and say how far its criteria are now.

    Raises:
        IkuseiError: a field can't be read, or it can't be written.
    """
    book = cli.workbook(write=True)
    choices = list(loggable(book.pack, book.policy))
    wanted = Wanted(book.pack, "cli.id.log", "cli.id.log_ticked")
    chosen = [pick(item, choices, wanted) for item in items]
    pair = parse_ratio(ratio or "")
    form = EntryForm(
        items=tuple(dict.fromkeys(each.id for each in chosen)),
        day=parse_day(day or "", book.today()),
        quantity=parse_quantity(quantity or ""),
        hits=pair[0] if pair else None,
        total=pair[1] if pair else None,
        findings=parse_findings(findings or ""),
        supervision=parse_supervision(supervision) if supervision else likely_level(book, (each.id for each in chosen)),
        note=note or "",
        evidence=evidence,
    )
    tell_forecast(cli, book, form)
    entry = book.journal.entry(log(book, form))
    assert entry is not None  # just written
    level = cli.say(f"words.supervision.{entry.supervision}")
    cli.out.line(f"{entry.id[:SHORT]}  {entry.day.isoformat()}  {level}")
    for line in unread_texts(entry, cli.lang):
        cli.out.tell(line)
    tell_touched(cli, book, entry.items)
    return 0
