"""What was said about a criterion, as lines; nothing is ever cut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from tui.drawing.pen import Pen
from tui.text.kinsoku import wrap
from tui.text.line import Line, Span
from tui.workbook.wording.thread import Turn

HANGING: Final = 2
"""Cells by which further lines of a turn are indented, so that turns can be told apart."""


def turn_lines(turns: Iterable[Turn], pen: Pen) -> Iterator[Line]:
    """Each turn wrapped; turns that belong to a claim are indented below it."""
    for turn in turns:
        mark = "-" if turn.depth == 0 else pen.glyphs.warn if turn.tone in {"warn", "bad"} else ""
        indent = "  " * turn.depth
        first = f"{indent}{mark} " if mark else indent
        rest = " " * (len(indent) + HANGING)
        style = "" if turn.tone == "warn" else turn.tone
        for number, part in enumerate(wrap(turn.text, max(1, pen.width - len(rest)))):
            yield (Span(first if number == 0 else rest, turn.tone or "dim"), Span(part, style))
