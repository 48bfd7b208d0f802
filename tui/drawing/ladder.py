"""The ladder of a role on one or two lines."""

from __future__ import annotations

from tui.drawing.pen import Pen
from tui.text.line import Line, Span, line_width
from tui.workbook.aloud import rung_aloud
from tui.workbook.views import Ladder, Rung

BAR = 8


def ladder_lines(ladder: Ladder, pen: Pen) -> tuple[Line, ...]:
    """Role name, then each rung: done ones as a mark, the current one with a bar, the others as n/m."""
    name = Span(pen.of(ladder.role.name), "title")
    if not ladder.has_content:
        return ((name, Span(f"  {pen.say('words.no_content')}", "dim")),)
    if pen.aloud:
        return ((name,), *((Span(rung_aloud(rung, rung_label(rung, pen), pen.lang)),) for rung in ladder.rungs))
    rungs = [rung_spans(rung, pen) for rung in ladder.rungs]
    one: Line = tuple(span for rung in rungs for span in (*rung, Span("  ")))
    if line_width(one) <= pen.width:
        return ((name,), one)
    lines: list[Line] = [(name,)]
    row: list[Span] = []
    for rung in rungs:
        if row and line_width((*row, *rung)) > pen.width:
            lines.append(tuple(row))
            row = []
        row += [*rung, Span("  ")]
    return (*lines, tuple(row))


def rung_spans(rung: Rung, pen: Pen) -> Line:
    """One rung: its short name and how much of it is there."""
    label = rung_label(rung, pen)
    if rung.total and rung.done >= rung.total:
        signed = f" {pen.say('screens.ladder.signed', day=rung.signed)}" if rung.signed else ""
        return (Span(f"{label} "), Span(pen.glyphs.done, "ok"), Span(signed, "dim"))
    if rung.skipped:
        return (Span(f"{label} -", "dim"),)
    count = Span(f" {rung.done}/{rung.total}", "strong" if rung.current else "dim")
    if rung.current:
        return (Span(f"{label} ", "strong"), *pen.bar(rung.done, rung.total, BAR), count)
    return (Span(label, "dim"), count)


def rung_label(rung: Rung, pen: Pen) -> str:
    """``STEP 2``, 基礎教育, 共通教育."""
    if rung.number is None:
        return pen.say("screens.ladder.common")
    if rung.number == 0:
        return pen.say("screens.ladder.basic")
    return pen.say("words.step", number=rung.number)
