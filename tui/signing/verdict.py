"""What came out of checking a signature."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from tui.record import record

_NOTHING: Final[Mapping[str, object]] = MappingProxyType({})


@record
class SignatureVerdict:
    """What came out, and why.

    Args:
        is_good: an allowed key signed exactly this text for this purpose; nothing else counts.
        reason: message key of ``tui.lang.signing`` that says what was found; also for a good one.
        fields: what that message names.
        principal: of a good one, the identity under which the key is allowed.
        fingerprint: of the key that the signature names, where it could be read; of a bad one it is only what the
            signature says of itself.
        key_type: its type.
        is_checked: whether this machine could tell at all; where it is False, ``is_good`` is, too, and another machine
            may find the signature good.
    """

    is_good: bool
    reason: str
    fields: Mapping[str, object] = _NOTHING
    principal: str = ""
    fingerprint: str = ""
    key_type: str = ""
    is_checked: bool = True
