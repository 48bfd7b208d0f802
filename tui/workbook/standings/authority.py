"""Whose word counts: by roster, keys and policy; where there are none of these, anybody's."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Protocol, TypeAlias

from tui.journal.review import Decision, Reopening, Signature, Signoff, Waiver
from tui.progress.review import Refusal

if TYPE_CHECKING:
    from tui.journal.event import Event
    from tui.journal.journal import Journal
    from tui.trust.folder import TrustFolder
    from tui.trust.signature_state import SignatureState

PINNED: Final = "trust.lead"
"""Key, among the local values of a reader's own state file, of the lead's fingerprint that they have pinned."""

MentorWord: TypeAlias = Decision | Waiver | Signoff | Reopening
"""Everything by which a mentor decides something; each may be signed with a key."""


class Authority(Protocol):
    """Decides whose word counts; in ``tui.workbook.setup.roster_authority`` by roster, keys and policy."""

    @property
    def key(self) -> str:
        """Digest of everything besides the journal that the answers depend on: the same key, the same answers."""

    @property
    def requires_signature(self) -> bool:
        """Whether unsigned decisions count for nothing."""

    @property
    def asks_a_folder(self) -> bool:
        """Whether it asks a trust folder."""

    @property
    def folder(self) -> TrustFolder | None:
        """The trust folder that it asks, opened at the first question; None where it asks none."""

    @property
    def opened(self) -> TrustFolder | None:
        """The trust folder if it was opened already; None: no answer has needed it so far."""

    @property
    def utc_offset(self) -> int | None:
        """Minutes that the organisation's clocks are ahead of UTC; None: the roster doesn't say, or there is none."""

    @property
    def names(self) -> Mapping[str, str]:
        """By id, the names that the roster gives."""

    @property
    def joined(self) -> Mapping[str, str]:
        """By each further id of a person, their main id in the roster."""

    def why_not(self, said: MentorWord) -> Refusal | None:
        """Why a decision, waiver, sign-off or reopening counts for nothing; None if it counts."""

    def require(self, author: str, trainee: str, role: str, deciders: Collection[str] | None = None) -> None:
        """Refuse to write what wouldn't count.

        Args:
            author: id of who wants to decide.
            trainee: id of the trainee whom it is about.
            role: id of the role.
            deciders: for a sign-off, ids of those who confirmed the criteria of the STEP; None for anything else.

        Raises:
            UsageError: *author* may not decide this now.
        """

    def judge(self, event: Event, signatures: Sequence[Signature]) -> SignatureState:
        """What the signatures over an event are worth; there is at least one."""


class Anybody:
    """The authority without trust folder and policy: everybody but the trainee may, which the journal enforces."""

    key = ""
    requires_signature = False
    asks_a_folder = False
    folder: TrustFolder | None = None
    opened: TrustFolder | None = None
    utc_offset: int | None = None
    names: Mapping[str, str] = MappingProxyType({})
    joined: Mapping[str, str] = MappingProxyType({})

    def why_not(self, _said: MentorWord) -> None:
        """Everything counts."""

    def require(self, _author: str, _trainee: str, _role: str, _deciders: Collection[str] | None = None) -> None:
        """Everybody may."""

    def judge(self, _event: Event, _signatures: Sequence[Signature]) -> SignatureState:
        """Every signature is unchecked: without a trust folder nobody has said whose keys count."""
        from tui.trust.signature_state import SignatureKind, SignatureState  # most have no signatures

        return SignatureState(SignatureKind.UNCHECKED, "trust.nobody_to_ask")


ANYBODY: Final = Anybody()
"""The authority where there is no trust folder."""


def signature_state(authority: Authority, journal: Journal, event: str) -> SignatureState:
    """What the signature of the event with this hash is worth.

    Raises:
        JournalError: the journal can't be read.
    """
    from tui.trust.signature_state import UNSIGNED  # most starts show no decision

    found = journal.signatures(event)
    return authority.judge(journal.event(event), found) if found else UNSIGNED
