"""The matrix as a table: functions or teams by regions under layers, and what its marks mean."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from tui.drawing.duty import region_legend
from tui.drawing.grid import Grid
from tui.drawing.layers import legend_rows
from tui.drawing.pen import Pen
from tui.text.line import GAP, Line, Row, Span, flat_text
from tui.workbook.organisation.layers import Facts, Layer, marks_of
from tui.workbook.organisation.matrix_table import MatrixRow, MatrixTable, cell_text
from tui.workbook.wording.layers import layer_name


def matrix_rows(table: MatrixTable, layers: Sequence[Layer], facts: Facts, pen: Pen) -> list[Row]:
    """The table with its title and its legend."""
    head = head_text(table, pen)
    names = " + ".join(layer_name(layer, facts, pen.lang) for layer in layers)
    heads: list[list[Line]] = [
        [(Span(region.code, "strong"),) for region in table.columns],
        [(Span(pen.of(region.short)),) for region in table.columns],
    ]
    cells = [[(Span(cell),) for cell in cells_of(row, table, layers, facts, pen)] for row in table.rows]
    labels = [flat_text(label_line(row, pen)).strip() for row in table.rows]
    grid = Grid.of(labels, [*heads, *cells], pen, gutter=2)
    rows = [Row(tuple(pen.paragraph(f"{head}  {names}", "strong")))]
    rows += [Row(grid.row("", each)) for each in heads]
    rows += [Row(grid.row(label, each)) for label, each in zip(labels, cells, strict=True)]
    return [*rows, GAP, *meaning_rows(table, layers, facts, pen)]


def head_text(table: MatrixTable, pen: Pen) -> str:
    """The title of the table: what its rows and columns are."""
    return pen.say("matrix.head.teams" if table.by_team else "matrix.head.functions")


def label_line(row: MatrixRow, pen: Pen) -> Line:
    """`` B 即時分析``: the letter is a span of its own, so that it can stand alone in little room; teams have none."""
    name = pen.of(row.short)
    return (Span(f" {row.code} "), Span(name)) if row.code else (Span(f" {name}"),)


def cells_of(row: MatrixRow, table: MatrixTable, layers: Sequence[Layer], facts: Facts, pen: Pen) -> list[str]:
    """The cells of a row: its duties with the marks of the layers."""
    marks = [partial(marks_of, layers, region.id, facts, pen.glyphs) for region in table.columns]
    return [cell_text(duties, each, by_team=table.by_team) for duties, each in zip(row.cells, marks, strict=True)]


def meaning_rows(table: MatrixTable, layers: Sequence[Layer], facts: Facts, pen: Pen) -> list[Row]:
    """The meaning of the columns if no layer lies over them, else of the marks; then what the marks say together."""
    rows = []
    if tuple(layers) == (Layer.REGION,):
        rows = [row for region in table.columns for row in region_legend(region, pen)]
    return [*rows, *legend_rows(layers, facts, table, pen)]
