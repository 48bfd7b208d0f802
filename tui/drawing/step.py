"""The texts of a STEP: an item, a reference, the explanation with its goals."""

from __future__ import annotations

from tui.curriculum.model import Item, Reference, Step, StepDefinition
from tui.drawing.duty import below, item_lines
from tui.drawing.marks import tick_mark
from tui.drawing.pen import Pen
from tui.text.line import GAP, Line, Row
from tui.workbook.views import StepView


def item_sheet(item: Item, view: StepView, pen: Pen) -> list[Row]:
    """A learning item: its text, its source, and the criteria that it leads to."""
    mark = tick_mark(item.id in view.ticked, pen)
    lines: list[Line] = [*pen.title_of(pen.say("words.kind.learning"), item), ()]
    lines += pen.bullet(mark.text, pen.of(item.text), mark_style=mark.style)
    lines += text_below(item, pen)
    rows = [Row(tuple(lines))]
    leading = [each.criterion for each in view.criteria if item.id in each.criterion.leads]
    if leading:
        rows += [GAP, Row.of(pen.heading(pen.say("screens.leads_to")))]
        rows += [Row(tuple(pen.bullet("-", pen.of(criterion.name)))) for criterion in leading]
    return rows


def text_below(item: Item, pen: Pen) -> list[Line]:
    """Detail, note and remark of an item."""
    lines: list[Line] = []
    if item.detail.ja:
        lines += [(), *pen.paragraph(pen.of(item.detail))]
    return lines + below(pen.notes(item))


def reference_sheet(reference: Reference, pen: Pen) -> list[Row]:
    """A reference with everything printed of it."""
    lines: list[Line] = [*pen.title_of(pen.say("words.kind.reference"), reference), ()]
    lines += pen.paragraph(pen.of(reference.title), "strong")
    for text in (reference.author, reference.publisher):
        lines += pen.paragraph(text) if text else ()
    if reference.url:
        lines += [(), *pen.paragraph(reference.url, "accent")]
    return [Row(tuple(lines + below(pen.notes(reference))))]


def step_text(step: Step, definition: StepDefinition | None, pen: Pen) -> list[Line]:
    """What a STEP is: from whom to whom, explanation, goals, criteria."""
    lines = list(pen.title(pen.say("words.step", number=step.number), step.source))
    if definition is not None:
        lines += pen.paragraph(f"{pen.of(definition.who)} -> {pen.of(definition.becomes)}", "accent")
    lines += [(), *pen.paragraph(pen.of(step.text)), *below(pen.notes(step))]
    lines += [(), pen.heading(pen.say("screens.goals")), *item_lines(step.goals, pen)]
    lines += [(), pen.heading(pen.say("screens.criteria"))]
    for criterion in step.criteria:
        lines += pen.bullet("-", pen.of(criterion.text), mark_style="dim")
    return lines
