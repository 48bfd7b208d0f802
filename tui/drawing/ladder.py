"""The ladder of a role on one or two lines."""

from __future__ import annotations

from tui.drawing.marks import rung_count
from tui.drawing.pen import Pen
from tui.text.line import Line, Span, line_width
from tui.workbook.standings.today import Ladder, Rung
from tui.workbook.wording.aloud import rung_aloud

BAR = 8


def ladder_lines(ladder: Ladder, pen: Pen) -> tuple[Line, ...]:
    """The name of the role, then each rung: finished ones as a mark, the current one with a bar, the others as n/m."""
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
    """One rung: its short name, how much of it is settled, its state, when it was signed."""
    label = Span(f"{rung_label(rung, pen)} ", "strong" if rung.current else "dim" if not rung.signed else "")
    bar = (*pen.bar(rung.settled, rung.total, BAR), Span(" ")) if rung.current else ()
    signed = f" {pen.say('screens.ladder.signed', day=rung.signed)}" if rung.signed else ""
    return (label, *bar, *rung_count(rung, pen), Span(signed, "dim"))


def rung_label(rung: Rung, pen: Pen) -> str:
    """``STEP 2``, 基礎教育, 共通教育."""
    if rung.number is None:
        return pen.say("screens.ladder.common")
    if rung.number == 0:
        return pen.say("screens.ladder.basic")
    return pen.say("words.step", number=rung.number)
