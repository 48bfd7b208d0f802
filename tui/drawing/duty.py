"""A duty of the textbook, its cell and its region."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.curriculum.model import Item
from tui.curriculum.textbook import Duty, Region, Textbook
from tui.drawing.pen import Pen
from tui.text.line import GAP, Line, Row, Span, column, line_width


def duty_sheet(duty: Duty, book: Textbook, pen: Pen, said: Iterable[Line] = ()) -> list[Row]:
    """Everything about a duty, with the lines *said* about it; its links can be chosen, and their keys are ids."""
    title = Row(tuple(pen.title(f"{duty.code} {pen.of(duty.name)}", duty.source)))
    return [title, *duty_rows(duty, book, pen, said)]


def duty_rows(duty: Duty, book: Textbook, pen: Pen, said: Iterable[Line] = ()) -> list[Row]:
    """The rows of ``duty_sheet`` below its title."""
    function = next(each for each in book.functions if duty in each.duties)
    regions = [region for region in book.regions if region.id in duty.region]
    head: list[Line] = [
        *pen.paragraph(f"{function.code} {pen.of(function.name)}", "dim"),
    ]
    for region in regions:
        head += pen.paragraph(f"{region.code} {pen.of(region.name)}")
    head += [(), *pen.paragraph(pen.of(duty.text))]
    for label, text in (("screens.inputs", duty.inputs), ("screens.outputs", duty.outputs)):
        if text.ja:
            head += [(), pen.heading(pen.say(label)), *pen.paragraph(pen.of(text))]
    head += below(pen.notes(duty))
    head += below(said)
    rows = [Row(tuple(head))]
    if duty.links:
        rows += [GAP, Row.of(pen.heading(pen.say("screens.links")))]
        inner = pen.narrower(2)
        for link in duty.links:
            mark = f"{'<-' if link.takes else '->'} {link.to.upper():<4}"
            if pen.aloud:
                mark = pen.say("plain.takes" if link.takes else "plain.gives", code=link.to.upper())
            rows.append(
                Row(
                    tuple(inner.bullet(mark, pen.of(link.text))),
                    link.to,
                )
            )
    return rows


def below(lines: Iterable[Line]) -> list[Line]:
    """*lines* with a blank one before them, if there are any."""
    found = list(lines)
    return [(), *found] if found else []


def region_legend(region: Region, pen: Pen) -> list[Row]:
    """A region: code and name, whose information it handles, how much expertise it needs; on one or two lines."""
    axes = pen.say(
        "screens.matrix.axes",
        information=pen.say(f"screens.matrix.{region.information}"),
        expertise=pen.say(f"screens.matrix.{region.expertise}"),
    )
    code, name = Span(f" {region.code:<4}", "strong"), Span(pen.of(region.name))
    one: Line = (code, *column((name,), 26), Span(axes, "dim"))
    if line_width(one) <= pen.width:
        return [Row.of(one)]
    return [Row(((code, name), (Span("     "), Span(axes, "dim"))))]


def cell_sheet(duties: Sequence[Duty], region: Region, book: Textbook, pen: Pen) -> list[Row]:
    """The texts of the duties of a cell; for a single duty its whole sheet, for an empty cell what its region means."""
    if not duties:
        return region_sheet(region, pen)
    if len(duties) == 1:
        return duty_sheet(duties[0], book, pen)
    rows: list[Row] = []
    for duty in duties:
        title = pen.title(f"{duty.code} {pen.of(duty.name)}", duty.source)
        rows += [*([GAP] if rows else []), Row((*title, *pen.paragraph(pen.of(duty.text))))]
    return rows


def region_sheet(region: Region, pen: Pen) -> list[Row]:
    """What a region means."""
    lines: list[Line] = [*pen.title(f"{region.code} {pen.of(region.name)}", region.source), ()]
    lines += pen.paragraph(pen.of(region.text))
    lines += below(pen.notes(region))
    return [Row(tuple(lines))]


def item_lines(items: Sequence[Item], pen: Pen, depth: int = 0) -> list[Line]:
    """Items and what stands below them, as bullets."""
    lines: list[Line] = []
    for item in items:
        inner = pen.narrower(2 * depth)
        lines += [
            (Span("  " * depth), *line)
            for line in inner.bullet("-", pen.named(item.id, pen.of(item.text)), mark_style="dim")
        ]
        lines += [(Span("  " * (depth + 1)), *line) for line in pen.narrower(2 * depth + 2).notes(item)]
        lines += item_lines(item.children, pen, depth + 1)
    return lines
