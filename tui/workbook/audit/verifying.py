"""Checking everything that somebody could have forged: chains, permissions, signatures, records that disappeared.

An auditor can repeat all of it by hand: ``docs/security.md``, "How an auditor checks a signature by hand".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from tui.errors import JournalError
from tui.journal.body import readable
from tui.journal.canonical import Record
from tui.journal.deciding import everything_said, hashes_at, next_about, said_of
from tui.journal.doctor import Tell, quietly
from tui.journal.event import Event, Kind
from tui.journal.fields import Fields
from tui.journal.finding import Finding, fault, warning
from tui.journal.journal import Journal
from tui.journal.looking import stands_for
from tui.journal.review import Decision, Reopening, Signoff, Verdict, Waiver
from tui.journal.strand import BEFORE, link_of
from tui.record import record
from tui.trust.folder import TrustFolder
from tui.trust.folder_state import FolderKind
from tui.trust.signature_state import SignatureKind, SignatureState
from tui.workbook.audit.evidence import Checked, EvidenceOutcome
from tui.workbook.audit.examined import findings_unless_known
from tui.workbook.setup.signer import SIGNED_KINDS
from tui.workbook.standings.workbook import Workbook

_LOUD: Final = frozenset(
    {"screens.review.why.invalid", "screens.review.why.oneself", "screens.review.why.not-as-written"}
)
"""Reasons that don't arise by mistake: each is a fault, where any other reason is a warning."""
_SAID_OF_ALTERED: Final = {
    "journal.not_here": "verify.gap_altered",
    "verify.not_here": "verify.not_here_altered",
    "verify.target_gone": "verify.target_altered",
}
"""Other messages for a file in which records were altered: fetching what is missing, as these advise, can't mend it."""
_WITH_HEADS: Final = frozenset({Kind.DECISION, Kind.SIGNOFF})


@record
class Found:
    """Something that was noticed about one event, or about the journal as a whole.

    Args:
        finding: what was noticed.
        event: the event that it is about; None: the whole journal or the trust folder.
        signature: what the event's signature is worth, where the finding rests on that; else None.
    """

    finding: Finding
    event: Event | None = None
    signature: SignatureState | None = None


@record
class VerifyReport:
    """Everything that was found.

    Args:
        found: the findings, in the order of the journal.
        counts: by ``SignatureKind``, how many decisions, waivers, sign-offs and reopenings there are of it.
    """

    found: tuple[Found, ...]
    counts: Mapping[str, int]


def verify(book: Workbook, folder: TrustFolder, cache: Path | None = None, tell: Tell = quietly) -> VerifyReport:
    """Check everything in the journal of *book*.

    Args:
        book: any workbook of the journal; its authority says what counts.
        folder: the trust folder.
        cache: the reader's folder of what can be lost without harm: records that are the same, byte by byte, as when
            nothing was found in them aren't checked again. Who may say what, and each signature, always are.
        tell: is told how many records were checked, and of how many.

    Raises:
        JournalError: the journal can't be read.
    """
    counts: Counter[str] = Counter(dict.fromkeys(SignatureKind, 0))
    journal = book.journal
    own = stands_for(journal) or journal.own_writer
    # ``problems``: what isn't as ikusei left it; of somebody else's file, the rows that were passed over.
    inside = findings_unless_known(journal, cache, tell)
    found = [Found(each) for each in (*_of_folder(folder), *journal.problems, *inside)]
    for event in everything_said(journal, SIGNED_KINDS):
        found += _of_event(book, folder, event, counts, own)
    for event in everything_said(journal, {Kind.SIGNATURE}):
        found += (Found(each, event) for each in _of_signature(book, event))
    said = (replace(each, finding=_of_theirs(each.finding, book)) for each in found)
    return VerifyReport(tuple(said), dict(counts))


def _of_theirs(finding: Finding, book: Workbook) -> Finding:
    """*finding* with another message where records of the file were altered, or where the file is somebody else's.

    What is missing in an altered file may be one of the altered records. Fetching wouldn't bring it, and only the owner
    can mend the file.
    """
    key = _SAID_OF_ALTERED.get(finding.key, finding.key) if book.journal.problems else finding.key
    if book.journal.is_cache and key == "verify.cut_off":
        key = "verify.cut_off_theirs"
    return replace(finding, key=key)


def with_evidence(book: Workbook, report: VerifyReport, checked: Iterable[Checked]) -> VerifyReport:
    """*report* with the outcome of checking the evidence files added.

    These are warnings, not faults: a log file that goes on growing has changed, too.

    Raises:
        JournalError: the journal can't be read.
    """
    found, elsewhere = list(report.found), 0
    for each in checked:
        if each.outcome is None:
            elsewhere += 1
        elif each.outcome is not EvidenceOutcome.SAME:
            finding = warning(f"verify.evidence_{each.outcome}", ref=each.ref)
            found.append(Found(finding, book.journal.event(each.entry.id)))
    if elsewhere:
        found.append(Found(warning("verify.evidence_elsewhere", count=elsewhere)))
    return replace(report, found=tuple(found))


def _of_folder(folder: TrustFolder) -> Iterator[Finding]:
    state = folder.as_it_lies.state
    if folder.present is not None and folder.found is not None:
        yield warning("trust.kept_version", version=folder.found.version, fingerprint=folder.fingerprint)
    if state.kind is FolderKind.INVALID:
        yield fault(state.reason, **state.fields)
    elif state.kind not in {FolderKind.SIGNED, FolderKind.NONE}:
        yield warning(state.reason, **state.fields)


def _of_event(book: Workbook, folder: TrustFolder, event: Event, counts: Counter[str], own: str) -> Iterator[Found]:
    try:
        readable(Kind(event.kind), event.body)
        said = said_of(event)
        heads = Fields(event.kind, event.body).texts("heads") if event.kind in _WITH_HEADS else {}
    except (JournalError, ValueError):
        yield Found(fault("verify.unreadable"), event)
        return
    assert said is not None  # these kinds all say something
    state = book.signature_of(event.hash)
    counts[state.kind] += 1
    refusal = book.authority.why_not(said)
    if event.author == event.trainee:
        yield Found(fault("verify.own"), event)
    elif refusal is not None:
        make = fault if refusal.key in _LOUD else warning
        yield Found(make("verify.counts_not", refusal=refusal), event, state)
    elif state.kind is SignatureKind.UNSIGNED and folder.signers is not None:
        yield Found(warning("verify.unsigned"), event, state)
    elif state.kind is SignatureKind.UNCHECKED:
        yield Found(warning("verify.unchecked"), event, state)
    covered = _uncovered(book, said, event) if isinstance(said, Signoff) else ()
    yield from (Found(each, event) for each in (*_targets(book, said), *covered, *_seen(book, event, heads, own)))


def _targets(book: Workbook, said: Decision | Waiver | Signoff | Reopening) -> Iterator[Finding]:
    """Findings where the event that *said* refers to isn't here, or is of another kind, trainee or criterion."""
    match said:
        case Decision():
            wanted = {said.claim: Kind.CLAIM}
        case Signoff():
            wanted = dict.fromkeys(said.decisions, Kind.DECISION)
        case Reopening():
            wanted = {said.signoff: Kind.SIGNOFF}
        case Waiver():
            wanted = {}
    for target, kind in wanted.items():
        there = book.journal.record(target)
        if there is None:
            yield warning("verify.target_gone", target=target)
        elif (there.kind, there.trainee) != (kind, said.trainee) or not _is_on(said, there):
            yield fault("verify.target_other", target=target)
        elif isinstance(said, Signoff) and _verdict(there) != Verdict.CONFIRMED:
            yield fault("verify.target_returned", target=target)


def _verdict(there: Record) -> str:
    """The verdict of a decision; empty where it can't be read."""
    try:
        return Fields(there.kind, there.event().body).text("verdict")
    except JournalError:
        return ""


def _uncovered(book: Workbook, said: Signoff, event: Event) -> Iterator[Finding]:
    """A finding where a sign-off names no decision or waiver for a criterion of its STEP.

    Checked only against the version of the pack that it was signed with.
    """
    role = book.pack.role(said.item.partition(".")[0])
    step = next((each for each in role.steps if each.id == said.item), None) if role else None
    if step is None or (event.pack, event.pack_version) != (book.pack.id, book.pack.version):
        return  # another edition may ask something else
    try:
        named = *said.decisions, *Fields(event.kind, event.body).words("waivers")
    except JournalError:
        named = said.decisions
    found = filter(None, (book.journal.record(each) for each in named))
    items = {each.item for each in found if each.trainee == said.trainee and each.kind in {Kind.DECISION, Kind.WAIVER}}
    # What the organisation adds may have come later, without another version of the pack.
    missing = [
        each.id for each in step.criteria if not items & {each.id, *each.renamed} and not book.pack.is_local(each.id)
    ]
    if missing:
        yield warning("verify.not_covered", names=", ".join(missing))


def _is_on(said: Decision | Waiver | Signoff | Reopening, there: Record) -> bool:
    """Whether *said* and the event it refers to name the same criterion or STEP; for a sign-off, the same role."""
    if isinstance(said, Signoff):
        return there.item.partition(".")[0] == said.item.partition(".")[0]
    return there.item == said.item


def _seen(book: Workbook, event: Event, heads: Mapping[str, str], own: str) -> Iterator[Finding]:
    """Findings where an event that the author had seen in another chain is missing here.

    Each decision and sign-off holds ``heads``: the number and hash of the newest event of every chain that its author
    had seen. An event that is missing may just not have arrived yet: a warning. It is a fault in three cases: another
    event has its number; the next event about the trainee says that there was none in between; or the missing event
    belongs to the chain that this file itself writes.
    """
    if not heads:
        return
    journal, people = book.journal, book.journal.people()
    for writer, head in sorted(heads.items()):
        number, _, wanted = head.partition(":")
        if not number.isdecimal() or len(number) > 16:
            yield fault("verify.unreadable")
            continue
        n = int(number)
        there = hashes_at(journal, writer, n)
        if wanted in there:
            continue
        said = {"writer": writer, "n": n, "id": event.trainee, "author": people.get(event.author) or event.author}
        if there or (BEFORE in event.body and _is_passed_over(journal, writer, n, event.trainee)):
            yield fault("verify.rewritten", **said)
        elif writer == own:
            yield fault("verify.cut_off", **said)
        else:
            yield warning("verify.not_here", **said)


def _is_passed_over(journal: Journal, writer: str, n: int, trainee: str) -> bool:
    """Whether the next event about *trainee* in the chain names a number before *n* as the one that came before it."""
    later = next_about(journal, writer, n, trainee)
    try:
        link = None if later is None else link_of(later)
    except ValueError:
        return True
    return link is not None and link.n < n


def _of_signature(book: Workbook, event: Event) -> Iterator[Finding]:
    """Findings where a signature event is about somebody else's event, or about one that isn't here."""
    try:
        target = Fields(event.kind, event.body).word("event")
    except JournalError:
        yield fault("verify.unreadable")
        return
    there = book.journal.record(target)
    if there is None:
        yield warning("verify.target_gone", target=target)
    elif (there.author, there.trainee) != (event.author, event.trainee):
        yield fault("verify.signature_other", target=target)
