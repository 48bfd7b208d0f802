"""The further chains that the owner of a file has accepted as their person's."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tui.errors import JournalError
from tui.journal import local
from tui.journal.store import Store

ACCEPTED: Final = "chains"
"""Key, among the local values of a file, of the further chains that its owner has accepted as somebody's."""


def accepted(store: Store, chains: Iterable[str]) -> list[str]:
    """Of *chains* those that the reader has accepted as their person's, in the order in which that was done."""
    found = frozenset(chains)
    return [each for each in all_accepted(store) if each in found]


def all_accepted(store: Store) -> list[str]:
    """Every chain that the reader has accepted as its person's, in the order in which that was done."""
    try:
        return (local.get(store, ACCEPTED) or "").split()
    except JournalError:
        return []  # changed by nobody who may: the doctor tells of it
