"""``ikusei trust pin``: pin the lead's key, whose signature of the trust folder the reader trusts."""

from __future__ import annotations

import click

from tui.cli.line.context import Cli
from tui.cli.line.exit_codes import FINE, FOUND
from tui.cli.line.verb import Verb, option
from tui.errors import TrustError, UsageError
from tui.journal.journal import Journal
from tui.lang import Lang
from tui.trust.folder import TrustFolder
from tui.trust.folder_state import FolderKind
from tui.workbook.setup.roster_authority import pin, pinned


def verb(lang: Lang) -> Verb:
    """The verb with its arguments and options."""
    params = [
        click.Argument(["fingerprint"], required=False, metavar="[FINGERPRINT]"),
        option(lang, "--forget is_forgotten", "trust.pin.forget"),
    ]
    return Verb("pin", run, lang, "trust.pin.help", params, more="trust.pin.more")


def run(cli: Cli, fingerprint: str | None, is_forgotten: bool) -> int:
    """Show whose key signed the folder; pin the key if its fingerprint is given.

    Raises:
        UsageError: a fingerprint is given together with ``--forget``.
        TrustError: the folder has no valid signature to pin, or is signed with another key.
        JournalError: the state file can't be opened or written.
    """
    if fingerprint and is_forgotten:
        raise UsageError("trust.pin_or_forget")
    if is_forgotten:
        with Journal.open(cli.settings.own, marks=cli.settings.marks) as journal:
            pin(cli.settings, journal, "")
        cli.out.tell(cli.say("trust.forgotten"))
        return FINE
    # The folder is opened without the present pin, because a lead with a new key is pinned anew here.
    folder = TrustFolder.open(cli.settings.trust)
    if folder.state.kind is not FolderKind.UNPINNED:
        raise TrustError(folder.state.reason, **folder.state.fields)
    cli.out.line(folder.state.key)
    about = {"lead": folder.state.fields["lead"], "principal": folder.state.principal, "short": folder.short}
    if not fingerprint:
        is_pinned = pinned(cli.settings, cli.journal_if_there()) == folder.state.key
        cli.out.tell(cli.say("trust.pinned_already" if is_pinned else "trust.pin_how", **about))
        return FINE if is_pinned else FOUND
    if fingerprint.strip() != folder.state.key:
        raise TrustError("trust.pin_other", given=fingerprint, fingerprint=folder.state.key)
    with Journal.open(cli.settings.own, create=True, marks=cli.settings.marks) as journal:
        pin(cli.settings, journal, folder.state.key)
    cli.out.tell(cli.say("trust.pinned", **about))
    return FINE
