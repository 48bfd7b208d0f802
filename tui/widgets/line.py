"""Lines of styled spans: what every widget of ikusei draws, and the only way from a string to the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeAlias

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.text.cells import MORE, take, width
from tui.text.clean import flat


class Span(NamedTuple):
    """A run of text in one style.

    Args:
        text: any string; it is neutralised when it is drawn, and never parsed as markup.
        style: name of a style of ``Canvas``; empty for plain text.
    """

    text: str
    style: str = ""


Line: TypeAlias = tuple[Span, ...]

BLANK: Line = ()


def line(*parts: Span | str) -> Line:
    """A line of *parts*; plain strings have no style."""
    return tuple(part if isinstance(part, Span) else Span(part) for part in parts)


def line_width(spans: Iterable[Span]) -> int:
    """How many cells *spans* take."""
    return sum(width(flat(span.text)) for span in spans)


def flat_text(spans: Iterable[Span]) -> str:
    """The characters of *spans*, without their styles."""
    return "".join(flat(span.text) for span in spans)


def clip(spans: Line, cells: int) -> Line:
    """*spans* cut to at most *cells*, with ``..`` where something is lost; blanks at the end are nothing to lose."""
    if line_width(spans) <= cells:
        return spans
    while spans and flat(spans[-1].text)[-1:] in {"", " "}:
        last = flat(spans[-1].text).rstrip(" ")
        spans = (*spans[:-1], *([Span(last, spans[-1].style)] if last else []))
    if line_width(spans) <= cells:
        return spans
    kept: list[Span] = []
    room = max(0, cells - len(MORE))
    for span in spans:
        text = take(flat(span.text), room)
        kept.append(Span(text, span.style))
        room -= width(text)
        if text != flat(span.text):
            break
    return (*kept, Span(MORE[: max(0, cells)], kept[-1].style if kept else ""))


def justify(left: Line, right: Line, cells: int) -> Line:
    """*left* and *right* at the two ends of *cells*; *left* is cut where they would touch."""
    kept = clip(left, max(0, cells - line_width(right) - 1))
    gap = max(0, cells - line_width(right) - line_width(kept))
    return (*kept, Span(" " * gap), *right)


def column(spans: Line, cells: int) -> Line:
    """*spans* cut or padded to exactly *cells*."""
    kept = clip(spans, cells)
    return (*kept, Span(" " * (cells - line_width(kept))))


def to_strip(spans: Line, cells: int, styles: Mapping[str, Style]) -> Strip:
    """*spans* as a strip of exactly *cells*; neighbours of one style become one segment, since each costs bytes.

    Whatever is too wide ends in ``..``: nothing is cut silently.
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
