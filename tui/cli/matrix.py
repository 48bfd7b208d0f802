"""``ikusei matrix``: functions or teams by regions, with a layer or two of what is known of the duties."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

import click

from tui.cli.choices import patterns
from tui.cli.context import Cli
from tui.cli.ids import IdParam
from tui.cli.matrix_data import records
from tui.cli.table import Form, form_of, form_options, write_records
from tui.cli.verb import OneOf, Verb, option
from tui.lang import Lang
from tui.text.cells import fit, width
from tui.workbook.layer_words import difference_words, layer_name, legend_lines, pattern_sentences
from tui.workbook.layers import Facts, Layer, marks_of
from tui.workbook.matrix_table import MatrixTable, cell_text, matrix_table
from tui.workbook.organisation import pattern_named

GAP: Final = "  "


def verb(lang: Lang) -> Verb:
    """How it is called."""
    layers = OneOf(Layer)
    params: list[click.Parameter] = [
        option(lang, "-l --layer", "matrix.cli.layer", "|".join(Layer), type=layers),
        option(lang, "-w --with other", "matrix.cli.with", "LAYER", type=layers),
        option(lang, "-p --pattern", "matrix.cli.pattern", "PATTERN", default="", type=IdParam(patterns)),
        option(lang, "--teams", "matrix.cli.teams"),
        *form_options(lang),
    ]
    return Verb("matrix", run, lang, "matrix.cli.help", params, more="matrix.cli.more")


def run(cli: Cli, *, layer: str | None, other: str | None, pattern: str, teams: bool, **asked: bool) -> int:
    """Write the table with its legend, or what the layers know of each duty as rows.

    Raises:
        IkuseiError: the journal or the pack can't be read, or there is no such pattern.
    """
    form = form_of(**asked)
    book = cli.open_book(write=False)
    facts = Facts(book, pattern_named(book.pack, pattern) if pattern else "")
    table = matrix_table(book.pack, by_team=teams)
    chosen = tuple(dict.fromkeys(Layer(each) for each in (layer, other) if each))
    if form is Form.LINES:
        _write(cli, table, chosen or (Layer.REGION,), facts)
        return 0
    found = list(records(table, chosen or tuple(Layer), facts))
    if form is Form.JSON:
        cli.out.json(found)
    else:
        write_records(cli.out, form, found)
    return 0


def _write(cli: Cli, table: MatrixTable, layers: Sequence[Layer], facts: Facts) -> None:
    names = [layer_name(each, facts, cli.lang) for each in layers]
    head = cli.say("matrix.head.teams" if table.by_team else "matrix.head.functions")
    lines = list(_grid(cli, table, layers, facts))  # whole before anything is written: reading may fail
    cli.out.heading(f"{head}{GAP}{' + '.join(names)}")
    for line in lines:
        cli.out.line(line)
    cli.out.line()
    for layer, name in zip(layers, names, strict=True):
        lines = legend_lines(layer, cli.glyphs, cli.lang, cli.out.width - len(GAP))
        if lines:
            cli.out.line(name)
        for line in lines:
            cli.out.line(f"{GAP}{line}")
    if table.left_over:
        cli.out.line(cli.say("matrix.left_over", duties=", ".join(duty.code for duty in table.left_over)))
    if Layer.PATTERN in layers or Layer.OURS in layers:
        for sentence in pattern_sentences(facts, cli.lang):
            cli.out.line(sentence)
        wanted = facts.wanted
        for words in difference_words(facts.fit(wanted), cli.lang) if wanted else ():
            cli.out.line(f"{GAP}{words}")


def _grid(cli: Cli, table: MatrixTable, layers: Sequence[Layer], facts: Facts) -> Iterator[str]:
    cells = [
        [
            cell_text(duties, partial(marks_of, layers, region.id, facts, cli.glyphs), by_team=table.by_team)
            for region, duties in zip(table.columns, row.cells, strict=True)
        ]
        for row in table.rows
    ]
    heads = [(region.code, cli.of(region.short)) for region in table.columns]
    widths = [max(map(width, (*heads[at], *(row[at] for row in cells)))) for at in range(len(heads))]
    labels = [f"{row.code} {cli.of(row.short)}".strip() for row in table.rows]
    label = max(map(width, labels), default=0)
    if not table.by_team and label + sum(widths) + len(GAP) * len(widths) > cli.out.width:
        labels = [row.code for row in table.rows]
        label = max(map(width, labels), default=0)
    for number in (0, 1):
        yield GAP.join([" " * label, *(fit(head[number], size) for head, size in zip(heads, widths, strict=True))])
    for name, row in zip(labels, cells, strict=True):
        yield GAP.join([fit(name, label), *(fit(cell, size) for cell, size in zip(row, widths, strict=True))])
