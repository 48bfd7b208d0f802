"""The career path of a person: where they stand, which duties come next, which STEPs lead there (`isogj` 7.3)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tui.curriculum.pack import Pack
from tui.drawing.marks import tick_mark
from tui.drawing.organisation import sheet_title
from tui.drawing.pen import Pen
from tui.progress.career import CareerStage, DutyWay, Lead, Trace
from tui.text.line import GAP, Line, Row, Span
from tui.workbook.organisation.career import CareerView
from tui.workbook.wording.career import lead_text, place_texts

JOB: Final = "job:"
"""First part of the keys of rows with a past job that can be chosen."""
WITHIN: Final = "#"
"""Separates an id and a place in a key, since a duty or a STEP may stand at several stages."""


def career_rows(view: CareerView, pen: Pen, *, can_choose: bool) -> list[Row]:
    """Where the person stands, their past jobs, then stage by stage."""
    rows = [sheet_title("organisation.career", "isogj:7.3", pen)]
    rows.append(Row(tuple(_place(view, pen))))
    rows += [GAP, Row(tuple(_legend(pen))), GAP]
    for at, stage in enumerate(view.way.stages):
        rows += _stage(view, stage, at == view.way.now, pen)
        if stage.aspect == "base":
            rows += _jobs(view, pen, can_choose=can_choose)
        rows.append(GAP)
    return rows


def _place(view: CareerView, pen: Pen) -> Iterator[Line]:
    yield (Span(view.book.label, "strong"),)
    for text in place_texts(view, pen.lang):
        yield from pen.paragraph(text)


def _legend(pen: Pen) -> Iterator[Line]:
    if pen.aloud:
        return  # words stand in the place of the marks, so they need no legend
    said = (f"{_mark(trace, pen).text} {pen.say(f'career.trace.{trace}')}" for trace in Trace)
    yield from pen.paragraph("   ".join(said), "dim")


def _mark(trace: Trace, pen: Pen) -> Span:
    if pen.aloud:
        return Span(pen.say(f"career.trace.{trace}"))
    match trace:
        case Trace.SIGNED:
            return Span(pen.glyphs.done, "ok")
        case Trace.ON:
            return Span("+", "accent")
        case Trace.OPEN:
            return Span("-", "dim")


def _jobs(view: CareerView, pen: Pen, *, can_choose: bool) -> Iterator[Row]:
    inner = pen.narrower(4)
    key = ("career.jobs.typed" if pen.flat else "career.jobs") if can_choose else "career.jobs.only"
    yield Row(tuple(pen.paragraph(pen.say(key), "dim", indent="    ")))
    for job, affinity in view.jobs.items():
        mark = tick_mark(job in view.chosen, pen)
        lines = inner.bullet(mark.text, pen.named(job, pen.of(affinity.job)), mark_style=mark.style)
        yield Row(tuple((Span("  "), *line) for line in lines), f"{JOB}{job}" if can_choose else "")


def _stage(view: CareerView, stage: CareerStage, is_now: bool, pen: Pen) -> Iterator[Row]:
    inner = pen.narrower(2)
    mark = pen.glyphs.done if stage.is_behind else "*" if is_now and not pen.aloud else " "
    head = f"{stage.career.stage} {pen.of(stage.career.name)}"
    if is_now:
        head = pen.say("career.here", stage=head)
    style = "ok" if stage.is_behind else "accent"
    lines = list(inner.bullet(mark, head, "strong" if is_now or stage.is_behind else "", style))
    yield Row(tuple(lines), stage.career.id)
    if stage.aspect != "base" and not stage.duties:
        yield Row(tuple(pen.paragraph(pen.say(f"career.empty.{stage.aspect}"), "dim", indent="    ")))
    for duty in stage.duties:
        yield from _duty(view.book.pack, stage, duty, pen)


def _duty(pack: Pack, stage: CareerStage, way: DutyWay, pen: Pen) -> Iterator[Row]:
    duty = pack.textbook.duty(way.duty)
    inner = pen.narrower(4)
    name = f"{duty.code} {pen.of(duty.name)}" if duty else way.duty
    mark = _mark(way.trace, pen)
    lines = [(Span("  "), *line) for line in inner.bullet(mark.text, name, "", mark.style)]
    if not way.leads:
        lines += pen.paragraph(pen.say("career.no_step"), "dim", indent="    ")
    yield Row(tuple(lines), f"{way.duty}{WITHIN}{stage.career.id}")
    for lead in way.leads:
        yield _lead(pack, stage, way, lead, pen)


def _lead(pack: Pack, stage: CareerStage, way: DutyWay, lead: Lead, pen: Pen) -> Row:
    mark = _mark(lead.trace, pen)
    said = pen.named(f"{lead.role}.{lead.step}", lead_text(pack, lead, pen.lang))
    lines = pen.narrower(8).bullet(mark.text, said, "dim", mark.style)
    key = f"{lead.role}.{lead.step}{WITHIN}{stage.career.id}.{way.duty}"
    return Row(tuple((Span("      "), *line) for line in lines), key)
