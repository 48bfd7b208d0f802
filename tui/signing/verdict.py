"""The result of checking a signature."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from tui.record import record

_NOTHING: Final[Mapping[str, object]] = MappingProxyType({})


@record
class SignatureVerdict:
    """The result, and why.

    Args:
        is_good: an allowed key signed exactly this text for this purpose; nothing else counts.
        reason: message key of ``tui.lang.signing`` that says what was found; also for a good one.
        fields: what that message names.
        principal: for a good signature, the identity under which the key is allowed.
        fingerprint: of the key that the signature names, where it could be read; in a bad signature it is only a claim.
        key_type: type of that key.
        is_checked: whether this machine could check it at all. If not, ``is_good`` is False, but another machine may
            find the signature good.
    """

    is_good: bool
    reason: str
    fields: Mapping[str, object] = _NOTHING
    principal: str = ""
    fingerprint: str = ""
    key_type: str = ""
    is_checked: bool = True
