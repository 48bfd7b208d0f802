"""How a state file says what it is: its application id and its schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tui.errors import JournalError

if TYPE_CHECKING:
    from tui.journal.store import Store

APPLICATION_ID: Final = 0x494B5553
"""``IKUS`` in the header of every state file: ``file`` and ``PRAGMA application_id`` show it."""

SCHEMA: Final = 4
"""Number of the newest migration."""

_VERSION: Final = "PRAGMA user_version"


def check_schema(store: Store) -> int:
    """The number of the last migration that the file has gone through; 0 for an empty file.

    Raises:
        JournalError: a newer ikusei has written it.
    """
    found = store.one(int, _VERSION) or 0
    if found > SCHEMA:
        raise JournalError("journal.newer", path=store.path, found=found, known=SCHEMA)
    return found
