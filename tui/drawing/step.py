"""A STEP: its checklist, the criteria of it one line each, an item, a reference, the explanation with its goals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.curriculum.model import Item, Reference, Step, StepDefinition
from tui.drawing.criterion import rule_lines, state_lines
from tui.drawing.duty import below, item_lines
from tui.drawing.marks import standing_lines, state_mark, state_word, tick_mark
from tui.drawing.pen import Pen
from tui.text.cells import width
from tui.text.line import GAP, Line, Row, Span, clip, column, justify, line_width
from tui.workbook.standings.amounts import amount
from tui.workbook.standings.views import CriterionView, StepView
from tui.workbook.wording.aloud import gauge_aloud
from tui.workbook.wording.standings import gauge_short, standing_text


def item_sheet(item: Item, view: StepView, pen: Pen) -> list[Row]:
    """A learning item: its text, its source, and the criteria that it leads to."""
    mark = tick_mark(item.id in view.ticked, pen)
    lines: list[Line] = [*pen.title_of(pen.say("words.kind.learning"), item), ()]
    lines += pen.bullet(mark.text, pen.of(item.text), mark_style=mark.style)
    lines += text_below(item, pen)
    rows = [Row(tuple(lines))]
    leading = leading_to(item, view)
    if leading:
        rows += [GAP, Row.of(pen.heading(pen.say("screens.leads_to")))]
        rows += [Row(tuple(pen.bullet("-", pen.of(each.criterion.name)))) for each in leading]
    return rows


def leading_to(item: Item, view: StepView) -> list[CriterionView]:
    """The criteria to which a learning item leads."""
    return [each for each in view.criteria if item.id in each.criterion.leads]


def leads_sheet(item: Item, view: StepView, pen: Pen) -> list[Row]:
    """The criteria to which a learning item leads, each with what it asks and how far it is."""
    rows: list[Row] = []
    for each in leading_to(item, view):
        lines = (*pen.paragraph(pen.of(each.criterion.name), "title"), *pen.paragraph(pen.of(each.criterion.text)))
        far = (*rule_lines(each.criterion, pen), *standing_lines(each.standing, pen), *state_lines(each, pen))
        rows += [*([GAP] if rows else []), Row((*lines, *far))]
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
        lines += [(), *pen.paragraph(reference.url)]
    return [Row(tuple(lines + below(pen.notes(reference))))]


def step_text(step: Step, definition: StepDefinition | None, pen: Pen) -> list[Line]:
    """What a STEP is: from whom to whom, explanation, goals, criteria."""
    return [*pen.title(pen.say("words.step", number=step.number), step.source), *step_lines(step, definition, pen)]


def step_lines(step: Step, definition: StepDefinition | None, pen: Pen) -> list[Line]:
    """The lines of ``step_text`` below its title."""
    lines: list[Line] = []
    if definition is not None:
        who, becomes = pen.of(definition.who), pen.of(definition.becomes)
        way = pen.say("plain.from_to", before=who, after=becomes) if pen.aloud else f"{who} -> {becomes}"
        lines += pen.paragraph(way, "strong")
    lines += [(), *pen.paragraph(pen.of(step.text)), *below(pen.notes(step))]
    lines += [(), pen.heading(pen.say("screens.goals")), *item_lines(step.goals, pen)]
    lines += [(), pen.heading(pen.say("screens.criteria"))]
    for criterion in step.criteria:
        lines += pen.bullet("-", pen.of(criterion.text), mark_style="dim")
    return lines


def learning_items(view: StepView) -> dict[str, Item]:
    """The learning items of a step by id, nested ones included."""
    return {item.id: item for top in view.step.learning for item in top.walk()}


def step_rows(view: StepView, pen: Pen) -> Iterator[Row]:
    """Criteria, learning items and references of a step; goals stand in the details of the role."""
    yield Row.of(pen.heading(pen.say("screens.criteria")))
    for each in view.criteria:
        yield Row.of(criterion_line(each, pen), f"criterion:{each.criterion.id}")
    yield GAP
    yield Row.of(pen.heading(pen.say("screens.learning")))
    for top in view.step.learning:
        yield from learning_rows(top, view, pen, 0)
    if view.step.references:
        yield GAP
        yield Row.of(pen.heading(pen.say("screens.references")))
        for reference in view.step.references:
            title = (Span(pen.of(reference.title)), *pen.mark_local(reference.id))
            yield Row.of(clip(title, pen.width), f"reference:{reference.id}")


def criterion_line(view: CriterionView, pen: Pen) -> Line:
    """State, name, and the leading gauge at the right end."""
    gauges = view.standing.gauges
    leading = next((gauge for gauge in gauges if not gauge.met and not gauge.at_most), gauges[0] if gauges else None)
    # The mark already says that a number is unset; the word for it would leave no room for the name.
    unset = f"{amount(leading.done)}/-" if leading is not None and leading.needed is None else ""
    if pen.aloud:
        unset = gauge_aloud(leading, pen.lang) if leading is not None else ""
    gauge = Span(unset or (gauge_short(leading, pen.lang) if leading else ""), "dim")
    name = (Span(pen.of(view.criterion.name)), *pen.mark_local(view.criterion.id))
    return justify((state_mark(view, pen), *name), (gauge,), pen.width - 1)


def criterion_lines(views: Sequence[CriterionView], pen: Pen) -> Iterator[Line]:
    """Criteria, each with state, name, points and gauges, on one line or, where there is no room, two."""
    ids = max((width(view.criterion.id) for view in views), default=0) + 2 if pen.flat else 0
    names = [(Span(pen.of(view.criterion.name)), *pen.mark_local(view.criterion.id)) for view in views]
    words = [(Span(state_word(view, pen)),) for view in views]
    wide, widest = (max(map(line_width, cells), default=0) + 2 for cells in (names, words))
    for view, name, word in zip(views, names, words, strict=True):
        head: Line = (state_mark(view, pen), *column((Span(view.criterion.id, "dim"),), ids), *column(name, wide))
        points = Span(f"{view.points_done}/{len(view.criterion.points)}".rjust(4))
        state: Line = (points, Span("  "), *column(word, widest))
        # A criterion that only has points has no other number to show.
        gauges = Span("" if view.standing.rule == "attest" else standing_text(view.standing, pen.lang), "dim")
        if line_width((*head, *state, gauges)) <= pen.width:
            yield (*head, *state, gauges)
        elif line_width((*head, *state)) <= pen.width:
            yield from ((*head, *state), (Span(" " * (2 + ids)), gauges))
        else:
            yield from (head, (Span("  "), *state), (Span("    "), gauges))


def learning_rows(item: Item, view: StepView, pen: Pen, depth: int) -> Iterator[Row]:
    """A learning item with its mark, then what is nested in it; a heading has no mark of its own."""
    indent = Span("  " * depth)
    if item.children:
        yield Row.of(clip((Span("  "), indent, Span(pen.of(item.text), "dim")), pen.width + 1))
        for child in item.children:
            yield from learning_rows(child, view, pen, depth + 1)
        return
    mark = tick_mark(item.id in view.ticked, pen)
    text = (Span(f" {pen.of(item.text)}"), *pen.mark_local(item.id))
    yield Row.of(clip((indent, mark, *text), pen.width - 1), f"item:{item.id}")
