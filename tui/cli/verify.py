"""``ikusei verify``: check everything that somebody could have forged."""

from __future__ import annotations

from collections.abc import Mapping

from tui.cli.answers.data import moment
from tui.cli.line.checking import checking
from tui.cli.line.context import Cli
from tui.cli.line.exit_codes import FINE, FOUND, WRONG
from tui.cli.line.verb import Verb, option
from tui.journal.finding import Severity
from tui.lang import Lang
from tui.progress.review import Refusal
from tui.trust.folder import TrustFolder
from tui.trust.folder_state import FolderKind
from tui.trust.signature_state import SignatureKind
from tui.workbook.audit.evidence import Search, check_evidence, counts_of, folders_named
from tui.workbook.audit.verifying import Found, VerifyReport, verify, with_evidence
from tui.workbook.setup.roster_authority import folder_of
from tui.workbook.standings.people_names import labels
from tui.workbook.standings.workbook import Workbook
from tui.workbook.wording.distrust import folder_text
from tui.workbook.wording.standings import HASH_SHOWN, event_kind, refusal_text, signature_text


def verb(lang: Lang) -> Verb:
    """The verb with its arguments and options."""
    params = [
        option(lang, "--evidence is_evidence", "verify.option.evidence"),
        option(lang, "--evidence-folder folders", "verify.option.evidence_folder", "DIR", multiple=True),
        option(lang, "--json is_json", "cli.option.json"),
    ]
    return Verb("verify", run, lang, "verify.help", params, more="verify.more")


def run(cli: Cli, is_json: bool, is_evidence: bool, folders: tuple[str, ...]) -> int:
    """Check the journal; write every finding, and how many signatures of each state there are.

    Args:
        cli: the call.
        is_json: whether to write JSON.
        is_evidence: whether to hash the evidence files, too.
        folders: where the files of other people's entries may lie; naming any implies *is_evidence*.

    Returns:
        0: nothing was found; 1: something to look at; 2: something is INVALID or was tampered with.

    Raises:
        IkuseiError: the journal can't be opened.
    """
    book = cli.open_book(write=False)
    folder = folder_of(cli.settings, book)
    search = Search(folders_named(folders)) if is_evidence or folders else None
    with checking(cli) as tell:
        report = verify(book, folder, cli.settings.cache, tell)
    counts: Mapping[str, int] | None = None
    if search is not None:
        checked = tuple(check_evidence(book, search, _reader(cli, book)))
        report, counts = with_evidence(book, report, checked), counts_of(each.outcome for each in checked)
    if is_json:
        cli.out.json(_data(cli, book, folder, report) | ({} if counts is None else {"evidence": counts}))
    else:
        _write(cli, book, folder, report, counts)
    if any(each.finding.severity is Severity.FAULT for each in report.found):
        return WRONG
    return FOUND if report.found else FINE


def _reader(cli: Cli, book: Workbook) -> str:
    """Id of the reader, if the file is their own: the files in their entries were named by themself; else empty."""
    return "" if cli.is_others else book.trainee


def _write(
    cli: Cli, book: Workbook, folder: TrustFolder, report: VerifyReport, evidence: Mapping[str, int] | None
) -> None:
    people = labels(book)
    for each in report.found:
        mark = cli.glyphs.missing if each.finding.severity is Severity.FAULT else cli.glyphs.warn
        cli.out.line(f"{mark} {_about(cli, each, people)}{_text(cli, each)}")
    if folder.state.kind is not FolderKind.NONE:
        cli.out.line(folder_text(folder, cli.lang))
    required = cli.say("verify.required") if book.authority.requires_signature else ""
    cli.out.line(cli.say("verify.counts", **{kind: report.counts[kind] for kind in SignatureKind}, required=required))
    if evidence is not None:
        cli.out.line(cli.say("verify.evidence_counts", **evidence))
    if not report.found:
        cli.out.tell(cli.say("verify.fine"))


def _about(cli: Cli, found: Found, people: dict[str, str]) -> str:
    """Which event a finding is about: ``判定 3f2a91c0aa12  田中 実 > 佐藤 花  soc.2.alone: ``; or empty."""
    event = found.event
    if event is None:
        return ""
    author, trainee = (people.get(each, each) for each in (event.author, event.trainee))
    item = f"  {event.item}" if event.item else ""
    return f"{event_kind(event, cli.lang)} {event.hash[:HASH_SHOWN]}  {author} > {trainee}{item}: "


def _text(cli: Cli, found: Found) -> str:
    fields = dict(found.finding.fields)
    refusal = fields.pop("refusal", None)
    if isinstance(refusal, Refusal):
        fields["why"] = refusal_text(refusal, cli.lang)
    if found.signature is not None:
        fields.setdefault("why", signature_text(found.signature, cli.lang))
    return cli.say(found.finding.key, **fields)


def _data(cli: Cli, book: Workbook, folder: TrustFolder, report: VerifyReport) -> dict[str, object]:
    return {
        "state": str(book.journal.path),
        "trust": {
            "folder": str(folder.path),
            "state": str(folder.state.kind),
            "fingerprint": folder.fingerprint,
            "lead": folder.lead,
        },
        "require_signature": book.authority.requires_signature,
        "counts": dict(report.counts),
        "findings": [_finding(cli, each) for each in report.found],
    }


def _finding(cli: Cli, found: Found) -> dict[str, object]:
    event = found.event
    about: dict[str, object] = {} if event is None else {
        "event": event.hash,
        "kind": event.kind,
        "author": event.author,
        "trainee": event.trainee,
        "item": event.item,
        "recorded": moment(event.recorded),
    }  # fmt: skip
    said = {"severity": found.finding.severity, "key": found.finding.key, "message": _text(cli, found)}
    signature = {} if found.signature is None else {"signature": str(found.signature.kind)}
    refusal = found.finding.fields.get("refusal")
    because = {"because": refusal.key} if isinstance(refusal, Refusal) else {}
    return {**said, **because, **signature, **about}
