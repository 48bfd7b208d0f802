"""Marks and bars for states, gauges and months: always a glyph with a colour, never a colour alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tui.drawing.pen import LOCAL, Pen
from tui.journal.event import Fate
from tui.progress.standing import Gauge, GaugeUnit, Month, Standing
from tui.progress.state import State
from tui.text.glyphs import Glyphs
from tui.text.line import Line, Span
from tui.workbook.standings.amounts import amount
from tui.workbook.standings.today import Rung
from tui.workbook.standings.views import CriterionView
from tui.workbook.wording.aloud import gauge_aloud, listed, months_aloud, state_aloud
from tui.workbook.wording.standings import gauge_text, number_origin

BAR = 20
"""Cells of a gauge bar."""
STATE_MARKS: Final = {
    State.CONFIRMED: ("done", "ok"),
    State.SIGNED: ("done", "ok"),
    State.TICKED: ("ticked", "ok"),
    State.WAIVED: ("-", "ok"),
    State.SKIPPED: ("-", "dim"),
    State.STALE: ("warn", "warn"),
    State.RETURNED: ("!", "bad"),
    State.CLAIMED: ("?", "warn"),
    State.READY: ("*", "accent"),
    State.MET: ("+", "accent"),
    State.OPEN: ("", ""),
}
"""Mark and style of each state of a criterion and of a STEP; a name (``done``) is looked up in ``Glyphs``."""
YEAR = 44
"""Cells of a strip of twelve months."""


def state_word(view: CriterionView, pen: Pen) -> str:
    """The state in words; an open criterion is either under way or not begun."""
    return pen.say("words.unbegun" if view.state is State.OPEN and not view.is_begun else f"words.state.{view.state}")


def mark_of(state: State, pen: Pen) -> Span:
    """The mark of a state, the same on every screen; empty for what is open."""
    mark, style = STATE_MARKS[state]
    return Span(getattr(pen.glyphs, mark, mark), style)


def state_mark(view: CriterionView, pen: Pen) -> Span:
    """The mark of a criterion and a blank; a warning if a number is unset or something has changed since the claim."""
    needs_a_look = (view.round is None and view.standing.unset) or (view.claim and view.moved)
    mark = mark_of(State.STALE if needs_a_look and view.waiver is None else view.state, pen)
    text = f"{state_aloud(view, pen.lang)} " if pen.aloud else mark.text or " "
    return Span(f"{text} ", mark.style)


def rung_count(rung: Rung, pen: Pen) -> Line:
    """How many items of a rung are settled, of how many, and the mark of its state; only the mark if it is finished."""
    mark = mark_of(rung.state, pen)
    if rung.state in {State.SIGNED, State.TICKED, State.SKIPPED}:
        return (mark,)
    return (Span(f"{rung.settled}/{rung.total}", "strong" if rung.current else "dim"), mark)


def legend(pen: Pen) -> Iterator[tuple[str, str]]:
    """Every mark of criteria, STEPs, points and entries, with what it means: the one legend of all screens."""
    for state in (State.CONFIRMED, State.CLAIMED, State.RETURNED, State.READY, State.MET, State.WAIVED, State.STALE):
        yield mark_of(state, pen).text, pen.say(f"words.mark.{state}")
    yield "2/4", pen.say("words.mark.count")
    yield pen.glyphs.ticked, pen.say("words.mark.ticked")
    yield pen.glyphs.unticked, pen.say("words.mark.unticked")
    yield "~", pen.say("words.mark.corrected")
    yield "[1]", pen.say("words.mark.evidence")
    yield LOCAL, pen.say("words.mark.local")


def legend_line(pen: Pen) -> str:
    """The marks of states that involve a mentor, in a few words."""
    return pen.say("words.legend", done=pen.glyphs.done)


def legend_lines(pen: Pen) -> Iterator[Line]:
    """All marks with their meaning, for paper and the command line, where no help page explains them."""
    more = pen.say("words.legend.more", warn=pen.glyphs.warn, ticked=pen.glyphs.ticked)
    for text in (legend_line(pen), more):
        yield from pen.paragraph(text, "dim")


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
    if gauge.at_most and gauge.unit is GaugeUnit.DAYS:
        yield (Span(pen.say("screens.hole"), "dim"), Span(" "), text)
    elif gauge.unit is GaugeUnit.PERCENT:
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

    Beside the number of entries of a month, a shade shows it in proportion to the month with most.
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
    """The mark of an event's fate (undone, corrected, withdrawn); a blank where it has none."""
    marks = {Fate.UNDONE: glyphs.missing, Fate.CORRECTED: "~", Fate.WITHDRAWN: "-"}
    return marks[fate] if fate else " "
