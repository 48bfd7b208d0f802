"""``ikusei status``: where the trainee stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.cli.answers.cached_status import STATUS, CachedLines, CachedStatus
from tui.cli.line.context import Cli
from tui.cli.line.table import Form, form_of, form_options, write_rows
from tui.cli.line.verb import Verb, width_option
from tui.lang import Lang

if TYPE_CHECKING:
    from tui.workbook.standings.workbook import Workbook


def verb(lang: Lang) -> Verb:
    """The verb with its arguments and options."""
    return Verb("status", run, lang, "cli.status.help", [width_option(lang), *form_options(lang)])


def run(cli: Cli, **asked: bool) -> int:
    """Write the ladder of every role, the criteria of the STEP in hand, and what is about to run out.

    Raises:
        IkuseiError: nobody has begun, or the journal can't be read.
    """
    form = form_of(**asked)
    is_json = form is Form.JSON
    if form not in {Form.LINES, Form.JSON}:
        from tui.cli.answers.status_data import COLUMNS, status_rows  # a cached answer needs no curriculum

        write_rows(cli.out, form, COLUMNS, status_rows(cli.workbook(), cli.lang))
        return 0
    kept = CachedStatus(cli, f"{STATUS}.json" if is_json else STATUS)
    lines = kept.answer()
    if lines is None:
        book = cli.workbook()
        day = book.today()
        lines = _json_lines(book) if is_json else _lines(cli, book)
        # A warning about a trust folder has to come each time, and a cached answer opens no folder.
        if not cli.distrust(book):
            kept.keep(lines, day, book.calendar)
    cli.out.draw(lines)
    cli.out.tell_once(cli.theirs_ignored())
    return 0


def _lines(cli: Cli, book: Workbook) -> CachedLines:
    from tui.cli.answers.status_report import status_lines  # a cached answer needs no curriculum

    return list(status_lines(cli, book))


def _json_lines(book: Workbook) -> CachedLines:
    import json  # see above

    from tui.cli.answers.status_data import status_data

    text = json.dumps(status_data(book), ensure_ascii=False, indent=2)
    return [[(line, "")] for line in text.split("\n")]
