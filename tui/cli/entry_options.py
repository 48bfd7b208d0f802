"""The fields of an entry as options: the same for writing one and for correcting one."""

from __future__ import annotations

import click

from tui.cli.choices import levels
from tui.cli.ids import IdParam
from tui.cli.verb import option
from tui.lang import Lang
from tui.workbook.entry_typed import Typed


def entry_options(lang: Lang) -> list[click.Parameter]:
    """The options; each is text, read by ``tui.workbook.entry_typed`` as the form of the screen is."""
    return [
        option(lang, "-d --day", "cli.entry.day", "DAY"),
        option(lang, "-n --quantity", "cli.entry.quantity", "N"),
        option(lang, "-r --ratio", "cli.entry.ratio", "K/N"),
        option(lang, "--findings", "cli.entry.findings", "N"),
        option(lang, "-s --supervision", "cli.entry.supervision", "LEVEL", type=IdParam(levels)),
        option(lang, "-m --note", "cli.entry.note", "TEXT"),
        option(lang, "-e --evidence", "cli.entry.evidence", "REF", multiple=True),
    ]


def typed_of(*, evidence: tuple[str, ...], **fields: str | None) -> Typed:
    """What was typed in them."""
    return Typed(**fields, evidence=evidence or None)
