"""Whose decisions and sign-offs count: what the roster of the trust folder says, or anybody's where there is none."""

from __future__ import annotations

from typing import Final, Protocol

from tui.journal.review import Decision, Signoff

PINNED: Final = "trust.lead"
"""Key, among the local values of a state file, of the fingerprint that its reader has pinned."""


class Authority(Protocol):
    """Says what counts; ``tui.workbook.trusted.Named`` asks a roster."""

    def why_not(self, said: Decision | Signoff) -> str:
        """Why something counts for nothing, as the key of a message; empty where it counts."""

    def require(self, author: str, trainee: str, role: str) -> None:
        """Refuse what wouldn't count.

        Raises:
            UsageError: *author* may not review *trainee* in *role* now.
        """


class Anybody:
    """There is no trust folder: whoever isn't the trainee may, and the journal has seen to that."""

    def why_not(self, _said: Decision | Signoff) -> str:
        """It counts."""
        return ""

    def require(self, _author: str, _trainee: str, _role: str) -> None:
        """Everybody may."""


ANYBODY: Final = Anybody()
"""The authority where there is no trust folder."""
