"""How far a trust folder can be believed."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from tui.record import record

_NOTHING: Final[Mapping[str, object]] = MappingProxyType({})


class FolderKind(StrEnum):
    """What the check of a trust folder found."""

    SIGNED = "signed"
    UNPINNED = "unpinned"
    UNSIGNED = "unsigned"
    NONE = "none"
    INVALID = "invalid"
    UNCHECKED = "unchecked"


@record
class FolderState:
    """How far a trust folder can be believed, and why.

    Args:
        kind: signed by the pinned lead; signed, but by nobody whom this reader has pinned; unsigned; not there;
            INVALID; or signed by a key that can't be checked on this machine.
        reason: message key that says what was found.
        fields: what that message names.
        person: id of the lead who signed, where the signature is good.
        principal: the identity under which the lead signed.
        key: fingerprint of the key that the signature names; in a bad signature it is only a claim.
    """

    kind: FolderKind
    reason: str
    fields: Mapping[str, object] = _NOTHING
    person: str = ""
    principal: str = ""
    key: str = ""

    @property
    def is_usable(self) -> bool:
        """Whether the content of the folder counts at all; the reader is shown how far it can be believed."""
        return self.kind not in {FolderKind.INVALID, FolderKind.UNCHECKED}
