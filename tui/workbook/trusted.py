"""The trust folder as the reader of a state file sees it, with the lead's key that is pinned there; whom it names."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cached_property

from tui.errors import JournalError, UsageError
from tui.journal.journal import Journal
from tui.journal.review import Decision, Signoff
from tui.trust.folder import TrustFolder
from tui.trust.moment import recorded_at
from tui.trust.permission import may_review
from tui.workbook.authority import PINNED
from tui.workbook.settings import Settings


def trust_folder(settings: Settings, journal: Journal | None) -> TrustFolder:
    """The trust folder, held against the lead's key that is pinned in *journal*; without one, against none."""
    return TrustFolder.open(settings.trust, pinned(journal))


def pinned(journal: Journal | None) -> str:
    """Fingerprint of the lead's key that is pinned, or empty."""
    return "" if journal is None else journal.local_get(PINNED) or ""


def pin(journal: Journal, fingerprint: str) -> None:
    """Keep *fingerprint* as that of the lead's key; an empty one: pin none any more.

    Raises:
        JournalError: the state file can't be written.
    """
    done = journal.local_set(PINNED, fingerprint) if fingerprint else journal.local_delete(PINNED)
    if not done and journal.read_only_reason is not None:
        raise JournalError(journal.read_only_reason.key, **journal.read_only_reason.fields)


class Named:
    """The authority of a roster: whom it names as mentor of that trainee, in that role, on that day.

    Args:
        folder: opens the trust folder, at the first question; one that was tampered with names nobody.
    """

    def __init__(self, folder: Callable[[], TrustFolder]) -> None:
        self._open = folder

    @cached_property
    def _folder(self) -> TrustFolder:
        return self._open()

    def why_not(self, said: Decision | Signoff) -> str:
        """Why something counts for nothing, as the key of a message; empty where it counts."""
        role = said.item.partition(".")[0]
        found = may_review(self._folder.roster, said.author, said.trainee, role, recorded_at(said.recorded))
        return "" if found.is_allowed else f"screens.review.why.{found.answer}"

    def require(self, author: str, trainee: str, role: str) -> None:
        """Refuse what wouldn't count.

        Raises:
            UsageError: *author* may not review *trainee* in *role* now.
        """
        state = self._folder.state
        if not state.is_usable:
            raise UsageError(state.reason, **state.fields)
        found = may_review(self._folder.roster, author, trainee, role, datetime.now(UTC))
        if not found.is_allowed:
            raise UsageError(found.reason, **found.fields)
