"""An event of the journal in full."""

from __future__ import annotations

from collections.abc import Mapping

from tui.drawing.pen import Pen
from tui.journal.event import ORGANISATION, Event
from tui.moment import recorded_at
from tui.text.line import Line, Row, Span
from tui.workbook.field_words import field_texts
from tui.workbook.wording import event_kind, event_subject


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
    for label, text in field_texts(event, names, pen.lang):
        lines += pen.bullet(f"{label}:", text, mark_style="dim")
    place = pen.say("screens.event.place", writer=event.writer, n=event.n, previous=event.previous[:16] or "-")
    lines += pen.paragraph(place, "dim")
    return [Row(tuple(lines))]
