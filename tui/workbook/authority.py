"""Whose decisions and sign-offs count: what the roster of the trust folder says, or anybody's where there is none."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, Protocol

from tui.errors import UsageError
from tui.journal.review import Decision, Signoff

if TYPE_CHECKING:
    from tui.trust.folder import TrustFolder

PINNED: Final = "trust.lead"
"""Key, among the local values of a state file, of the fingerprint that its reader has pinned."""


class Authority(Protocol):
    """Says why something counts for nothing, as the key of a message; empty where it counts."""

    def of_decision(self, decision: Decision) -> str:
        """Why a decision doesn't count."""

    def of_signoff(self, signoff: Signoff) -> str:
        """Why a sign-off doesn't count."""

    def require(self, author: str, trainee: str, role: str) -> None:
        """Refuse what wouldn't count.

        Raises:
            UsageError: *author* may not review *trainee* in *role* now.
        """


class Anybody:
    """There is no trust folder: whoever isn't the trainee may, and the journal has seen to that."""

    def of_decision(self, _decision: Decision) -> str:
        """It counts."""
        return ""

    def of_signoff(self, _signoff: Signoff) -> str:
        """It counts."""
        return ""

    def require(self, _author: str, _trainee: str, _role: str) -> None:
        """Everybody may."""


ANYBODY: Final = Anybody()
"""The authority where there is no trust folder."""


class Named:
    """Whom the roster names as mentor of that trainee, in that role, on that day.

    Args:
        folder: the trust folder; one that was tampered with names nobody.
    """

    def __init__(self, folder: TrustFolder) -> None:
        self._folder = folder

    def of_decision(self, decision: Decision) -> str:
        """Why it doesn't count."""
        return self._why(decision.author, decision.trainee, decision.item, decision.recorded)

    def of_signoff(self, signoff: Signoff) -> str:
        """Why it doesn't count."""
        return self._why(signoff.author, signoff.trainee, signoff.item, signoff.recorded)

    def require(self, author: str, trainee: str, role: str) -> None:
        """Refuse what wouldn't count.

        Raises:
            UsageError: *author* may not review *trainee* in *role* now.
        """
        from tui.trust.permission import may_review  # noqa: PLC0415 - most have no trust folder

        found = may_review(self._folder.roster, author, trainee, role, datetime.now(UTC))
        if not self._folder.state.is_usable:
            raise UsageError(self._folder.state.reason, **self._folder.state.fields)
        if not found.is_allowed:
            raise UsageError(found.reason, **found.fields)

    def _why(self, author: str, trainee: str, item: str, recorded: int) -> str:
        from tui.trust.moment import recorded_at  # noqa: PLC0415 - most have no trust folder
        from tui.trust.permission import may_review  # noqa: PLC0415

        found = may_review(self._folder.roster, author, trainee, item.partition(".")[0], recorded_at(recorded))
        return "" if found.is_allowed else f"screens.review.why.{found.answer}"
