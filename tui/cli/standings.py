"""How far criteria are, one line each."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from tui.cli.context import Cli
from tui.text.cells import fit, width
from tui.workbook.counting_words import errors_texts, forecast_text
from tui.workbook.forecast import forecast
from tui.workbook.subjects import items_of
from tui.workbook.views import CriterionView, State
from tui.workbook.wording import standing_text
from tui.workbook.workbook import Workbook
from tui.workbook.writing import EntryForm

NAME: Final = 24
"""Cells of a criterion's name: the packs have none that is wider."""


def criterion_lines(cli: Cli, views: Sequence[CriterionView]) -> Iterator[str]:
    """``* soc.2.alone  独力での監視業務  5/5  申請できる  5/5 回``: mark, id, name, points, state, gauges."""
    longest = max((len(view.criterion.id) for view in views), default=0)
    words = [cli.say(f"words.state.{view.state}") for view in views]
    widest = max(map(width, words), default=0)
    marks = cli.glyphs
    for view, word in zip(views, words, strict=True):
        warn = marks.warn if view.standing.unset else " "
        mark = {
            State.CONFIRMED: marks.done, State.WAIVED: "-", State.STALE: marks.warn, State.RETURNED: "!",
            State.CLAIMED: "?", State.READY: "*", State.MET: "+", State.OPEN: warn,
        }[view.state]  # fmt: skip
        points = f"{view.points_done}/{len(view.criterion.points)}"
        parts = (mark, f"{view.criterion.id:{longest}}", fit(cli.of(view.criterion.name), NAME), f"{points:>4}")
        # What is only seen by its points has no other number.
        gauges = "" if view.standing.rule == "attest" else standing_text(view.standing, cli.lang)
        yield "  ".join((" ".join(parts[:2]), *parts[2:], fit(word, widest), gauges)).rstrip()


def tell_forecast(cli: Cli, book: Workbook, form: EntryForm) -> None:
    """Tell, before an entry is written, which criteria it won't count for, and why, and what counts as wrong.

    Nothing is told of what counts for all that it names: their standings follow.
    """
    found = forecast(book, form)
    if any(not each.counts for each in found) or any(errors_texts(found, form, cli.lang)):
        cli.out.tell(forecast_text(found, form, cli.lang))


def tell_touched(cli: Cli, book: Workbook, items: Collection[str]) -> None:
    """Write how far the criteria are now that any of *items* (entries' items, points) belongs to."""
    touched = set(items)
    roles = [book.pack.role(role_id) for role_id in sorted({item.partition(".")[0] for item in touched})]
    about = [
        criterion
        for role in roles
        for criterion in (role.criteria() if role else ())
        if touched & {*items_of(criterion), *(point.id for point in criterion.points)}
    ]
    for line in criterion_lines(cli, [book.view(criterion) for criterion in about]):
        cli.out.line(line)
