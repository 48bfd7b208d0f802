"""An event of the journal, on one line and in full."""

from __future__ import annotations

import json
from collections.abc import Mapping

from tui.drawing.pen import Pen
from tui.journal.event import ORGANISATION, Event
from tui.moment import recorded_at
from tui.text.line import Line, Row, Span, column, justify
from tui.workbook.wording import SHORT, event_kind, event_subject

ROOMY = 70
"""Columns from which a line has room for year and time."""


def event_line(
    event: Event, pen: Pen, names: Mapping[str, str], others: Mapping[str, str], *, undone: bool = False
) -> Line:
    """When, what, about what; by whom where it was somebody else, *others* being their names by id.

    Where nothing can be chosen it begins with whether it was undone and with the hash that can be typed, and stays one
    line whatever its length: what filters lines sees all of it.
    """
    when = recorded_at(event.recorded).astimezone()
    day = str(event.body.get("day", ""))
    about: Line = (
        Span(f"{when:%Y-%m-%d %H:%M}  " if pen.flat or pen.width >= ROOMY else f"{when:%m-%d}  ", "dim"),
        *column((Span(event_kind(event, pen.lang), "accent"),), 9 if pen.lang == "ja" else 14),
        Span(f"{day[5:]} " if day else ""),
        Span(event_subject(event, names, pen.lang)),
    )
    by = Span(others.get(event.author, ""), "dim")
    if pen.flat:
        mark = pen.glyphs.missing if undone else " "
        return (Span(f"{mark} "), Span(f"{event.hash[:SHORT]}  ", "dim"), *about, Span("  "), by)
    return justify(about, (by,), pen.width)


def event_sheet(event: Event, pen: Pen, names: Mapping[str, str], people: Mapping[str, str]) -> list[Row]:
    """Every field of an event: nothing that an auditor would have to look up elsewhere."""
    when = recorded_at(event.recorded).astimezone().isoformat(timespec="seconds")
    lines: list[Line] = [
        (Span(event_kind(event, pen.lang), "title"), Span(f"  {event.hash[:16]}", "dim")),
        (Span(f"{when}  {people.get(event.author, event.author)}  {event.pack} {event.pack_version}", "dim"),),
    ]
    if event.item:
        lines += pen.paragraph(f"{event.item}  {names.get(event.item, '')}")
    if event.trainee == ORGANISATION:
        lines += pen.paragraph(event_subject(event, names, pen.lang))
    for key, value in event.body.items():
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        if text not in {"", "null", "[]"}:
            lines += pen.bullet(f"{key}:", text, mark_style="dim")
    lines += pen.paragraph(f"writer {event.writer} #{event.n}  previous {event.previous[:16] or '-'}", "dim")
    return [Row(tuple(lines))]
