"""``ikusei trust``: the folder with the roster and the keys, which the lead signs."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tui.cli.answers.roster_lines import roster_data, roster_lines
from tui.cli.line.context import Cli
from tui.cli.line.exit_codes import FINE, FOUND, WRONG
from tui.cli.line.group import VerbLine, Verbs
from tui.cli.line.verb import ANY_PATH, Verb, option
from tui.lang import Lang
from tui.signing.keygen import find_keygen
from tui.trust.folder import TrustFolder
from tui.trust.folder_state import FolderKind
from tui.trust.remarks import Remark, left_to_us, remarks
from tui.workbook.setup.roster_authority import newest_of, trust_folder

_VERBS: Final = {name: VerbLine("trust", f"trust.{name}.help", f"{name}_verb") for name in ("show", "init", "sign")}
_MORE: Final = {
    "pin": VerbLine("trust_pin", "trust.pin.help"),
    "check": VerbLine("trust", "trust.check.help", "check_verb"),
}


def verb(lang: Lang) -> Verbs:
    """The group with its verbs."""
    return Verbs("trust", lang, "trust.help", _VERBS | _MORE, more="trust.more")


def show_verb(lang: Lang) -> Verb:
    """The verb ``show`` with its arguments and options."""
    return Verb("show", run_show, lang, "trust.show.help", [option(lang, "--json is_json", "cli.option.json")])


def init_verb(lang: Lang) -> Verb:
    """The verb ``init`` with its arguments and options."""
    return Verb("init", run_init, lang, "trust.init.help", more="trust.init.more")


def sign_verb(lang: Lang) -> Verb:
    """The verb ``sign`` with its arguments and options."""
    params = [option(lang, "--key", "trust.sign.key", "FILE", type=ANY_PATH, required=True)]
    return Verb("sign", run_sign, lang, "trust.sign.help", params, more="trust.sign.more")


def check_verb(lang: Lang) -> Verb:
    """The verb ``check`` with its arguments and options."""
    return Verb("check", run_check, lang, "trust.check.help", [option(lang, "--json is_json", "cli.option.json")])


def opened(cli: Cli) -> TrustFolder:
    """The trust folder, checked against the lead's key that the reader has pinned, if any.

    Raises:
        JournalError: the state file can't be opened.
    """
    return trust_folder(cli.settings, cli.journal_if_there())


def exit_code(counting: TrustFolder) -> int:
    """The exit code for the present state of a folder: 0 signed by the pinned lead, 2 INVALID, 1 anything else."""
    folder = counting.as_it_lies
    if folder.state.kind is FolderKind.SIGNED:
        return FINE
    return WRONG if folder.state.kind is FolderKind.INVALID else FOUND


def run_show(cli: Cli, is_json: bool) -> int:
    """Write the folder's version, how far it can be trusted, and who mentors whom until when.

    Raises:
        JournalError: the state file can't be opened.
    """
    counting = opened(cli)
    folder = counting.as_it_lies
    if is_json:
        cli.out.json(_data(cli, counting) | {"roster": None if folder.found is None else roster_data(folder.found)})
        return exit_code(folder)
    for line in _head(cli, counting):
        cli.out.line(line)
    if folder.found is not None:
        for line in roster_lines(cli, folder.found):
            cli.out.line(line)
    return exit_code(folder)


def run_init(cli: Cli) -> int:
    """Make a new trust folder; existing files aren't touched.

    Raises:
        TrustError: there is one already, or it can't be written.
    """
    from tui.trust.template import begin_folder  # written once

    for path in begin_folder(cli.settings.trust, time.localtime().tm_gmtoff // 60):
        cli.out.line(str(path))
    cli.out.tell(cli.say("trust.begun"))
    return FINE


def run_sign(cli: Cli, key: str) -> int:
    """Sign the folder with the lead's key.

    Raises:
        IkuseiError: the folder has a fault, or this key can't sign it.
    """
    from tui.trust.sign_folder import sign_folder  # the lead's alone

    seen = newest_of(cli.settings, cli.journal_if_there())
    folder = sign_folder(cli.settings.trust, Path(key).expanduser(), newest=seen)
    cli.out.line(cli.say("trust.fingerprint", short=folder.short, whole=folder.fingerprint))
    cli.out.tell(cli.say("trust.was_signed", lead=folder.state.fields["lead"], fingerprint=folder.state.key))
    return FINE


def run_check(cli: Cli, is_json: bool) -> int:
    """Write the faults of the folder, and everything in it that won't work as meant.

    Raises:
        JournalError: the state file can't be opened.
    """
    counting = opened(cli)
    folder = counting.as_it_lies
    noticed = _noticed(folder)
    code = exit_code(folder) or (FOUND if noticed else FINE)
    if is_json:
        cli.out.json(_data(cli, counting) | {"remarks": [cli.say(each.key, **each.fields) for each in noticed]})
        return code
    for each in noticed:
        cli.out.line(cli.say(each.key, **each.fields))
    said = cli.say(folder.state.reason, **folder.state.fields)
    if folder.state.kind is FolderKind.SIGNED:
        cli.out.tell(said)
    else:
        cli.out.line(said)
    for line in _kept(cli, counting):
        cli.out.line(line)
    return code


def _noticed(folder: TrustFolder) -> list[Remark]:
    faults = [Remark(fault.key, fault.fields) for fault in folder.faults]
    if folder.roster is None or folder.signers is None:
        return faults
    return [*faults, *remarks(folder.roster, folder.signers), *left_to_us(folder.revoked, find_keygen())]


def _head(cli: Cli, counting: TrustFolder) -> Iterator[str]:
    folder = counting.as_it_lies
    if folder.found is not None:
        yield cli.say("trust.head", id=folder.found.id, version=folder.found.version, folder=folder.path)
        yield cli.say("trust.fingerprint", short=folder.short, whole=folder.fingerprint)
    yield cli.say(f"trust.state.{folder.state.kind}")
    yield cli.say(folder.state.reason, **folder.state.fields)
    yield from _kept(cli, counting)


def _kept(cli: Cli, counting: TrustFolder) -> Iterator[str]:
    """Which earlier version counts, if the present folder doesn't."""
    if counting.present is not None and counting.found is not None:
        yield cli.say("trust.kept_version", version=counting.found.version, fingerprint=counting.fingerprint)


def _data(cli: Cli, counting: TrustFolder) -> dict[str, object]:
    folder = counting.as_it_lies
    return {
        "folder": str(folder.path),
        "state": folder.state.kind,
        "reason": cli.say(folder.state.reason, **folder.state.fields),
        "fingerprint": folder.fingerprint,
        "short": folder.short,
        "signed_by": folder.state.person,
        "key": folder.state.key,
        "pinned": folder.lead,
        "counts": counting.fingerprint if counting.state.is_usable else "",
    }
