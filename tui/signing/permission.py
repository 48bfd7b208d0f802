"""Whether the allowed keys let a key sign: for whom, for what, and when (ssh-keygen(1), ALLOWED SIGNERS)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Final

from tui.record import record
from tui.signing.allowed_signers import SignerLine, SignersFile
from tui.signing.argument import is_safe_word
from tui.signing.pattern import is_listed
from tui.signing.public_key import PublicKey

_NOTHING: Final[Mapping[str, object]] = MappingProxyType({})
_NEVER: Final = 253_370_764_800
"""The year 9999 in seconds since 1970: a limit, because the clock of another machine may have said anything."""
_NEARNESS: Final = (
    "signing.not_allowed",
    "signing.other_principal",
    "signing.not_for_namespace",
    "signing.expired",
    "signing.not_yet_valid",
)
"""Reasons why a line doesn't allow a key, from far to near; of several lines the nearest reason is given."""


@record
class KeyPermission:
    """What the file of allowed keys says about a key.

    Args:
        principals: the identities, of those asked for, under which it may sign; empty: none.
        reason: where there are none, the message key that says why.
        fields: what that message names.
    """

    principals: tuple[str, ...]
    reason: str = ""
    fields: Mapping[str, object] = _NOTHING


def permission(
    key: PublicKey, signers: SignersFile, principals: Sequence[str], namespace: str, seconds: int
) -> KeyPermission:
    """Under which of *principals* the key may sign for *namespace* at that time.

    Identities that can't be given to ``ssh-keygen`` as an argument are skipped.

    For a certificate only its authority is checked here; the content of the certificate is left to ``ssh-keygen``.
    """
    if not 0 < seconds < _NEVER:
        return KeyPermission((), "signing.no_time", {"at": _shown(seconds)})
    named = [each for each in principals if is_safe_word(each)]
    if not named:
        return KeyPermission((), "signing.no_principal")
    lines = [line for line in signers.lines if line.is_about(key)]
    refusals = [KeyPermission((), "signing.not_allowed", {"fingerprint": key.fingerprint, "file": signers.path})]
    allowed = []
    for principal in named:
        found = [_look(line, signers, principal, namespace, seconds) for line in lines]
        if any(each.principals for each in found):
            allowed.append(principal)
        refusals += found
    if allowed:
        return KeyPermission(tuple(allowed))
    return max(refusals, key=lambda each: _NEARNESS.index(each.reason))


def _look(line: SignerLine, signers: SignersFile, principal: str, namespace: str, seconds: int) -> KeyPermission:
    """What one line that names the key says about one identity."""
    options = line.options
    place = {"file": signers.path, "line": line.number}
    if not is_listed(principal, line.principals):
        return KeyPermission(
            (), "signing.other_principal", {**place, "principal": principal, "allowed": line.principals}
        )
    if options.namespaces is not None and not is_listed(namespace, options.namespaces):
        return KeyPermission((), "signing.not_for_namespace", {**place, "namespace": namespace})
    if options.valid_after is not None and seconds < options.valid_after:
        return KeyPermission((), "signing.not_yet_valid", {**place, **_times(seconds, options.valid_after)})
    if options.valid_before is not None and seconds > options.valid_before:
        return KeyPermission((), "signing.expired", {**place, **_times(seconds, options.valid_before)})
    return KeyPermission((principal,))


def _times(seconds: int, limit: int) -> dict[str, str]:
    return {"at": _shown(seconds), "limit": _shown(limit)}


def _shown(seconds: int) -> str:
    return f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%d %H:%M:%SZ}"
