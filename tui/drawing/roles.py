"""The tree of roles, and the text of each of its rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tui.drawing.duty import below, item_lines
from tui.drawing.marks import mark_of
from tui.drawing.pen import Pen
from tui.drawing.step import step_text
from tui.drawing.topics import topic_rows
from tui.text.line import GAP, Line, Row, Span, justify
from tui.workbook.standings.today import Rung
from tui.workbook.standings.workbook import Workbook
from tui.workbook.wording.aloud import rung_aloud


def role_tree(book: Workbook, pen: Pen) -> Iterator[Row]:
    """Basic education, then every role with its common education and its STEPs; in words which are followed."""
    marks, starts = book.marks(), {each.role: each.start for each in book.enrolments()}
    basic = book.education(marks)
    yield Row.of(_branch(Span(pen.say("words.basic"), "strong"), basic, pen), "basic")
    for entry in book.pack.roles:
        yield GAP
        name = (Span("  "), Span(pen.of(entry.name), "strong"))
        followed = (Span(pen.say("screens.followed") if entry.id in starts else "", "dim"),)
        yield Row.of(justify(name, followed, pen.width - 1), f"role:{entry.id}")
        role = book.pack.role(entry.id)
        for rung in book.rungs(role, starts.get(entry.id, 0), marks)[1:] if role is not None else ():
            label = Span(f"    {pen.say('words.step', number=rung.number) if rung.number else pen.say('words.common')}")
            key = f"step:{rung.id}" if rung.number else f"common:{entry.id}"
            yield Row.of(_branch(label, rung, pen), key)


def _branch(label: Span, rung: Rung, pen: Pen) -> Line:
    if pen.aloud:
        return (Span(rung_aloud(replace(rung, current=False), label.text.strip(), pen.lang)),)
    mark = mark_of(rung.state, pen)
    # A blank in place of a missing mark keeps the figures aligned.
    count = (Span(f"{rung.settled}/{rung.total}", "dim"), mark if mark.text else Span(" "))
    return justify((label,), count, pen.width - 1)


def role_sheet(book: Workbook, key: str, pen: Pen) -> list[Row]:
    """The text of what a row of the tree stands for; topics can be ticked."""
    kind, _, target = key.partition(":")
    pack = book.pack
    if kind == "basic":
        zero = next((step for step in pack.steps if step.number == 0), None)
        head: list[Line] = [(Span(pen.say("words.basic"), "title"),)]
        head += pen.paragraph(pen.of(zero.text)) if zero else ()
        return [Row(tuple(head)), GAP, *topic_rows(pack.basic, book.ticked(), pen)]
    role = pack.role(target.partition(".")[0])
    if role is None:
        return [Row(tuple(pen.paragraph(pen.say("words.no_content"), "dim")))]
    if kind == "common":
        title: Line = (Span(f"{pen.of(role.name)}  {pen.say('words.common')}", "title"),)
        return [Row.of(title), GAP, *topic_rows(role.common, book.ticked(), pen)]
    if kind == "step":
        step = next(step for step in role.steps if step.id == target)
        definition = next((each for each in pack.steps if each.number == step.number), None)
        return [Row(tuple(step_text(step, definition, pen)))]
    lines: list[Line] = [(Span(pen.of(role.name), "title"),), (), pen.heading(pen.say("screens.tasks"))]
    return [Row((*lines, *item_lines(role.tasks, pen), *below(pen.notes(role))))]
