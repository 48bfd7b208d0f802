"""Who one is on the command line, and the key that one signs with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tui.cli.line.context import Cli
from tui.cli.line.verb import option
from tui.errors import UsageError
from tui.lang import Lang

if TYPE_CHECKING:
    from tui.workbook.setup.reviewer import Reviewer
    from tui.workbook.standings.workbook import Workbook


def own_reviewer(cli: Cli, book: Workbook) -> Reviewer:
    """The person of one's own state file: the one of the usual place, whatever file is looked at.

    Raises:
        UsageError: nobody has said who they are.
        IkuseiError: the own state file can't be read.
    """
    return _own(cli, book)[0]


def mentor(cli: Cli, book: Workbook, key: str = "") -> Reviewer:
    """Oneself with the key to sign with.

    Args:
        cli: the call.
        book: the workbook that is looked at.
        key: what ``--key`` says; else ``IKUSEI_KEY``, else what ``ikusei me --key`` kept, else whichever key the
            trust folder allows.

    Raises:
        UsageError: nobody has said who they are.
        SigningError: the key isn't there.
        IkuseiError: the own state file can't be read.
    """
    from dataclasses import replace  # ``--help`` needs none of it

    from tui.workbook.setup.roster_authority import folder_of
    from tui.workbook.setup.signer import KEY_VARIABLE, find_signer

    person, kept = _own(cli, book)
    folder = folder_of(cli.settings, book)
    chosen = key or cli.env.get(KEY_VARIABLE, "") or kept
    return replace(person, signer=find_signer(cli.env, person.id, folder, chosen))


def key_option(lang: Lang) -> click.Option:
    """``--key``, of every verb by which something is decided."""
    return option(lang, "--key", "cli.review.key", "FILE|none", default="")


def _own(cli: Cli, book: Workbook) -> tuple[Reviewer, str]:
    """Who one is, and the key that one chose, of one's own state file, which may be the one that is looked at."""
    from tui.workbook.setup.identity import reviewer_of, signing_key  # ``--help`` needs none of it
    from tui.workbook.setup.ownership import own_journal

    with own_journal(cli.settings, book.journal) as journal:
        person = None if journal is None else reviewer_of(journal)
        if journal is None or person is None:
            raise UsageError("cli.me.nobody")
        return person, signing_key(journal)
