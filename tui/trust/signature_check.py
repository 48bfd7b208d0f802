"""Whether a signature is valid: made by the event's author, over this event, with a key that was allowed then."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from tui.errors import SigningError
from tui.journal.event import Event
from tui.moment import recorded_at
from tui.signing.allowed_signers import SignersFile
from tui.signing.keygen import KEYGEN
from tui.signing.revoked import RevokedFile
from tui.signing.verify import verify
from tui.trust.folder import TrustFolder
from tui.trust.roster import Roster, principals
from tui.trust.signature_state import UNSIGNED, SignatureKind, SignatureState
from tui.trust.statement import NAMESPACE, signed_bytes, statement


def check_signature(
    event: Event,
    text: str,
    armoured: str,
    folder: TrustFolder,
    at: datetime | None = None,
    *,
    program: str | None = KEYGEN,
) -> SignatureState:
    """Check a signature (5 to 10 ms). Whether its author may review at all is decided by ``may_decide``.

    The result depends on the arguments alone. So one that ``is_lasting`` can be cached under the id of the signature
    and ``folder.fingerprint``, and used while ``folder.state.is_usable``.

    Args:
        event: the decision, waiver, sign-off or reopening as it stands in the journal.
        text: the text that the journal says was signed.
        armoured: the signature; empty: there is none.
        folder: whose keys count.
        at: when the key must have been valid; left out, when the event was recorded.
        program: name or path of ``ssh-keygen``; None: don't use it.
    """
    if not armoured:
        return UNSIGNED
    if not folder.state.is_usable:
        return SignatureState(SignatureKind.UNCHECKED, "trust.folder_unusable", {"folder": folder.path})
    if folder.roster is None or folder.signers is None:
        return SignatureState(SignatureKind.UNCHECKED, "trust.no_folder", {"folder": folder.path})
    if not _is_statement_of(event, text):
        return SignatureState(SignatureKind.INVALID, "trust.other_event")
    signers = _Signers(folder.roster, folder.signers, folder.revoked)
    moment = at or recorded_at(event.recorded)
    return _by_keys(event.author, signed_bytes(text), armoured, signers, at=moment, program=program)


class _Signers(NamedTuple):
    """The parts of a trust folder that decide whether a signature is valid."""

    roster: Roster
    allowed: SignersFile
    revoked: RevokedFile | None


def _by_keys(
    author: str, text: bytes, armoured: str, signers: _Signers, *, at: datetime, program: str | None
) -> SignatureState:
    own = principals(signers.roster, author)
    if not own:
        return SignatureState(SignatureKind.INVALID, "trust.no_principal", {"author": signers.roster.label(author)})
    try:
        verdict = verify(
            text,
            armoured,
            signers=signers.allowed,
            revoked=signers.revoked,
            principals=own,
            namespace=NAMESPACE,
            at=at,
            program=program,
        )
    except SigningError as error:
        return SignatureState(SignatureKind.UNCHECKED, error.key, error.fields)
    if verdict.is_good:
        fields = {"author": signers.roster.label(author), **verdict.fields}
        return SignatureState(
            SignatureKind.SIGNED, "trust.signed", fields, author, verdict.principal, verdict.fingerprint
        )
    kind = SignatureKind.INVALID if verdict.is_checked else SignatureKind.UNCHECKED
    return SignatureState(kind, verdict.reason, verdict.fields, fingerprint=verdict.fingerprint)


def _is_statement_of(event: Event, text: str) -> bool:
    try:
        return text == statement(event)
    except ValueError:
        return False
