"""``ikusei matrix``: the duties by function or team and by region, with one or two layers of marks."""

from __future__ import annotations

import click

from tui.cli.answers.matrix_data import records
from tui.cli.line.choices import patterns
from tui.cli.line.context import Cli
from tui.cli.line.ids import IdParam
from tui.cli.line.table import Form, form_of, form_options, write_records
from tui.cli.line.verb import OneOf, Verb, option, width_option
from tui.lang import Lang
from tui.workbook.organisation.assessing import pattern_named
from tui.workbook.organisation.layers import Facts, Layer
from tui.workbook.organisation.matrix_table import matrix_table


def verb(lang: Lang) -> Verb:
    """The verb with its arguments and options."""
    layers = OneOf(Layer)
    params: list[click.Parameter] = [
        option(lang, "-l --layer", "matrix.cli.layer", "|".join(Layer), type=layers),
        option(lang, "-w --with other", "matrix.cli.with", "LAYER", type=layers),
        option(lang, "-p --pattern", "matrix.cli.pattern", "PATTERN", default="", type=IdParam(patterns)),
        option(lang, "--teams", "matrix.cli.teams"),
        width_option(lang),
        *form_options(lang),
    ]
    return Verb("matrix", run, lang, "matrix.cli.help", params, more="matrix.cli.more")


def run(cli: Cli, *, layer: str | None, other: str | None, pattern: str, teams: bool, **asked: bool) -> int:
    """Write the table with its legend, or a row for each duty with its values in the layers.

    Raises:
        IkuseiError: the journal or the pack can't be read, or there is no such pattern.
    """
    form = form_of(**asked)
    book = cli.open_book(write=False)
    facts = Facts(book, pattern_named(book.pack, pattern) if pattern else "")
    table = matrix_table(book.pack, by_team=teams)
    chosen = tuple(dict.fromkeys(Layer(each) for each in (layer, other) if each))
    if form is Form.LINES:
        from tui.drawing.matrix import matrix_rows  # rows for programs need no drawing

        cli.out.draw_rows(matrix_rows(table, chosen or (Layer.REGION,), facts, cli.pen(book.pack, book)))
        return 0
    found = list(records(table, chosen or tuple(Layer), facts))
    if form is Form.JSON:
        cli.out.json(found)
    else:
        write_records(cli.out, form, found)
    return 0
