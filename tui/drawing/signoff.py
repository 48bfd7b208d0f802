"""A STEP that can be signed: what is declared, and the confirmed criteria that it rests on."""

from __future__ import annotations

from tui.drawing.criterion import signature_lines
from tui.drawing.marks import state_mark
from tui.drawing.pen import Pen
from tui.progress.state import State
from tui.text.line import GAP, Line, Row, Span
from tui.workbook.mentor.signoff import Signable


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
        (Span(signable.book.label, "dim"),),
        (),
        *pen.paragraph(text),
    ]
    if signable.earlier:
        earlier = ", ".join(map(str, signable.earlier))
        head += [(), *pen.warning(pen.say("screens.sign.order", earlier=earlier))]
    rows = [Row(tuple(head)), GAP, Row.of(pen.heading(pen.say("screens.sign.criteria")))]
    for view in signable.view.criteria:
        answer = view.waiver if view.state is State.WAIVED else view.decision
        day = pen.day_of(answer.recorded) if answer else ""
        key = "screens.sign.waived_by" if view.state is State.WAIVED else "screens.sign.by"
        said = pen.say(
            key, name=pen.of(view.criterion.name), day=day, by=view.by, reason=answer.reason if answer else ""
        )
        mark = state_mark(view, pen)
        rows.append(Row(tuple(pen.bullet(mark.text.strip(), said, mark_style=mark.style))))
        signature = signature_lines(view.signature, pen.narrower(2), view.by)
        rows.append(Row(tuple((Span("  "), *line) for line in signature)))
    return rows
