"""A STEP that can be signed: what is declared, and the confirmed criteria that it rests on."""

from __future__ import annotations

from tui.drawing.pen import Pen
from tui.widgets.choice_list import GAP, Row
from tui.widgets.line import Line, Span
from tui.workbook.days import day_of
from tui.workbook.signoff import Signable


def signoff_sheet(signable: Signable, text: str, pen: Pen) -> list[Row]:
    """The rows of a STEP that can be signed.

    Args:
        signable: the STEP.
        text: the declaration.
        pen: language, marks, width.
    """
    role, number = pen.of(signable.role.name), signable.step.number
    head: list[Line] = [
        *pen.paragraph(pen.say("screens.sign.title", role=role, number=number), "title"),
        (Span(signable.book.name, "dim"),),
        (),
        *pen.paragraph(text),
    ]
    if signable.earlier:
        earlier = ", ".join(map(str, signable.earlier))
        head += [(), *pen.paragraph(pen.say("screens.sign.order", earlier=earlier), "warn")]
    rows = [Row(tuple(head)), GAP, Row.of(pen.heading(pen.say("screens.sign.criteria")))]
    for view in signable.view.criteria:
        day = day_of(view.decision.recorded) if view.decision else ""
        said = pen.say("screens.sign.by", name=pen.of(view.criterion.name), day=day, by=view.by)
        rows.append(Row(tuple(pen.bullet(pen.glyphs.done, said, mark_style="ok"))))
    return rows
