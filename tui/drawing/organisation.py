"""What a response organisation is for, how it runs, how its work is divided, and what it takes (`isogj` 2, 3, 6)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tui.curriculum.organisation import Cycle, Organisation, Pattern, Phase, Staffing, StaffingTeam, Team
from tui.curriculum.textbook import Function, Region, Textbook
from tui.drawing.grid import Grid, beside_the_cursor
from tui.drawing.pen import Pen
from tui.drawing.plot import Plot
from tui.text.cells import width
from tui.text.line import GAP, Line, Row, Span
from tui.workbook.organisation.matrix_table import left_to_right

GAP_BETWEEN: Final = 6
"""Cells between two boxes: an arrow."""
WIDEST_BOX: Final = 24
MARKS: Final = {"inside": ("", "ok"), "shared": ("+", ""), "outside": ("-", "dim")}
"""Mark and style of each way to cover a region; an empty mark is the mark for done of the terminal's glyphs."""


def sheet_title(key: str, source: str, pen: Pen) -> Row:
    """The title of a topic with where it is printed."""
    return Row(tuple(pen.title(pen.say(key), source)))


def purpose_rows(organisation: Organisation, pen: Pen) -> list[Row]:
    """What response organisations are for."""
    rows = [sheet_title("organisation.purposes", "isogj:2", pen)]
    inner = pen.narrower(2)
    for number, purpose in enumerate(organisation.purposes, start=1):
        lines = list(inner.bullet(str(number), pen.of(purpose.text), "strong"))
        if purpose.detail.ja:
            lines += inner.paragraph(pen.of(purpose.detail), "", indent="  ")
        rows += [GAP, Row(tuple(lines), purpose.id)]
    return rows


# -- the execution cycle ----------------------------------------------------------------------------------------------


def cycle_rows(organisation: Organisation, book: Textbook, pen: Pen) -> list[Row]:
    """The execution cycle, drawn, then its phases and cycles one by one (`isogj` 3, figure 1)."""
    phases, functions = organisation.phases, {function.id: function for function in book.functions}
    rows = [sheet_title("organisation.cycle", "isogj:3", pen), GAP]
    rows += [Row.of(line) for line in cycle_plot(phases, organisation.cycles, functions, pen)]
    inner = pen.narrower(2)
    for phase in phases:
        named = [functions[each] for each in phase.functions if each in functions]
        lines = list(inner.bullet("-", pen.of(phase.name), "strong", "dim"))
        text = pen.say("organisation.listed").join(f"{each.code} {pen.of(each.short)}" for each in named)
        rows.append(Row((*lines, *inner.paragraph(text or "-", indent="  ")), phase.id))
    placed = {each for phase in phases for each in phase.functions}
    others = [each for each in book.functions if each.id not in placed]
    if others:
        text = pen.say("organisation.listed").join(f"{each.code} {pen.of(each.short)}" for each in others)
        rows.append(Row(tuple(pen.paragraph(pen.say("organisation.in_no_phase", names=text), "dim", indent="  "))))
    rows.append(GAP)
    for cycle in organisation.cycles:
        lines = list(inner.bullet("-", pen.of(cycle.name), "strong", "dim"))
        rows.append(Row((*lines, *inner.paragraph(pen.of(cycle.text), indent="  ")), cycle.id))
    return rows


def cycle_plot(
    phases: Sequence[Phase], cycles: Sequence[Cycle], functions: dict[str, Function], pen: Pen
) -> list[Line]:
    """Boxes in a row with arrows between them, and a line back for each cycle; nothing where there is no room."""
    if not phases or pen.aloud:
        return []
    needed = max(width(pen.of(phase.name)) for phase in phases) + 2
    room = (pen.width - GAP_BETWEEN * (len(phases) - 1)) // len(phases)
    if room < needed:
        return []
    cells = min(room, WIDEST_BOX)
    step, pad = cells + GAP_BETWEEN, " " * (cells > needed)
    plot = Plot()
    forward = pen.say("organisation.activation")
    for at, phase in enumerate(phases):
        codes = " ".join(functions[each].code for each in phase.functions if each in functions)
        plot.box(0, at * step, cells, [(f"{pad}{pen.of(phase.name)}", "strong"), (f"{pad}{codes}", "dim")])
        if at:
            before = at * step - GAP_BETWEEN
            plot.put(1, before + max(0, (GAP_BETWEEN - width(forward)) // 2), forward, "dim")
            plot.put(2, before, f"{'-' * (GAP_BETWEEN - 1)}>")
    places = {phase.id: at for at, phase in enumerate(phases)}
    named = ((cycle, [places[each] for each in cycle.phases if each in places]) for cycle in cycles)
    loops = [(pen.of(cycle.name), min(at), max(at)) for cycle, at in named if len(set(at)) > 1]
    for number, (name, start, end) in enumerate(sorted(loops, key=lambda loop: loop[2] - loop[1])):
        # Each line back leaves its box at a place of its own, the shortest innermost.
        first, last = start * step + cells // 2 - number, end * step + cells // 2 + 2 * number
        for row in range(4, 5 + number):
            plot.put(row, first, "^" if row == 4 else "|")
            plot.put(row, last, "|")
        plot.across(5 + number, first, last)
        label = f" {name} "
        if width(label) < last - first - 2:
            plot.put(5 + number, first + (last - first - width(label)) // 2, label, "strong")
    return plot.lines()


# -- regions and patterns ---------------------------------------------------------------------------------------------


def region_rows(organisation: Organisation, book: Textbook, pen: Pen) -> list[Row]:
    """The four regions on their two axes, then one by one (`isogj` 6.2, figure 4)."""
    rows = [sheet_title("organisation.regions", "isogj:6.2", pen)]
    rows += [Row(tuple(pen.paragraph(pen.say("organisation.regions.lead")))), GAP]
    rows += [Row.of(line) for line in region_plot(book, pen)]
    inner = pen.narrower(2)
    for region in left_to_right(book.regions):
        count = sum(region.id in duty.region for function in book.functions for duty in function.duties)
        head = pen.say("organisation.region.duties", name=pen.of(region.name), count=count)
        lines = list(inner.bullet(f"{region.code:<3}", head, "strong", "strong"))
        rows.append(Row((*lines, *inner.paragraph(pen.of(region.text), indent="    ")), region.id))
    return rows


def region_plot(book: Textbook, pen: Pen) -> list[Line]:
    """The regions by expertise (left to right) and owner of the information (top to bottom); nothing without room."""
    if pen.aloud:
        return []
    labels = [pen.say(f"organisation.regions.{name}") for name in ("inside", "outside")]
    margin = max(map(width, labels)) + 1
    cells = min((pen.width - margin) // 2, 32)
    # The line between two cells is the right side of one and the left side of the other.
    if cells < max((width(f"{region.code} {pen.of(region.short)}") for region in book.regions), default=0) + 4:
        return []
    plot = Plot()
    axis = pen.say("organisation.regions.expertise")
    for at, level in enumerate(("low", "high")):
        plot.put(0, margin + at * (cells - 1) + 2, pen.say(f"organisation.regions.{level}", axis=axis), "dim")
    for down, information in enumerate(("inside", "outside")):
        plot.put(2 + 3 * down, 0, labels[down], "dim")
        for at, expertise in enumerate(("low", "high")):
            found = [r for r in book.regions if (r.information, r.expertise) == (information, expertise)]
            texts = [(f" {r.code} {pen.of(r.short)}", "strong") for r in found] or [("", "")]
            codes = [f.code for f in book.functions if any(r.id in d.region for r in found for d in f.duties)]
            plot.box(1 + 3 * down, margin + at * (cells - 1), cells, [*texts, (f" {' '.join(codes)}", "dim")])
    return plot.lines()


def pattern_rows(organisation: Organisation, book: Textbook, pen: Pen) -> list[Row]:
    """Regions x patterns side by side, then the patterns one by one (`isogj` 6.3, figure 5)."""
    patterns = organisation.patterns
    rows = [sheet_title("organisation.patterns", "isogj:6.3", pen), GAP]
    regions = left_to_right(book.regions)
    cells = [[(_covering(pattern, region, pen),) for pattern in patterns] for region in regions]
    heads: list[Line] = [(Span(str(pattern.number), "strong"),) for pattern in patterns]
    named: list[Line] = [(Span(f"{each.number} {pen.of(each.name)}", "strong"),) for each in patterns]
    names = [f"{region.code:<3} {pen.of(region.short)}" for region in regions]
    inner = pen.narrower(2)
    grid = Grid.of(names, [named, *cells], inner, gutter=2)
    if not pen.aloud and grid.room < max(map(width, names), default=0):
        # The patterns are named below, by their numbers.
        grid = Grid.of(names, [heads, *cells], inner, gutter=2)
        named = heads
    rows.append(Row(beside_the_cursor(grid.row("", named))))
    for region, name, row in zip(regions, names, cells, strict=True):
        rows.append(Row(grid.row(name, row), region.id))
    rows.append(GAP)
    for pattern in patterns:
        lines = list(inner.bullet(str(pattern.number), pen.of(pattern.name), "strong", "strong"))
        rows.append(Row((*lines, *inner.paragraph(pen.of(pattern.text), indent="  ")), pattern.id))
    return rows


def _covering(pattern: Pattern, region: Region, pen: Pen) -> Span:
    lists = {"inside": pattern.inside, "shared": pattern.shared, "outside": pattern.outside}
    how = next((name for name, regions in lists.items() if region.id in regions), "outside")
    mark, style = MARKS[how]
    if pen.aloud:
        return Span(pen.say(f"organisation.cover.{how}"))
    return Span(f"{mark or pen.glyphs.done} {pen.say(f'organisation.cover.{how}')}", style)


# -- the staffing table -----------------------------------------------------------------------------------------------


def staffing_table(levels: Sequence[Staffing], teams: Sequence[Team], pen: Pen) -> list[Row]:
    """Teams x levels, as table 1 prints them, then what each level is for (`isogj` 6.6)."""
    rows = [sheet_title("staffing.table", "isogj:6.6", pen)]
    rows += [Row(tuple(pen.paragraph(pen.say("staffing.table.lead"), "dim"))), GAP]
    heads: list[Line] = [(Span(pen.of(level.name), "strong"),) for level in levels]
    cells = [[(Span(need_cell(level, team, teams, pen)),) for level in levels] for team in teams]
    totals: list[Line] = [(Span(pen.say("staffing.people", people=level.total), "strong"),) for level in levels]
    names = [f"{number} {pen.of(team.name)}" for number, team in enumerate(teams, start=1)]
    inner = pen.narrower(2)
    grid = Grid.of(names, [heads, *cells, totals], inner)
    rows.append(Row(beside_the_cursor(grid.row("", heads))))
    rows += [Row(grid.row(name, row), team.id) for team, name, row in zip(teams, names, cells, strict=True)]
    rows.append(Row(beside_the_cursor(grid.row(pen.say("staffing.total"), totals, "strong"))))
    rows.append(GAP)
    for level in levels:
        lines = list(inner.bullet("-", pen.of(level.name), "strong", "dim"))
        rows.append(Row((*lines, *inner.paragraph(pen.of(level.text), indent="  ")), level.id))
    return rows


def need_cell(level: Staffing, team: Team, teams: Sequence[Team], pen: Pen) -> str:
    """What a level asks of a team, short: ``日勤 2``, ``24h 1 (6)``, ``兼 2`` (done by team 2 of the table)."""
    need = next((each for each in level.teams if each.team == team.id), None)
    if pen.aloud:
        return _need_aloud(need, teams, pen)
    if need is None:
        return "-"
    return pen.say(
        f"staffing.cell.{need.mode}", heads=need.heads, people=need.people, number=place_of(need.held_by, teams)
    )


def _need_aloud(need: StaffingTeam | None, teams: Sequence[Team], pen: Pen) -> str:
    if need is None:
        return pen.say("plain.need.none")
    holder = next((pen.of(each.name) for each in teams if each.id == need.held_by), need.held_by)
    return pen.say(f"plain.need.{need.mode}", heads=need.heads, people=need.people, name=holder)


def place_of(team: str, teams: Sequence[Team]) -> str:
    """The place of a team in the table, from 1; its id where it has none."""
    return next((str(number) for number, each in enumerate(teams, start=1) if each.id == team), team)
