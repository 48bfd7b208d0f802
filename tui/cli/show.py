"""``ikusei show``: everything about one thing of the pack, and how far it is."""

from __future__ import annotations

import click

from tui.cli.answers.data import criterion_data, entry_data, ratio_counts, thread_data
from tui.cli.line.context import Cli
from tui.cli.line.ids import IdParam, everything, named
from tui.cli.line.verb import Verb, option, width_option
from tui.curriculum.export import as_table
from tui.curriculum.model import Criterion
from tui.curriculum.thing import Thing
from tui.lang import Lang
from tui.progress.counting import uncounted
from tui.workbook.setup.opening import open_pack
from tui.workbook.standings.workbook import Workbook
from tui.workbook.wording.thread import thread_of


def verb(lang: Lang) -> Verb:
    """The verb with its arguments and options."""
    params = [
        click.Argument(["id"], metavar="ID", type=IdParam(everything)),
        width_option(lang),
        option(lang, "--json is_json", "cli.option.json"),
    ]
    return Verb("show", run, lang, "cli.show.help", params)


def run(cli: Cli, id: str, is_json: bool) -> int:  # noqa: A002 - the name of the argument
    """Write the thing; before anybody has begun, without standings.

    Raises:
        IkuseiError: nothing has this id, or the pack or the journal can't be read.
    """
    book = cli.workbook_if_begun()
    pack = book.pack if book else open_pack(cli.settings)
    thing = named(pack, id)
    if is_json:
        cli.out.json(_data(thing, book))
    else:
        from tui.drawing.sheet import whole_sheet  # programs need no drawing

        cli.out.draw_rows(whole_sheet(thing, pack, book, cli.pen(pack, book)))
    return 0


def _data(thing: Thing, book: Workbook | None) -> dict[str, object]:
    data = {"kind": type(thing).__name__.lower(), **as_table(thing)}
    if isinstance(thing, Criterion) and book is not None:
        view = book.view(thing)
        data |= {
            "standing": criterion_data(view)["standing"],
            "ratio_counts": ratio_counts(thing),
            "state": str(view.state),
            "ticked": [point.id for point in thing.points if point.id in view.ticked],
            "claim": criterion_data(view)["claim"],
            "thread": thread_data(thread_of(book, thing)),
            "entries": _entries(thing, book),
        }
    return data


def _entries(criterion: Criterion, book: Workbook) -> list[dict[str, object]]:
    """All entries, each with why it doesn't count (``uncounted``); null where it counts or is evidence for points."""
    entries = book.entries(criterion)
    why = uncounted(criterion.rule, entries)
    return [entry_data(entry) | {"uncounted": as_table(why.get(entry.id)) or None} for entry in entries]
