"""What a signature is worth, and why."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from tui.record import record

_NOTHING: Final[Mapping[str, object]] = MappingProxyType({})


class SignatureKind(StrEnum):
    """What the check of a signature found."""

    SIGNED = "signed"
    UNSIGNED = "unsigned"
    INVALID = "invalid"
    UNCHECKED = "unchecked"


@record
class SignatureState:
    """What a signature is worth, and why.

    Args:
        kind: signed; unsigned; INVALID; or it can't be checked here and now, which says nothing against it.
        reason: message key that says what was found.
        fields: what that message names.
        person: id of the person who signed, where the signature is good.
        principal: the identity under which that person signed.
        fingerprint: of the key that the signature names; in a bad signature it is only a claim.
    """

    kind: SignatureKind
    reason: str
    fields: Mapping[str, object] = _NOTHING
    person: str = ""
    principal: str = ""
    fingerprint: str = ""

    @property
    def is_bad(self) -> bool:
        """Whether it was checked, and isn't a valid signature of its event."""
        return self.kind is SignatureKind.INVALID

    @property
    def is_lasting(self) -> bool:
        """Whether the same event, signature and folder give the same result each time, so that it may be cached."""
        return self.kind is not SignatureKind.UNCHECKED


UNSIGNED: Final = SignatureState(SignatureKind.UNSIGNED, "trust.unsigned")
"""There is no signature."""
