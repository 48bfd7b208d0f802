"""Items that can be ticked, with their marks, their details and what is nested in them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from tui.curriculum.model import Item
from tui.drawing.criterion import item_row
from tui.drawing.marks import tick_mark
from tui.drawing.pen import Pen
from tui.drawing.step import text_below
from tui.text.line import Row, Span


def topic_rows(items: Sequence[Item], ticked: Collection[str], pen: Pen, depth: int = 0) -> Iterator[Row]:
    """Topics with their marks and details; a topic with others below it counts as ticked when all of them are."""
    for item in items:
        if item.children:
            mark = tick_mark(all(leaf.id in ticked for leaf in item.leaves()), pen)
            inner = pen.narrower(2 + 2 * depth)
            named = inner.bullet(mark.text, pen.named(item.id, pen.of(item.text)), "strong", mark.style)
            # On a screen each topic has a page of its own for these.
            detail = text_below(item, inner) if pen.flat else ()
            yield Row(tuple((Span("  " * (depth + 1)), *line) for line in (*named, *filter(None, detail))))
            yield from topic_rows(item.children, ticked, pen, depth + 1)
            continue
        row = item_row(item, item.id in ticked, pen, depth)
        inner = pen.narrower(4 + 2 * depth)
        below = ((Span("  " * depth + "  "), *line) for line in text_below(item, inner) if line)
        dim = (tuple(Span(span.text, span.style or "dim") for span in line) for line in below)
        yield Row((*row.lines, *dim), item.id)
