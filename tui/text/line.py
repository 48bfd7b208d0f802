"""Lines of styled spans, and rows of lines: every drawing consists of these, for every face."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple, TypeAlias

from tui.record import record
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
CURSOR: Final = 2
"""Cells that a screen leaves free for the cursor mark before a row that can be chosen."""


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
    """*spans* cut to at most *cells*, with ``..`` at the end if something was cut off; trailing blanks don't count."""
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


@record
class Row:
    """A row of one or more lines.

    Args:
        lines: what it shows, without the cursor mark.
        key: what the row stands for; empty for headings and text, which the cursor skips.
    """

    lines: tuple[Line, ...]
    key: str = ""

    @classmethod
    def of(cls, line: Line, key: str = "") -> Row:
        """A row of one line."""
        return cls((line,), key)


def on_paper(rows: Iterable[Row]) -> Iterator[Line]:
    """The lines of *rows* without a cursor; rows with a key are indented as on a screen, so that columns line up."""
    for row in rows:
        yield from ((Span(" " * CURSOR), *line) for line in row.lines) if row.key else row.lines


GAP = Row((BLANK,))
"""An empty line between groups."""
