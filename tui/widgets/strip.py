"""Turning lines of spans into Textual's strips of styled segments."""

from __future__ import annotations

from collections.abc import Mapping

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.text.clean import flat
from tui.text.line import Line, Span, clip, line_width


def to_strip(spans: Line, cells: int, styles: Mapping[str, Style]) -> Strip:
    """*spans* as a strip of exactly *cells*; neighbours of one style become one segment, since each costs bytes.

    A line that is too wide ends in ``..``, so that the cut is visible.
    """
    segments: list[Segment] = []
    fitting = clip(spans, cells)
    pending, pending_style = "", ""
    for span in (*fitting, Span(" " * (cells - line_width(fitting)))):
        text = flat(span.text)
        if span.style == pending_style:
            pending += text
            continue
        if pending:
            segments.append(Segment(pending, styles[pending_style]))
        pending, pending_style = text, span.style
    if pending:
        segments.append(Segment(pending, styles[pending_style]))
    return Strip(segments, cells)
