"""Whether a trust folder is signed by its lead: by the key that the reader has pinned, whatever the folder says."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from tui.errors import SigningError
from tui.signing.allowed_signers import SignerLine
from tui.signing.container import SshSignature, read_signature
from tui.signing.pattern import is_listed
from tui.signing.verdict import SignatureVerdict
from tui.signing.verify import verify
from tui.trust.folder_files import FolderFiles
from tui.trust.folder_state import FolderKind, FolderState
from tui.trust.manifest import MANIFEST, NAMESPACE, SIGNATURE, difference


def judge(files: FolderFiles, lead: str, now: datetime, program: str | None) -> FolderState:
    """How far the folder with these files can be believed.

    Args:
        files: what was read.
        lead: fingerprint of the key that the reader has pinned, or empty.
        now: the present moment.
        program: name or path of ``ssh-keygen``; None: don't use it.
    """
    if files.written is None or files.signature is None:
        return _unsigned(files, lead)
    differs = difference(files.written, files.manifest, files.contents)
    if differs is not None:
        return _invalid(differs.reason, differs.fields)
    if "\r\n" in files.signature:
        return _invalid("trust.line_ends", {"names": SIGNATURE})
    try:
        signature = read_signature(files.signature)
    except SigningError as error:
        return _invalid(error.key, error.fields)
    found = signature.key.fingerprint
    if lead and found != lead:
        return _invalid("trust.other_lead", {"lead": lead, "fingerprint": found}, found)
    return _judged(files, signature, lead, now, program)


def _unsigned(files: FolderFiles, lead: str) -> FolderState:
    if files.written is not None or files.signature is not None:
        return _invalid("trust.half_signed", {"name": MANIFEST if files.written is None else SIGNATURE})
    # Whoever can edit the folder can delete the signature, so a reader who has pinned a key insists on one.
    if lead:
        return _invalid("trust.signature_gone", {"lead": lead})
    return FolderState(FolderKind.UNSIGNED, "trust.unsigned_folder")


def _judged(files: FolderFiles, signature: SshSignature, lead: str, now: datetime, program: str | None) -> FolderState:
    key = signature.key.fingerprint
    leads = {principal: person.id for person in files.roster.people if person.lead for principal in person.signs_as}
    if not leads:
        return _invalid("trust.no_lead", {}, key)
    lines = [line for line in files.signers.lines if line.is_about(signature.key) and _may_sign(line, leads)]
    assert files.signature is not None  # it was just read
    try:
        verdict = verify(
            files.manifest.encode(),
            files.signature,
            signers=files.signers,
            revoked=files.revoked,
            principals=tuple(leads),
            namespace=NAMESPACE,
            at=_within(lines[0], now) if lines else now,
            program=program,
        )
    except SigningError as error:
        return FolderState(FolderKind.UNCHECKED, error.key, error.fields, key=key)
    if verdict.is_good and not lines:
        return _invalid("trust.namespace_needed", {"fingerprint": key}, key)
    if not verdict.is_good:
        kind = FolderKind.INVALID if verdict.is_checked else FolderKind.UNCHECKED
        return FolderState(kind, verdict.reason, verdict.fields, key=key)
    return _good(verdict, files, leads[verdict.principal], lead)


def _good(verdict: SignatureVerdict, files: FolderFiles, person: str, lead: str) -> FolderState:
    kind = FolderKind.SIGNED if lead else FolderKind.UNPINNED
    fields = {"lead": files.roster.label(person), "fingerprint": verdict.fingerprint}
    reason = "trust.signed_folder" if lead else "trust.unpinned_folder"
    return FolderState(kind, reason, fields, person, verdict.principal, verdict.fingerprint)


def _may_sign(line: SignerLine, leads: Mapping[str, str]) -> bool:
    """Whether a line lets a lead's key sign the folder: it must list our namespace, and name the lead."""
    namespaces = line.options.namespaces
    if namespaces is None or not is_listed(NAMESPACE, namespaces):
        return False
    return any(is_listed(principal, line.principals) for principal in leads)


def _within(line: SignerLine, now: datetime) -> datetime:
    """The moment nearest to *now* at which the line is valid.

    So the validity window of a key (``valid-after``, ``valid-before``) doesn't limit its signature of the folder.
    That signature has no trusted time, and whoever can edit the folder can edit the window. What counts here is the key
    that the reader has pinned, and an archived folder can still be checked when its key has long been replaced. For
    signatures in a journal the window does count, since other people's chains show when they were made.
    """
    after, before = line.options.valid_after, line.options.valid_before
    seconds = int(now.timestamp())
    seconds = seconds if after is None else max(seconds, after)
    return datetime.fromtimestamp(seconds if before is None else min(seconds, before), UTC)


def _invalid(reason: str, fields: Mapping[str, object], key: str = "") -> FolderState:
    return FolderState(FolderKind.INVALID, reason, fields, key=key)
