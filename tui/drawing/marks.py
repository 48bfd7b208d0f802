"""Marks and bars for states, gauges and months: a glyph and a colour together, never a colour alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tui.drawing.pen import Pen
from tui.journal.event import Fate
from tui.progress.standing import Gauge, Month, Standing, Unit
from tui.text.glyphs import Glyphs
from tui.text.line import Line, Span
from tui.workbook.aloud import gauge_aloud, listed, months_aloud, state_aloud
from tui.workbook.views import CriterionView, State
from tui.workbook.wording import amount, gauge_text, number_origin

BAR = 20
"""Cells of a gauge bar."""
STATE_MARKS: Final = {
    State.CONFIRMED: ("", "ok"),
    State.WAIVED: ("-", "ok"),
    State.STALE: ("", "warn"),
    State.RETURNED: ("!", "bad"),
    State.CLAIMED: ("?", "warn"),
    State.READY: ("*", "accent"),
    State.MET: ("+", "accent"),
    State.OPEN: (" ", ""),
}
"""Mark and style of each state; two of them have a mark of the terminal's own set."""
YEAR = 44
"""Cells of a strip of twelve months."""


def state_word(view: CriterionView, pen: Pen) -> str:
    """The state in words; what is open is either under way or was never begun."""
    return pen.say("words.unbegun" if view.state is State.OPEN and not view.is_begun else f"words.state.{view.state}")


def state_mark(view: CriterionView, pen: Pen) -> Span:
    """One mark, two cells with its blank; a number that is unset, and what has changed since, warn."""
    mark, style = STATE_MARKS[view.state]
    if pen.aloud:
        return Span(f"{state_aloud(view, pen.lang)}  ", style)
    if view.state is State.CONFIRMED:
        mark = pen.glyphs.done
    elif view.state is State.WAIVED:
        pass
    elif view.state is State.STALE or (view.round is None and view.standing.unset) or (view.claim and view.moved):
        mark, style = pen.glyphs.warn, "warn"
    return Span(f"{mark} ", style)


def tick_mark(ticked: bool, pen: Pen) -> Span:
    """The mark of a point or a learning item."""
    return Span(pen.glyphs.ticked, "ok") if ticked else Span(pen.glyphs.unticked, "dim")


def standing_lines(standing: Standing, pen: Pen) -> Iterator[Line]:
    """Every gauge with its bar and where its number comes from, the month strip, what is missing."""
    for gauge in standing.gauges if not standing.parts else ():
        yield from gauge_lines(gauge, pen)
    if standing.months:
        yield from month_strip(standing, pen)
    for number, part in enumerate(standing.parts, start=1):
        yield (Span(f"{number} ", "dim"), Span(pen.say(f"words.rule.{part.rule}"), "dim"))
        yield from standing_lines(part, pen)


def gauge_lines(gauge: Gauge, pen: Pen) -> Iterator[Line]:
    """A bar with its numbers, and below it where the needed number comes from."""
    if pen.aloud:
        yield (Span(gauge_aloud(gauge, pen.lang)),)
        yield from pen.paragraph(listed(number_origin(gauge, pen.lang).split("  "), pen.lang))
        return
    text = Span(gauge_text(gauge, pen.lang), "ok" if gauge.met else "warn" if gauge.origin == "unset" else "")
    if gauge.at_most and gauge.unit is Unit.DAYS:
        yield (Span(pen.say("screens.hole"), "dim"), Span(" "), text)
    elif gauge.unit is Unit.PERCENT:
        yield (*percent_bar(gauge, pen), Span(" "), text)
    else:
        yield (*pen.bar(gauge.done, gauge.needed or 0, BAR), Span(" "), text)
    origin = number_origin(gauge, pen.lang)
    if origin:
        yield from pen.paragraph(origin, "dim", indent="  ")


def percent_bar(gauge: Gauge, pen: Pen) -> Line:
    """A ratio with its threshold as ``|`` in the bar."""
    style = "ok" if gauge.met else "accent"
    filled, empty = pen.bar(gauge.done, 100, BAR)
    cells = [*(Span(cell, style) for cell in filled.text), *(Span(cell, empty.style) for cell in empty.text)]
    if gauge.needed is not None:
        cells[min(BAR - 1, int(gauge.needed * BAR / 100))] = Span("|", "strong")
    return tuple(cells)


def month_strip(standing: Standing, pen: Pen) -> Iterator[Line]:
    """Twelve months a line (six where there is less room): their numbers above, entries (or a gap) below.

    Beside the entries of a month a shade shows how many they are, as against the month that has most.
    """
    if pen.aloud:
        yield from ((Span(text),) for text in months_aloud(standing, pen.lang))
        return
    most = max((mark.entries for mark in standing.months), default=0)
    cells = max(2, len(pen.shade(1.0) + amount(most)))
    several = 12 if pen.width >= YEAR + 12 * (cells - 2) else 6
    for start in range(0, len(standing.months), several):
        months = standing.months[start : start + several]
        yield (
            Span("  "),
            Span(" ".join(f"{mark.month[5:]:>{cells}}" for mark in months), "dim"),
            Span(f"   {'-'.join(dict.fromkeys(mark.month[:4] for mark in months))}", "dim"),
        )
        yield (Span("  "), *(_month(mark, most, cells, pen) for mark in months))


def _month(mark: Month, most: int, cells: int, pen: Pen) -> Span:
    """One month: a gap, or how many entries."""
    if not mark.entries:
        return Span(f"{'-':>{cells}} ", "bad")
    return Span(f"{pen.shade(mark.entries / most) + amount(mark.entries):>{cells}} ", "ok")


def fate_mark(fate: Fate | None, glyphs: Glyphs) -> str:
    """The mark of what became of an event; a blank where it is as it was."""
    marks = {Fate.UNDONE: glyphs.missing, Fate.CORRECTED: "~", Fate.WITHDRAWN: "-"}
    return marks[fate] if fate else " "
