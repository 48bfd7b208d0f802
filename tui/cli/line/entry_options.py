"""The fields of an entry as options: the same for writing one and for correcting one."""

from __future__ import annotations

from datetime import date

import click

from tui.cli.line.choices import levels
from tui.cli.line.ids import IdParam
from tui.cli.line.verb import option
from tui.errors import UsageError
from tui.lang import Lang
from tui.workbook.trainee.entry_typed import Typed
from tui.workbook.trainee.parsing import long_ago
from tui.workbook.trainee.writing import EntryForm


def entry_options(lang: Lang) -> list[click.Parameter]:
    """The options; their texts are read by ``tui.workbook.trainee.entry_typed``, as those of the screen's form are."""
    return [
        option(lang, "-d --day", "cli.entry.day", "DAY"),
        option(lang, "-n --quantity", "cli.entry.quantity", "N"),
        option(lang, "-r --ratio", "cli.entry.ratio", "K/N"),
        option(lang, "--findings", "cli.entry.findings", "N"),
        option(lang, "-s --supervision", "cli.entry.supervision", "LEVEL", type=IdParam(levels)),
        option(lang, "-m --note", "cli.entry.note", "TEXT"),
        option(lang, "-e --evidence", "cli.entry.evidence", "REF", multiple=True),
        option(lang, "-y --yes is_sure", "cli.entry.yes"),
    ]


def typed_of(*, evidence: tuple[str, ...], **fields: str | None) -> Typed:
    """The typed values of these options."""
    return Typed(**fields, evidence=evidence or None)


def require_sure(form: EntryForm, today: date, *, is_sure: bool) -> None:
    """Refuse a day that looks like a typing error, unless ``--yes`` says that it is meant.

    Raises:
        UsageError: the day lies long ago, and *is_sure* is False.
    """
    if not is_sure and (years := long_ago(form.day, today)):
        raise UsageError("cli.entry.long_ago", day=form.day.isoformat(), years=years)
