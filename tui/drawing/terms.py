"""A word of the glossary."""

from __future__ import annotations

from collections.abc import Iterator

from tui.curriculum.organisation import Term
from tui.drawing.pen import Pen
from tui.text.line import Line


def term_lines(term: Term, pen: Pen) -> Iterator[Line]:
    """A word, what else it is called, what it means."""
    also = f"  {', '.join(term.also)}" if term.also else ""
    yield from pen.bullet("-", f"{pen.of(term.name)}{also}", "strong", "dim")
    yield from pen.paragraph(pen.of(term.text), indent="  ")
    if term.note.ja:
        yield from pen.paragraph(pen.of(term.note), "dim", indent="  ")
