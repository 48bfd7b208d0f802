"""Whose word counts: what the roster, the keys and the policy say of it, or anybody's where there are none."""

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
"""What a mentor says, and what is signed with a key."""


class Authority(Protocol):
    """Says what counts; ``tui.workbook.setup.roster_authority.RosterAuthority`` asks roster, keys and policy."""

    @property
    def key(self) -> str:
        """What the answers hang on besides the journal: where it is the same, so are they."""

    @property
    def requires_signature(self) -> bool:
        """Whether what isn't signed counts for nothing."""

    @property
    def asks_a_folder(self) -> bool:
        """Whether it asks a trust folder."""

    @property
    def folder(self) -> TrustFolder | None:
        """The trust folder that it asks, opened at the first question; None where it asks none."""

    @property
    def opened(self) -> TrustFolder | None:
        """The same where it was asked for; None: nothing that was said hung on it so far."""

    @property
    def utc_offset(self) -> int | None:
        """Minutes that the organisation's clocks are ahead of UTC; None: the roster doesn't say, or there is none."""

    @property
    def names(self) -> Mapping[str, str]:
        """What people are called, by id, of those about whom the roster says it."""

    @property
    def joined(self) -> Mapping[str, str]:
        """By further id of somebody, the id that they have in the roster."""

    def why_not(self, said: MentorWord) -> Refusal | None:
        """Why something counts for nothing; None where it counts."""

    def require(self, author: str, trainee: str, role: str, deciders: Collection[str] | None = None) -> None:
        """Refuse what wouldn't count.

        Args:
            author: who wants to say something.
            trainee: about whom.
            role: in which role.
            deciders: to sign a STEP, those who confirmed its criteria; None: it is something else.

        Raises:
            UsageError: *author* may not, now.
        """

    def judge(self, event: Event, signatures: Sequence[Signature]) -> SignatureState:
        """What the signatures over an event are worth; there is at least one."""


class Anybody:
    """There is no trust folder and no such policy: whoever isn't the trainee may; the journal has seen to that."""

    key = ""
    requires_signature = False
    asks_a_folder = False
    folder: TrustFolder | None = None
    opened: TrustFolder | None = None
    utc_offset: int | None = None
    names: Mapping[str, str] = MappingProxyType({})
    joined: Mapping[str, str] = MappingProxyType({})

    def why_not(self, _said: MentorWord) -> None:
        """It counts."""

    def require(self, _author: str, _trainee: str, _role: str, _deciders: Collection[str] | None = None) -> None:
        """Everybody may."""

    def judge(self, _event: Event, _signatures: Sequence[Signature]) -> SignatureState:
        """Nobody has said whose keys count."""
        from tui.trust.signature_state import SignatureKind, SignatureState  # most have no signatures

        return SignatureState(SignatureKind.UNCHECKED, "trust.nobody_to_ask")


ANYBODY: Final = Anybody()
"""The authority where there is no trust folder."""


def signature_state(authority: Authority, journal: Journal, event: str) -> SignatureState:
    """What the signature of the event with this hash is worth.

    Raises:
        JournalError: the journal can't be read.
    """
    from tui.trust.signature_state import UNSIGNED  # a start has nothing that is decided to show

    found = journal.signatures(event)
    return authority.judge(journal.event(event), found) if found else UNSIGNED
