"""``ikusei doctor``: check the journal, the content and the policy for damage and faults."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tui.cli.line.checking import checking
from tui.cli.line.context import Cli
from tui.cli.line.verb import ANY_PATH, Verb, option
from tui.curriculum.check import check_all
from tui.curriculum.faults import ContentFaults
from tui.errors import JournalError
from tui.journal.backup import backup
from tui.journal.doctor import Tell, examine, mend
from tui.journal.finding import Finding, Severity, of_error
from tui.lang import Lang
from tui.workbook.setup.opening import open_pack, policy_of, require_own


def verb(lang: Lang) -> Verb:
    """How it is called."""
    params = [
        option(lang, "--mend is_mended", "cli.doctor.mend"),
        option(lang, "--backup target", "cli.doctor.backup", "FILE", type=ANY_PATH),
        option(lang, "--json is_json", "cli.option.json"),
    ]
    return Verb("doctor", run, lang, "cli.doctor.help", params, more="cli.doctor.more")


def run(cli: Cli, is_mended: bool, target: str | None, is_json: bool) -> int:
    """Make a backup and mend if the options ask for it, then write all findings.

    Raises:
        IkuseiError: the backup can't be made, or nothing can be mended.
    """
    path = cli.settings.state
    if is_mended or target:
        require_own(cli.settings)
    if target:
        backup(path, Path(target).expanduser())
        cli.out.tell(cli.say("cli.doctor.backed_up", target=target))
    before = mend(path) if is_mended else None
    if before is not None:
        cli.out.tell(cli.say("cli.doctor.mended", before=before))
    with checking(cli) as tell:
        noticed = _of_others(cli, tell) if cli.is_others else examine(path, marks=cli.settings.marks, tell=tell)
    findings = [*noticed, *_content(cli)]
    if is_json:
        cli.out.json({
            "state": str(path),
            "findings": [
                {"severity": each.severity, "key": each.key, "message": cli.say(each.key, **each.fields)}
                for each in findings
            ],
        })  # fmt: skip
    else:
        for each in findings:
            mark = cli.glyphs.missing if each.severity is Severity.FAULT else cli.glyphs.warn
            cli.out.line(f"{mark} {cli.say(each.key, **each.fields)}")
    if not findings:
        cli.out.tell(cli.say("cli.doctor.fine", path=path))
    return 1 if findings else 0


def _of_others(cli: Cli, tell: Tell) -> list[Finding]:
    """Findings about the records, hashes and chains of somebody else's file, read from a private copy."""
    from tui.journal.doctor import chain_findings  # most calls are about the user's own file
    from tui.journal.looking import look_at

    try:
        with look_at(cli.settings.state, cli.settings.cache) as journal:
            cli.out.tell(cli.say("journal.others", path=cli.settings.state))
            return [*journal.problems, *chain_findings(journal, tell)]
    except JournalError as error:
        return [of_error(error)]


def _content(cli: Cli) -> Iterator[Finding]:
    """The faults of the pack; if it has none, those of the policy, which is checked against the pack."""
    faults = check_all(cli.settings.content, cli.settings.overlay)
    yield from map(of_error, faults)
    if faults:
        return
    try:
        policy_of(cli.settings, open_pack(cli.settings), is_checked=True)
    except ContentFaults as found:
        yield from map(of_error, found.faults)
