"""Which further chains the owner of a file has accepted as chains of the person whom they name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tui.errors import JournalError
from tui.journal import local
from tui.journal.store import Store

ACCEPTED: Final = "chains"
"""Key of the local value that lists the accepted chains, separated by blanks."""


def accepted(store: Store, chains: Iterable[str]) -> list[str]:
    """Those of *chains* that the reader has accepted, in the order in which they were accepted."""
    found = frozenset(chains)
    return [each for each in all_accepted(store) if each in found]


def all_accepted(store: Store) -> list[str]:
    """Every chain that the reader has accepted, in the order in which they were accepted."""
    try:
        return (local.get(store, ACCEPTED) or "").split()
    except JournalError:
        return []  # the value doesn't match its seal: the doctor reports it
