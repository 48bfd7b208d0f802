"""What verbs tell around a write: what an entry won't count for, and how far its criteria are afterwards."""

from __future__ import annotations

from collections.abc import Collection

from tui.cli.line.context import Cli
from tui.drawing.step import criterion_lines
from tui.workbook.standings.subjects import items_of
from tui.workbook.standings.workbook import Workbook
from tui.workbook.trainee.forecast import forecast
from tui.workbook.trainee.writing import EntryForm
from tui.workbook.wording.counting import errors_texts, forecast_text


def tell_forecast(cli: Cli, book: Workbook, form: EntryForm) -> None:
    """Tell, before an entry is written, which criteria it won't count for and why, and which numbers count errors.

    Nothing is told of an entry that counts for everything it names: ``tell_touched`` shows these criteria afterwards.
    """
    found = forecast(book, form)
    if any(not each.counts for each in found) or any(errors_texts(found, form, cli.lang)):
        cli.out.tell(forecast_text(found, form, cli.lang))


def tell_touched(cli: Cli, book: Workbook, items: Collection[str]) -> None:
    """Write how far the criteria are now to which any of *items* belongs: ids of criteria, training cases or points."""
    touched = set(items)
    roles = [book.pack.role(role_id) for role_id in sorted({item.partition(".")[0] for item in touched})]
    about = [
        criterion
        for role in roles
        for criterion in (role.criteria() if role else ())
        if touched & {*items_of(criterion), *(point.id for point in criterion.points)}
    ]
    cli.out.draw(criterion_lines([book.view(criterion) for criterion in about], cli.pen(book.pack, book)))
