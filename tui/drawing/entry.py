"""An entry on one line, and in full."""

from __future__ import annotations

from tui.drawing.pen import Pen
from tui.journal.event import Entry
from tui.text.line import Line, Span
from tui.workbook.wording import entry_amount


def entry_line(entry: Entry, pen: Pen, about: str = "", style: str = "") -> Line:
    """``11-20 x1 ペア  メモ``: day, amount, supervision, what it is about, note; ``~`` where it was corrected."""
    day = entry.day.isoformat()[5:] if style != "long" else entry.day.isoformat()
    parts = [
        Span(f"{day} "),
        Span(f"{entry_amount(entry)} ", "accent"),
        Span(f"{pen.say(f'words.short.{entry.supervision}')}  ", "dim"),
    ]
    if about:
        parts.append(Span(f"{about}  "))
    parts.append(Span(entry.note))
    if entry.corrected:
        parts.append(Span(" ~", "dim"))
    if entry.evidence:
        parts.append(Span(f" [{len(entry.evidence)}]", "dim"))
    return tuple(parts)
