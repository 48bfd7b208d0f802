"""``ikusei journal``: what was written when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Final

from tui.cli.answers.data import moment
from tui.cli.line.context import Cli
from tui.cli.line.ids import IdParam, everything
from tui.cli.line.table import Form, form_of, form_options, write_rows
from tui.cli.line.verb import OneOf, Verb, option
from tui.journal.event import Event, Fate, Kind
from tui.journal.register import EventFilter
from tui.lang import Lang
from tui.workbook.setup.ownership import is_there
from tui.workbook.standings.people_names import labels
from tui.workbook.trainee.parsing import parse_quantity
from tui.workbook.wording.pack_names import names_in, names_of
from tui.workbook.wording.standings import event_kind, event_subject

COLUMNS: Final = (
    *("hash", "recorded", "kind", "kind_name", "item", "about"),
    *("author", "author_name", "trainee", "trainee_name", "undone", "corrected", "withdrawn"),
)
"""Columns of CSV and TSV."""


def verb(lang: Lang) -> Verb:
    """The verb with its arguments and options."""
    params = [
        option(lang, "-n --limit", "cli.journal.limit", "N", default="20"),
        option(lang, "-i --item", "cli.journal.item", "ID", default="", type=IdParam(everything)),
        option(lang, "-k --kind", "cli.journal.kind", "KIND", type=OneOf(Kind)),
        *form_options(lang),
    ]
    return Verb("journal", run, lang, "cli.journal.help", params)


def run(cli: Cli, limit: str, item: str, kind: str | None, **asked: bool) -> int:
    """Write the newest events, the latest first.

    Raises:
        IkuseiError: the journal can't be read.
    """
    form = form_of(**asked)
    # A lead's journal may have no trainee of its own; its events about others and the organisation are shown too.
    book = cli.open_book(write=False) if is_there(cli.settings.state) else cli.workbook()
    wanted = EventFilter(kinds=frozenset({kind} if kind else ()), item=item.strip().lower())
    events = book.journal.events(wanted, parse_quantity(limit))
    fates = book.journal.fates(event.hash for event in events)
    if form is Form.JSON:
        told = ({str(fate): fates.get(event.hash) is fate for fate in Fate} for event in events)
        cli.out.json([asdict(event) | fate for event, fate in zip(events, told, strict=True)])
        return 0
    names = names_of(book, cli.lang) | names_in(events, book, cli.lang)
    if form is not Form.LINES:
        people = labels(book)
        rows = (_row(event, fates.get(event.hash), names, people, cli.lang) for event in events)
        write_rows(cli.out, form, COLUMNS, rows)
        return 0
    from tui.drawing.event import event_line  # programs need no drawing

    pen = cli.pen(book.pack, book)
    others = {person: name for person, name in labels(book).items() if person != book.trainee}
    cli.out.draw(event_line(event, fates.get(event.hash), pen, names, others) for event in events)
    if not events:
        cli.out.tell(cli.say("cli.journal.nothing"))
    return 0


def _row(
    event: Event, fate: Fate | None, names: Mapping[str, str], people: Mapping[str, str], lang: Lang
) -> list[object]:
    who = [event.author, people.get(event.author, ""), event.trainee, people.get(event.trainee, "")]
    items = event.item or event.body.get("items")  # an entry may name several items
    said = [event_kind(event, lang), items, event_subject(event, names, lang)]
    return [event.hash, moment(event.recorded), event.kind, *said, *who, *(fate is each for each in Fate)]
