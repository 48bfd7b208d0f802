"""Our staffing compared with the levels of the table: what is reached and missing, by heads and by trained people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from tui.curriculum.organisation import Team
from tui.drawing.grid import Grid, beside_the_cursor
from tui.drawing.organisation import place_of, sheet_title, staffing_table
from tui.drawing.pen import Pen
from tui.progress.staffing import Ours, StaffingReach
from tui.text.line import GAP, Line, Row, Span
from tui.workbook.organisation.staffing import StaffingView, heads_text
from tui.workbook.wording.aloud import listed
from tui.workbook.wording.staffing import (
    difference_texts,
    double_texts,
    lack_text,
    level_text,
    ours_text,
    short_level,
    standing_for_texts,
    team_next_text,
    unheld_names,
    unmanned_names,
)

COLUMNS: Final = ("ours", "heads", "trained")
"""The columns of the table, by their messages."""
TEAM: Final = "team:"
"""First part of the keys of rows with a team that can be staffed."""


def staffing_rows(view: StaffingView, pen: Pen) -> list[Row]:
    """The levels as they are printed, then how we are staffed beside them."""
    if not view.levels:
        return [Row(tuple(pen.paragraph(pen.say("organisation.nothing"), "dim")))]
    return [*staffing_table(view.levels, view.teams, pen), GAP, *calculator_rows(view, pen)]


def calculator_rows(view: StaffingView, pen: Pen) -> list[Row]:
    """The teams with how we staff them and how far that goes, then what it adds up to."""
    rows = [sheet_title("staffing.calculator", "isogj:6.6", pen), Row(tuple(_reached(view, pen))), GAP]
    rows += _table(view, pen)
    if not view.said and not pen.flat:
        rows += [GAP, Row(tuple(pen.paragraph(pen.say("staffing.nothing_yet"), "strong")))]
        return rows
    for part in (_next, _next_of_teams, _warnings, _difference, _doubles):
        found = list(part(view, pen))
        if found:
            rows += [GAP, *(Row.of(line) for line in found)]
    return rows


def _reached(view: StaffingView, pen: Pen) -> Iterator[Line]:
    for key, found in (("staffing.reached", view.by_heads), ("staffing.reached.trained", view.by_trained)):
        yield from pen.paragraph(pen.say(key, level=level_text(found.level, pen.lang)), "strong")


def _table(view: StaffingView, pen: Pen) -> Iterator[Row]:
    heads: list[Line] = [(Span(pen.say(f"staffing.column.{name}"), "dim"),) for name in COLUMNS]
    cells = [_cells(view, each, pen) for each in view.ours]
    total: list[Line] = [
        (Span(pen.say("staffing.people", people=heads_text(view.by_heads.people)), "strong"),),
        (Span(_level(view.by_heads.level, pen), "strong"),),
        (Span(_level(view.by_trained.level, pen), "strong"),),
    ]
    names = [f"{number} {pen.of(team.name)}" for number, team in enumerate(view.teams, start=1)]
    grid = Grid.of(names, [heads, *cells, total], pen.narrower(2), gutter=2)
    yield Row(beside_the_cursor(grid.row("", heads)))
    for team, name, row in zip(view.teams, names, cells, strict=True):
        yield Row(grid.row(name, row), f"{TEAM}{team.id}")
    yield Row(beside_the_cursor(grid.row(pen.say("staffing.total"), total, "strong")))


def _level(level: int | None, pen: Pen) -> str:
    return level_text(level, pen.lang) if pen.aloud else short_level(level)


def _cells(view: StaffingView, ours: Ours, pen: Pen) -> list[Line]:
    by_heads, by_trained = view.by_heads.team(ours.team), view.by_trained.team(ours.team)
    count = len(view.people.get(ours.team, ()))
    trained = short_level(by_trained.level if by_trained else None)
    differs = by_heads is not None and by_trained is not None and by_heads.level != by_trained.level
    if pen.aloud:
        people = pen.say("plain.people", count=count)
        how = ours_text(ours, view.team_names, pen.lang) if ours.mode != "none" else pen.say("plain.staffing.none")
        return [
            (Span(how),),
            (Span(level_text(by_heads.level if by_heads else None, pen.lang)),),
            (Span(listed([level_text(by_trained.level if by_trained else None, pen.lang), people], pen.lang)),),
        ]
    return [
        (Span(ours_cell(ours, view.teams, pen)),),
        (Span(short_level(by_heads.level if by_heads else None)),),
        (Span(pen.say("staffing.column.people", level=trained, count=count), "warn" if differs else ""),),
    ]


def ours_cell(ours: Ours, teams: Iterable[Team], pen: Pen) -> str:
    """How we staff a team, short and as the table of the levels has it: ``日勤 2.5``, ``24h 1 (6)``, ``兼 2``."""
    number = place_of(ours.held_by, tuple(teams))
    heads, people = heads_text(ours.present), heads_text(ours.heads)
    return pen.say(f"staffing.cell.{ours.mode}", heads=heads, people=people, number=number)


def _next(view: StaffingView, pen: Pen) -> Iterator[Line]:
    found = view.by_heads
    if found.next is None:
        yield from pen.paragraph(pen.say("staffing.top"))
        return
    level = level_text(found.next, pen.lang)
    key = "staffing.next.people" if found.lacking else "staffing.next"
    yield pen.heading(pen.say(key, level=level, people=heads_text(found.lacking)))
    yield from _lacks(view, found, pen)
    printed = view.level(found.next)
    if printed is not None:
        said = pen.say("staffing.printed_total", level=level, total=printed.total, people=heads_text(found.people))
        yield from pen.paragraph(said, "dim", indent="  ")


def _next_of_teams(view: StaffingView, pen: Pen) -> Iterator[Line]:
    """What each team lacks for its next level; a screen tells it for the team under the cursor."""
    texts = [(team, team_next_text(view.by_heads.team(team.id), view.team_names, pen.lang)) for team in view.teams]
    if pen.flat and any(text for _, text in texts):
        yield pen.heading(pen.say("staffing.next_of_teams"))
        for team, text in texts:
            said = pen.say("staffing.team_remark", name=pen.of(team.name), lack=text)
            yield from pen.bullet("-", said, mark_style="dim") if text else ()


def _lacks(view: StaffingView, found: StaffingReach, pen: Pen) -> Iterator[Line]:
    names = view.team_names
    for lack in found.lacks:
        text = f"{place_of(lack.team, view.teams)} {pen.of(names[lack.team])}: {lack_text(lack, names, pen.lang)}"
        yield from pen.bullet(pen.glyphs.missing, text, mark_style="bad")


def _warnings(view: StaffingView, pen: Pen) -> Iterator[Line]:
    for key, names in (
        ("staffing.alone", unmanned_names(view, pen.lang)),
        ("staffing.unheld", unheld_names(view, pen.lang)),
    ):
        if names:
            text = pen.say(key, names=pen.say("organisation.listed").join(names))
            yield from pen.warning(text)


def _difference(view: StaffingView, pen: Pen) -> Iterator[Line]:
    yield pen.heading(pen.say("staffing.difference"))
    texts = difference_texts(view, pen.lang)
    for text in texts:
        yield from pen.bullet("-", text, mark_style="dim")
    if not texts:
        yield from pen.bullet(pen.glyphs.done, pen.say("staffing.difference.none"), mark_style="ok")
    yield from pen.paragraph(pen.say("staffing.difference.how"), "dim", indent="  ")


def _doubles(view: StaffingView, pen: Pen) -> Iterator[Line]:
    notes = [
        pen.say("staffing.note", name=pen.of(view.team_names[team]), note=said.note)
        for team, said in view.said.items()
        if said.note
    ]
    kinds = (
        ("staffing.stands_for", standing_for_texts(view, pen.lang)),
        ("staffing.doubles", double_texts(view, pen.lang)),
        ("staffing.notes", notes),
    )
    for number, (key, texts) in enumerate((key, texts) for key, texts in kinds if texts):
        if number:
            yield ()
        yield pen.heading(pen.say(key))
        for text in texts:
            yield from pen.bullet("-", text, mark_style="dim")
