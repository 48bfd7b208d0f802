"""What a new edition of the pack changed, one change at a time."""

from __future__ import annotations

from collections.abc import Iterator

from tui.curriculum.difference import ChangeKind, Difference
from tui.drawing.marks import tick_mark
from tui.drawing.pen import Pen
from tui.text.line import Line, Span


def change_lines(each: Difference, pen: Pen, *, seen: bool) -> Iterator[Line]:
    """A change: whether it was looked at, what happened, its present and its former name."""
    mark = tick_mark(seen, pen)
    title = each.after or each.before
    kind = pen.say(f"words.change.{each.change}")
    yield from pen.bullet(mark.text, f"{kind}  {pen.of(title) if title else each.id}", mark_style=mark.style)
    yield (Span(f"    {each.id}" + (f"  ({each.former})" if each.former else ""), "dim"),)
    if each.before is not None and each.after is not None and each.before != each.after:
        yield from pen.paragraph(pen.say("screens.changes.before", text=pen.of(each.before)), "dim", indent="    ")
    if each.change in {ChangeKind.REWORDED, ChangeKind.RULE} and seen is False:
        yield from pen.paragraph(pen.say(f"screens.changes.{each.change}"), indent="    ")
