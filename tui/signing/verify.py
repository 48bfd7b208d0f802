"""Whether an allowed key has signed exactly this text: by ``ssh-keygen``, or without it in pure Python."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Final

from tui.errors import SigningError
from tui.signing import ed25519, keygen_check
from tui.signing.allowed_signers import SignersFile
from tui.signing.container import SshSignature, read_signature
from tui.signing.generation import can_read_krl, is_given_up, readable_part, unknown_type
from tui.signing.keygen import KEYGEN, find_keygen
from tui.signing.keygen_check import Question
from tui.signing.permission import permission
from tui.signing.revoked import RevokedFile, read_revoked
from tui.signing.verdict import SignatureVerdict
from tui.signing.wire import Reader

_ED25519: Final = "ssh-ed25519"


def verify(
    text: bytes,
    armoured: str,
    *,
    signers: SignersFile,
    revoked: Path | RevokedFile | None,
    principals: Sequence[str],
    namespace: str,
    at: datetime,
    program: str | None = KEYGEN,
) -> SignatureVerdict:
    """Check a signature.

    Our own checks of the signature and the files come first and can only refuse. What they let pass is decided by
    ``ssh-keygen`` or, without it and for Ed25519 keys, by ``tui.signing.ed25519``. So a machine without ``ssh-keygen``
    comes to the same verdict, or says that it can't check the signature.

    Args:
        text: what was signed, byte for byte.
        armoured: the signature.
        signers: which keys may sign for whom.
        revoked: the revoked keys: path of their file, or its content as read before; or None.
        principals: identities, one of which must have signed.
        namespace: what it must have been signed for.
        at: when the key must have been valid, with its time zone.
        program: name or path of ``ssh-keygen``; None: don't use it.

    Raises:
        SigningError: the file of revoked keys can't be read, or ``ssh-keygen`` is there but can't be run.
        ValueError: *at* has no time zone.
    """
    if at.tzinfo is None:
        raise ValueError("a time without a time zone is a different one on every machine")
    try:
        signature = read_signature(armoured)
    except SigningError as error:
        return SignatureVerdict(is_good=False, reason=error.key, fields=error.fields)
    away = read_revoked(revoked) if isinstance(revoked, Path) else revoked
    seconds = int(at.timestamp())
    refused = _refused_as_it_stands(signature, away, namespace)
    if refused is not None:
        return refused
    allowed = permission(signature.key, signers, principals, namespace, seconds)
    if not allowed.principals:
        return _bad(signature, allowed.reason, allowed.fields)
    keygen = None if program is None else find_keygen(program)
    if keygen is None:
        return _without_keygen(signature, text, allowed.principals[0], away)
    # Without the lines of a type that it doesn't know: one of them would make ssh-keygen refuse every signature.
    question = Question(text, armoured, signature.key, namespace, signers.content, readable_part(away, keygen), seconds)
    verdict = _by_keygen(signature, question, allowed.principals, keygen)
    if verdict.is_good or away is None or not away.is_krl:
        return verdict
    return _without_krl(signature, question, allowed.principals, away, keygen)


def _refused_as_it_stands(
    signature: SshSignature, revoked: RevokedFile | None, namespace: str
) -> SignatureVerdict | None:
    """The verdict where it needs neither the text nor the allowed keys; None where it does."""
    if signature.namespace != namespace:
        return _bad(signature, "signing.other_namespace", {"namespace": namespace, "found": signature.namespace})
    if signature.algorithm == _ED25519 and not ed25519.is_sound(_point(signature), signature.value):
        return _bad(signature, "signing.unsound")
    if revoked is not None and revoked.holds(signature.key):
        return _bad(signature, "signing.revoked")
    if signature.key.is_unread_certificate:
        return _bad(signature, "signing.certificate_too_new", is_checked=False)
    return None


def _without_keygen(
    signature: SshSignature, text: bytes, principal: str, revoked: RevokedFile | None
) -> SignatureVerdict:
    if signature.key.key_type != _ED25519:
        return _bad(signature, "signing.cannot_check", is_checked=False)
    if revoked is not None and revoked.is_krl:
        return _bad(signature, "signing.cannot_check_krl", is_checked=False)
    if not ed25519.is_signed(_point(signature), signature.signed(text), signature.value):
        return _bad(signature, "signing.changed")
    return _good(signature, principal)


def _without_krl(
    signature: SshSignature, question: Question, principals: Sequence[str], krl: RevokedFile, program: str
) -> SignatureVerdict:
    """The verdict after ``ssh-keygen`` refused with a KRL: it doesn't say whether the KRL was the reason."""
    without = _by_keygen(signature, replace(question, revoked=None), principals, program)
    if not without.is_good:
        return without
    if not can_read_krl(krl.content, signature.key, program):
        return _bad(signature, "signing.krl_unreadable", {"file": krl.path}, is_checked=False)
    return _bad(signature, "signing.krl", {"file": krl.path})


def _by_keygen(
    signature: SshSignature, question: Question, principals: Sequence[str], program: str
) -> SignatureVerdict:
    """The verdict of ``ssh-keygen``: good for one of *principals*, or its reason against the last of them."""
    why = ""
    for principal in principals:
        said = keygen_check.refusal(question, principal, program)
        if said is None:
            return _good(signature, principal)
        why = said
    if "incorrect signature" in why:
        return _bad(signature, "signing.changed")
    too_new = unknown_type(signature.key, why)
    if too_new:
        reason = "signing.keygen_given_up" if is_given_up(too_new) else "signing.keygen_too_old"
        return _bad(signature, reason, {"key_type": too_new}, is_checked=False)
    return _bad(signature, "signing.refused", {"why": why})


def _point(signature: SshSignature) -> bytes:
    """The 32 bytes of an Ed25519 key."""
    reader = Reader(signature.key.plain)
    reader.string()  # the type
    return reader.string()


def _good(signature: SshSignature, principal: str) -> SignatureVerdict:
    key = signature.key
    return SignatureVerdict(
        is_good=True,
        reason="signing.good",
        fields={"principal": principal, "fingerprint": key.fingerprint},
        principal=principal,
        fingerprint=key.fingerprint,
        key_type=key.key_type,
    )


def _bad(
    signature: SshSignature, reason: str, fields: Mapping[str, object] | None = None, *, is_checked: bool = True
) -> SignatureVerdict:
    key = signature.key
    return SignatureVerdict(
        is_good=False,
        reason=reason,
        fields={"fingerprint": key.fingerprint, "key_type": key.key_type, **(fields or {})},
        fingerprint=key.fingerprint,
        key_type=key.key_type,
        is_checked=is_checked,
    )
