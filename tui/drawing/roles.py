"""The tree of roles, and the text of each of its rows."""

from __future__ import annotations

from collections.abc import Iterator

from tui.curriculum.model import Role
from tui.drawing.duty import below, item_lines
from tui.drawing.pen import Pen
from tui.drawing.step import step_text
from tui.drawing.topics import topic_rows
from tui.text.line import GAP, Line, Row, Span, clip, justify
from tui.workbook.rungs import topics_done
from tui.workbook.workbook import Workbook


def role_tree(book: Workbook, pen: Pen) -> Iterator[Row]:
    """Basic education, then every role with its common education and its STEPs; a mark at those that are followed."""
    ticked = book.ticked()
    done, total = topics_done(book.pack.basic, ticked)
    name = (Span(pen.say("words.basic"), "strong"),)
    yield Row.of(justify(name, (_count(done, total, pen),), pen.width - 1), "basic")
    followed = {enrolment.role for enrolment in book.enrolments()}
    for entry in book.pack.roles:
        yield GAP
        followed_mark = f"{pen.say('plain.followed')}  " if pen.aloud else f"{pen.glyphs.done} "
        mark = Span(followed_mark if entry.id in followed else "  ", "ok")
        yield Row.of(clip((mark, Span(pen.of(entry.name), "strong")), pen.width - 1), f"role:{entry.id}")
        role = book.pack.role(entry.id)
        if role is not None:
            yield from _branches(book, role, ticked, pen)


def _branches(book: Workbook, role: Role, ticked: frozenset[str], pen: Pen) -> Iterator[Row]:
    done, total = topics_done(role.common, ticked)
    common = (Span("    "), Span(pen.say("words.common")))
    yield Row.of(justify(common, (_count(done, total, pen),), pen.width - 1), f"common:{role.id}")
    claims = book.journal.claims(book.trainee)
    for step in role.steps:
        claimed = sum(criterion.id in claims for criterion in step.criteria)
        count = _count(claimed, len(step.criteria), pen)
        label = (Span("    "), Span(pen.say("words.step", number=step.number)))
        yield Row.of(justify(label, (count,), pen.width - 1), f"step:{step.id}")


def _count(done: int, total: int, pen: Pen) -> Span:
    return Span(pen.say("plain.of", done=done, total=total) if pen.aloud else f"{done}/{total}", "dim")


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
