"""The views of the team, each whole: the heat map as a table, who is stuck, mentors, duties, what comes next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from tui.drawing.grid import Grid
from tui.drawing.pen import Pen
from tui.drawing.team import (
    DutyLine,
    Names,
    cell,
    closing_row,
    duty_row,
    label_width,
    load_rows,
    map_legend,
    quiet_days,
    stuck_row,
)
from tui.drawing.team_heads import head_lines
from tui.progress.team_load import recent_months
from tui.text.line import GAP, Line, Row, Span, line_width

if TYPE_CHECKING:
    from tui.curriculum.textbook import Duty
    from tui.progress.coverage import Coverage
    from tui.progress.team import Member, Stuck
    from tui.progress.team_load import Closing
    from tui.workbook.organisation.team import JournalTeam

WIDEST_CELL = 18
"""Cells of a column of the heat map where there is room."""
QUIET = 8
"""Cells of the days since the last entry, with the gap before them."""


def says(pen: Pen, key: str, **fields: object) -> Row:
    """A sentence in a row of its own."""
    return Row(tuple(pen.paragraph(pen.say(key, **fields), "dim")))


def map_widths(shown: Sequence[Member], roles: Sequence[str], most: int, columns: int, pen: Pen) -> tuple[int, int]:
    """Widths in cells of the names (at most *most*) and of a column of the heat map, for *columns* in all."""
    count = max(1, len(roles))
    needed = 1 + max(line_width(cell(each, role, pen)) for each in shown for role in roles or ("",))
    label = label_width(shown, min(most, max(12, columns - QUIET + 1 - needed * count)))
    return label, max(needed, min(WIDEST_CELL, (columns - label - QUIET) // count))


def map_heads(roles: Sequence[str], cells: int, names: Names, pen: Pen) -> list[list[str]]:
    """The lines above the columns of the heat map: the names of the roles, as far as they have room."""
    titles = [head_lines(names.role(role), cells - 1, pen) for role in roles]
    most = max(map(len, titles), default=1)
    padded = [[""] * (most - len(title)) + title for title in titles]
    return [[title[at] for title in padded] for at in range(most)]


def people_rows(
    team: JournalTeam, shown: Sequence[Member], roles: Sequence[str], names: Names, pen: Pen
) -> Iterator[Row]:
    """The heat map as a table: where everybody stands, how long they have been quiet, what roles and marks mean."""
    _, cells = map_widths(shown, roles, pen.width // 3, pen.width, pen)
    heads: list[list[Line]] = [
        [*((Span(text, "dim"),) for text in head), ()] for head in map_heads(roles, cells, names, pen)
    ]
    heads[-1][-1] = (Span(pen.say("team.head.quiet"), "dim"),)
    rows = [
        [*(cell(each, role, pen) for role in roles), quiet_days(each, team.today, each.id in team.stuck_days, pen)]
        for each in shown
    ]
    labels = [each.name for each in shown]
    grid = Grid.of([*labels, pen.say("team.head.name")], [*heads, *rows], pen)
    for at, head in enumerate(heads):
        yield Row(grid.row(pen.say("team.head.name") if at == len(heads) - 1 else "", head, "dim"))
    for label, row in zip(labels, rows, strict=True):
        yield Row(grid.row(label, row))
    yield GAP
    yield from (Row(tuple(pen.bullet(role, names.role(role), mark_style="dim"))) for role in roles)
    yield Row(tuple(pen.paragraph(map_legend(pen), "dim")))


def stuck_rows(team: JournalTeam, found: Sequence[Stuck], names: Names, pen: Pen) -> Iterator[Row]:
    """Who is stuck and why, the longest first."""
    limits, origin = team.limits, pen.say(f"team.origin.{team.origin}")
    yield says(pen, "team.stuck.lead", quiet=limits.quiet, waiting=limits.waiting, origin=origin)
    yield GAP
    yield from (stuck_row(each, names, pen) for each in found)
    if not found:
        yield says(pen, "team.stuck.none")


def mentor_rows(team: JournalTeam, names: Names, pen: Pen) -> Iterator[Row]:
    """The mentors, each with what waits for them."""
    loads = team.loads()
    first, *_, last = recent_months(team.today)
    yield says(pen, "team.mentors.lead", first=first, last=last)
    yield GAP
    for load in loads:
        yield from load_rows(load, team.today, names, pen)
    if not loads:
        yield says(pen, "team.mentors.none")


def coverage_rows(
    duties: Sequence[Duty], found: Sequence[Duty], covered: Mapping[str, Coverage], names: Names, pen: Pen
) -> Iterator[Row]:
    """Who covers the duties.

    Args:
        duties: all of them.
        found: those that are shown, in the order in which they are.
        covered: who covers each, by id.
        names: what ids are called.
        pen: language and width.
    """
    values = [len(covered[duty.id].everybody) for duty in duties if duty.id in covered]
    more = sum(count > 1 for count in values)
    yield says(pen, "team.coverage.lead", none=values.count(0), one=values.count(1), more=more)
    yield GAP
    for duty in found:
        yield duty_row(DutyLine(duty.id, duty.code, pen.of(duty.name), covered.get(duty.id)), names, pen)
    if not found:
        yield says(pen, "team.coverage.none")


def closing_rows(found: Sequence[Closing], names: Names, pen: Pen) -> Iterator[Row]:
    """What each next sign-off would close, the best first."""
    yield says(pen, "team.closing.lead")
    yield GAP
    yield from (closing_row(each, names, pen) for each in found)
    if not found:
        yield says(pen, "team.closing.none")
