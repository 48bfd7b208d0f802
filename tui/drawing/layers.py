"""The layers of the matrix: their legends, the read-out of a cell, what the organisation says about a duty."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tui.curriculum.textbook import Duty, Region
from tui.drawing.pen import Pen
from tui.text.cells import width
from tui.text.kinsoku import wrap
from tui.text.line import Line, Row, Span, clip
from tui.workbook.organisation.layers import Facts, Layer
from tui.workbook.organisation.matrix_table import MatrixTable
from tui.workbook.wording.layers import (
    BETWEEN,
    assessment_words,
    difference_words,
    duty_words,
    gap_words,
    layer_name,
    legend,
    pattern_sentences,
    people_words,
    secbok_words,
)


def legend_rows(layers: Sequence[Layer], facts: Facts, table: MatrixTable, pen: Pen) -> list[Row]:
    """The marks of each layer in words; below them the duties of no team, and which pattern comes closest."""
    lines: list[Line] = []
    for layer in layers:
        # The columns themselves are the recommended regions.
        lines += legend_lines(layer, facts, pen) if layer is not Layer.REGION else ()
    if table.left_over:
        codes = ", ".join(duty.code for duty in table.left_over)
        lines += _indented(pen.paragraph(pen.say("matrix.left_over", duties=codes), "dim"))
    if Layer.PATTERN in layers or Layer.OURS in layers:
        for sentence in pattern_sentences(facts, pen.lang):
            lines += _indented(pen.paragraph(sentence))
        if facts.wanted is not None:
            lines += [(Span("   "), Span(each)) for each in difference_words(facts.fit(facts.wanted), pen.lang)]
    return [Row((line,)) for line in lines]


def legend_height(layers: Sequence[Layer], facts: Facts, pen: Pen) -> int:
    """How many lines the legends of the layers take, without what stands below them."""
    with_marks = (layer for layer in layers if layer is not Layer.REGION)
    return sum(len(list(legend_lines(layer, facts, pen))) for layer in with_marks)


def legend_lines(layer: Layer, facts: Facts, pen: Pen) -> Iterator[Line]:
    """The name of a layer and its marks; a line is never broken between a mark and its meaning."""
    if pen.aloud:
        return  # the words stand in the place of the marks
    name = layer_name(layer, facts, pen.lang)
    line: Line = (Span(" "), Span(name, "strong"))
    used = 1 + width(name)
    for mark, words in legend(layer, pen.glyphs, pen.lang):
        item = width(mark) + 1 + width(words)
        if used + len(BETWEEN) + item > pen.width:
            yield line
            line, used = (Span(" "),), 1
        line = (*line, Span(BETWEEN), Span(mark, "strong"), Span(f" {words}"))
        used += len(BETWEEN) + item
    yield line


def readout(duties: Sequence[Duty], region: Region, layers: Sequence[Layer], facts: Facts, pen: Pen) -> list[str]:
    """The duties of a cell one by one, each with what the layers show about it."""
    return [
        BETWEEN.join(
            [
                f"{duty.code} {pen.of(duty.name)}",
                *(duty_words(layer, duty, region, facts, pen.lang) for layer in layers if layer is not Layer.REGION),
            ]
        )
        for duty in duties
    ]


def fitted(texts: Sequence[str], pen: Pen, room: int) -> list[Line]:
    """*texts*, wrapped if *room* lines hold them all, else each cut to one line; those left over share the last."""
    lines = [part for text in texts for part in wrap(text, pen.width)]
    if len(lines) <= room:
        return [(Span(" "), Span(part)) for part in lines]
    shown = list(texts) if len(texts) <= room else [*texts[: room - 1], BETWEEN.join(texts[room - 1 :])]
    return [(Span(" "), *clip((Span(text),), pen.width)) for text in shown]


def assessment_lines(duty: Duty, facts: Facts, people: Mapping[str, str], pen: Pen) -> list[Line]:
    """What the organisation says about a duty: its mark, the gap to the target, who is trained, its history."""
    said = facts.said(duty.id)
    lines: list[Line] = [pen.heading(pen.say("matrix.our_assessment"))]
    lines += pen.paragraph(assessment_words(said, pen.lang) if said else pen.say("matrix.way.unsaid"))
    if said is not None and said.note:
        lines += pen.paragraph(said.note, "dim")
    if said is not None:
        lines += pen.paragraph(gap_words(facts.gap(duty.id), pen.lang))
    for layer, words in (
        (Layer.PEOPLE, people_words(facts, duty.id, pen.lang)),
        (Layer.SECBOK, secbok_words(facts, duty.id, pen.lang)),
    ):
        lines += pen.paragraph(f"{pen.say(f'matrix.layer.{layer}')}: {words}")
    past = facts.profile.history(duty.id)
    if past:
        lines += [(), pen.heading(pen.say("matrix.history"))]
    for each in past:
        by = people.get(each.author, each.author)
        text = f"{by}  {assessment_words(each, pen.lang)}  {each.note}".rstrip()
        lines += pen.bullet(pen.day_of(each.recorded), text, mark_style="dim")
    return lines


def _indented(lines: Iterator[Line]) -> Iterator[Line]:
    return ((Span(" "), *line) for line in lines)
