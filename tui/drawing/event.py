"""An event of the journal, on one line and in full."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from tui.drawing.marks import fate_mark, tick_mark
from tui.drawing.pen import Pen
from tui.journal.event import ORGANISATION, Event, Fate, Kind
from tui.text.line import Line, Row, Span, column, justify
from tui.workbook.wording.aloud import subject_aloud
from tui.workbook.wording.fields import field_texts
from tui.workbook.wording.standings import SHORT, event_kind, event_subject, fate_text

ROOMY = 70
"""Columns from which a line has room for year and time."""


def event_line(event: Event, fate: Fate | None, pen: Pen, names: Mapping[str, str], others: Mapping[str, str]) -> Line:
    """An event on one line: when, what, its fate, about what, and by whom if its author is in *others* (names by id).

    On paper and on the command line it begins with the mark of its fate and a hash that can be typed, and is never
    wrapped, so that a filter of lines (grep) sees all of it.
    """
    when, day = pen.calendar.clock(event.recorded), _short_day(event, pen)
    moment = f"{when:%Y-%m-%d %H:%M}" if pen.flat or pen.width >= ROOMY else pen.short_day(when.date())
    mark = fate_mark(fate, pen.glyphs)
    said = fate_text(fate, pen.lang)
    if pen.aloud:
        parts = (
            f"{when:%Y-%m-%d %H:%M}",
            event_kind(event, pen.lang),
            said,
            day,
            subject_aloud(event, names, pen.lang),
        )
        return tuple(Span(f"{part}  ") for part in (*parts, others.get(event.author, "")) if part)
    about: Line = (
        Span(f"{moment}  ", "dim"),
        *column((Span(event_kind(event, pen.lang)),), 9 if pen.lang == "ja" else 14),
        *([Span(f"{mark} ", "warn")] if fate and not pen.flat else []),
        Span(said),
        Span(f"{day} " if day else ""),
        Span(_about(event, pen, names)),
    )
    by = Span(others.get(event.author, ""), "dim")
    if pen.flat:
        return (Span(f"{mark} "), Span(f"{event.hash[:SHORT]}  ", "dim"), *about, Span("  "), by)
    return justify(about, (by,), pen.width)


def _about(event: Event, pen: Pen, names: Mapping[str, str]) -> str:
    """What an event is about; for a tick with the mark that it set or removed."""
    if event.kind != Kind.TICK:
        return event_subject(event, names, pen.lang)
    return f"{tick_mark(bool(event.body.get('on')), pen).text} {names.get(event.item, event.item)}"


def _short_day(event: Event, pen: Pen) -> str:
    """The day of an entry as a list shows it; if a forged event has another text there, that text."""
    said = str(event.body.get("day", ""))
    try:
        return pen.short_day(date.fromisoformat(said))
    except ValueError:
        return said


def event_sheet(event: Event, pen: Pen, names: Mapping[str, str], people: Mapping[str, str]) -> list[Row]:
    """Every field of an event, so that an auditor needs to look up nothing elsewhere."""
    when = pen.calendar.clock(event.recorded).isoformat(timespec="seconds")
    lines: list[Line] = [
        (Span(event_kind(event, pen.lang), "title"), Span(f"  {event.hash[:16]}", "dim")),
        (Span(f"{when}  {people.get(event.author, event.author)}  {event.pack} {event.pack_version}", "dim"),),
    ]
    if event.item:
        lines += pen.paragraph(f"{event.item}  {names.get(event.item, '')}")
    if event.trainee == ORGANISATION:
        lines += pen.paragraph(event_subject(event, names, pen.lang))
    for label, text in field_texts(event, names, pen.lang):
        lines += pen.bullet(f"{label}:", text, mark_style="dim")
    place = pen.say("screens.event.place", writer=event.writer, n=event.n, previous=event.previous[:16] or "-")
    lines += pen.paragraph(place, "dim")
    return [Row(tuple(lines))]
