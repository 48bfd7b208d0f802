"""``ikusei roster``: the people, and who mentors whom."""

from __future__ import annotations

from typing import Final

from tui.cli.answers.roster_lines import roster_data, roster_lines
from tui.cli.line.context import Cli
from tui.cli.line.exit_codes import FINE, FOUND, WRONG
from tui.cli.line.group import VerbLine, Verbs
from tui.cli.line.verb import Verb, option
from tui.curriculum.faults import ContentFaults
from tui.errors import ContentError, SigningError
from tui.lang import Lang
from tui.signing.allowed_signers import read_signers
from tui.trust.decode_roster import read_roster
from tui.trust.manifest import ROSTER, SIGNERS
from tui.trust.remarks import Remark, warnings
from tui.trust.roster import Roster
from tui.workbook.setup.opening import open_pack
from tui.workbook.setup.roster_authority import trust_folder
from tui.workbook.wording.distrust import distrust_text

_VERBS: Final = {name: VerbLine("roster", f"trust.roster.{name}.help", f"{name}_verb") for name in ("show", "check")}


def verb(lang: Lang) -> Verbs:
    """The group with its verbs."""
    return Verbs("roster", lang, "trust.roster.help", _VERBS, more="trust.roster.more")


def show_verb(lang: Lang) -> Verb:
    """The verb ``show`` with its arguments and options."""
    return Verb("show", run_show, lang, "trust.roster.show.help", [option(lang, "--json is_json", "cli.option.json")])


def check_verb(lang: Lang) -> Verb:
    """The verb ``check`` with its arguments and options."""
    return Verb(
        "check", run_check, lang, "trust.roster.check.help", [option(lang, "--json is_json", "cli.option.json")]
    )


def run_show(cli: Cli, is_json: bool) -> int:
    """Write the people, who mentors whom from when until when, and the hosts of their journals.

    Raises:
        ContentFaults: the roster has faults.
        JournalError: the state file can't be opened.
    """
    if not cli.settings.trust.exists():
        return _no_folder(cli)
    roster, faults = _read(cli)
    if roster is None:
        raise ContentFaults(faults)
    cli.out.tell_once(distrust_text(trust_folder(cli.settings, cli.journal_if_there()), cli.lang))
    if is_json:
        cli.out.json(roster_data(roster))
        return FINE
    cli.out.heading(cli.say("trust.head", id=roster.id, version=roster.version, folder=cli.settings.trust))
    for line in roster_lines(cli, roster):
        cli.out.line(line)
    for host in roster.hosts:
        cli.out.line(cli.say("trust.host", trainee=roster.label(host.trainee), ssh=host.ssh, command=host.command))
    return FINE


def run_check(cli: Cli, is_json: bool) -> int:
    """Write every fault of the roster, with its roles checked against the pack, and every warning.

    Raises:
        ContentFaults: the pack has a fault.
    """
    if not cli.settings.trust.exists():
        return _no_folder(cli)
    roster, faults = _read(cli, tuple(entry.id for entry in open_pack(cli.settings).roles))
    sentences = [cli.say(fault.key, **fault.fields) for fault in faults]
    warned = [cli.say(each.key, **each.fields) for each in (_warnings(cli, roster) if roster else ())]
    code = WRONG if faults else FOUND if warned else FINE
    if is_json:
        places = [{"line": fault.line, "column": fault.column} for fault in faults]
        found = [place | {"message": said} for place, said in zip(places, sentences, strict=True)]
        cli.out.json({"file": str(cli.settings.trust / ROSTER), "faults": found, "warnings": warned})
        return code
    for sentence in (*sentences, *warned):
        cli.out.line(sentence)
    if code == FINE:
        cli.out.tell(cli.say("trust.roster.fine", path=cli.settings.trust / ROSTER))
    return code


def _warnings(cli: Cli, roster: Roster) -> list[Remark]:
    """Warnings about what roster and keys allow, perhaps unintended. Unreadable keys are reported by `trust check`."""
    try:
        signers = read_signers(cli.settings.trust / SIGNERS)
    except SigningError:
        signers = None
    return warnings(roster, signers)


def _read(cli: Cli, roles: tuple[str, ...] | None = None) -> tuple[Roster | None, tuple[ContentError, ...]]:
    roster, findings = read_roster(cli.settings.trust / ROSTER, roles)
    return roster, findings.errors()


def _no_folder(cli: Cli) -> int:
    cli.out.tell(cli.say("trust.no_folder", folder=cli.settings.trust))
    return FOUND
