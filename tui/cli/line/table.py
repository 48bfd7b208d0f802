"""Rows for other programs: the options ``--json``, ``--csv`` and ``--tsv``, the same for every verb that has them.

JSON is the documented data of the verb. CSV and TSV are flat rows below a line of column names, in UTF-8 whatever the
locale: CSV by RFC 4180, TSV without quotes, one line for each row (see docs/tables.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from tui.cli.line.verb import option
from tui.errors import UsageError
from tui.lang import Lang
from tui.text.clean import flat, neutralise

if TYPE_CHECKING:
    import click

    from tui.cli.line.out import Out

FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""How a cell begins that a spreadsheet takes for a formula (OWASP); Japanese ones accept the wide signs, too."""


class Form(StrEnum):
    """How an answer is written; ``LINES`` is for people."""

    LINES = ""
    JSON = "json"
    CSV = "csv"
    TSV = "tsv"


def form_options(lang: Lang) -> list[click.Option]:
    """``--json``, ``--csv`` and ``--tsv``."""
    return [option(lang, f"--{form} is_{form}", f"cli.option.{form}") for form in Form if form]


def form_of(*, is_json: bool, is_csv: bool, is_tsv: bool) -> Form:
    """The form that was asked for.

    Raises:
        UsageError: more than one was.
    """
    asked = [form for form, is_asked in zip(Form, (False, is_json, is_csv, is_tsv), strict=True) if is_asked]
    if len(asked) > 1:
        raise UsageError("cli.one_form")
    return asked[0] if asked else Form.LINES


def write_rows(out: Out, form: Form, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write *rows* as CSV or TSV below a line of *columns*; a list is written with blanks between its parts.

    Raises:
        OSError: nobody reads it any more, or it can't be written.
    """
    cells = [list(columns), *([_cell(value) for value in row] for row in rows)]
    out.utf8(_csv(cells) if form is Form.CSV else "".join("\t".join(map(flat, row)) + "\n" for row in cells))


def write_records(out: Out, form: Form, records: Sequence[Mapping[str, object]]) -> None:
    """Write *records*, which have the same keys, as CSV or TSV below a line of their keys.

    Raises:
        OSError: nobody reads it any more, or it can't be written.
    """
    columns = list(records[0]) if records else []
    write_rows(out, form, columns, (list(each.values()) for each in records))


def _csv(cells: Iterable[Sequence[str]]) -> str:
    from csv import writer  # few answers are CSV
    from io import StringIO

    page = StringIO()
    writer(page, lineterminator="\r\n").writerows(cells)
    return page.getvalue()


def _cell(value: object) -> str:
    """A value as text without control characters; a ``'`` is put before what a spreadsheet takes for a formula."""
    if value is None or value is False:
        return ""
    if value is True:
        return "yes"
    if isinstance(value, int | float):
        return str(value)
    text = " ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    return neutralise(f"'{text}" if text.startswith(FORMULA) else text)
