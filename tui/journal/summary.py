"""A cache of what was computed about a whole trainee: kept until any event about the trainee comes in.

A summary is only kept if no event came in while it was computed; ``stamp`` shows that.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tui.journal.events import stamp
from tui.journal.seal import has_seal, sealed, unsealed
from tui.journal.store import Store

_KEEP: Final = "INSERT OR REPLACE INTO summary VALUES (?, ?, ?)"
_ALL: Final = "SELECT trainee, key, body FROM summary"
_FORGET: Final = "DELETE FROM summary WHERE trainee = ?"
_FORGET_AFTER: Final = "DELETE FROM summary WHERE trainee IN (SELECT trainee FROM event WHERE rowid > ?)"


def keep_summaries(store: Store, key: str, bodies: Mapping[str, str], stamp_then: int) -> bool:
    """Keep what was computed of trainees while ``stamp`` was *stamp_then*; to be called inside a write.

    Returns:
        whether it was kept: not where events have come in since.
    """
    if stamp(store) != stamp_then:
        return False
    store.fill(_KEEP, ((trainee, key, sealed(body, trainee, key)) for trainee, body in bodies.items()))
    return True


def forget_summary(store: Store, trainee: str) -> None:
    """Forget what was computed of a trainee; to be called inside a write."""
    store.run(_FORGET, trainee)


def forget_summaries(store: Store, stamp_then: int) -> None:
    """Forget the summaries of the people about whom events came in since ``stamp`` was *stamp_then*."""
    store.run(_FORGET_AFTER, stamp_then)


def has_damaged_summaries(store: Store) -> bool:
    """Whether a summary doesn't match its seal. One without a seal isn't damage: it is ignored, and computed anew.

    Raises:
        JournalError: they can't be read.
    """
    rows = store.rows(_row, _ALL)
    return any(has_seal(body) and unsealed(body, trainee, key) is None for trainee, key, body in rows)


def _row(trainee: str, key: str, body: str) -> tuple[str, str, str]:
    return trainee, key, body
