"""The trust folder as the reader of a state file sees it: with the lead's key that is pinned there."""

from __future__ import annotations

from tui.errors import JournalError
from tui.journal.journal import Journal
from tui.trust.folder import TrustFolder
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
