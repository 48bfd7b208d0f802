"""The user as a mentor on the command line, and the key that they sign with."""

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
    """The owner of the user's own state file, whatever file the call is about.

    Raises:
        UsageError: nobody has said who they are.
        IkuseiError: the own state file can't be read.
    """
    return _own(cli, book)[0]


def mentor(cli: Cli, book: Workbook, key: str = "") -> Reviewer:
    """The user with the key that they sign with.

    The key is that of ``--key``, else of ``IKUSEI_KEY``, else the one that ``ikusei me --key`` kept, else whichever key
    the trust folder allows.

    Args:
        cli: the call.
        book: the workbook that is reviewed.
        key: the value of ``--key``, or empty.

    Raises:
        UsageError: nobody has said who they are.
        SigningError: there is no such key file.
        IkuseiError: the own state file can't be read.
    """
    from dataclasses import replace  # ``--help`` doesn't need it

    from tui.workbook.setup.roster_authority import folder_of
    from tui.workbook.setup.signer import KEY_VARIABLE, find_signer

    person, kept = _own(cli, book)
    folder = folder_of(cli.settings, book)
    chosen = key or cli.env.get(KEY_VARIABLE, "") or kept
    return replace(person, signer=find_signer(cli.env, person.id, folder, chosen))


def key_option(lang: Lang) -> click.Option:
    """``--key``, for verbs that write decisions."""
    return option(lang, "--key", "cli.review.key", "FILE|none", default="")


def _own(cli: Cli, book: Workbook) -> tuple[Reviewer, str]:
    """The user and the key that they chose, from their own state file, which *book* may have open already."""
    from tui.workbook.setup.identity import reviewer_of, signing_key  # ``--help`` doesn't need it
    from tui.workbook.setup.ownership import own_journal

    with own_journal(cli.settings, book.journal) as journal:
        person = None if journal is None else reviewer_of(journal)
        if journal is None or person is None:
            raise UsageError("cli.me.nobody")
        return person, signing_key(journal)
