"""What a rule looks at: the work that stands behind one criterion."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from tui.curriculum.rule import Supervision
from tui.journal.event import Entry
from tui.progress.numbers import PolicyNumbers
from tui.record import record


@record
class Work:
    """Entries, ticks and policy of one criterion.

    Args:
        criterion: its id.
        entries: entries that name it or one of its cases, oldest first.
        ticks: ids of everything that is ticked.
        points: ids of the criterion's points.
        policy: the organisation's numbers.
    """

    criterion: str
    entries: tuple[Entry, ...]
    ticks: Collection[str]
    points: Sequence[str]
    policy: PolicyNumbers

    def own(self) -> tuple[Entry, ...]:
        """The entries that name the criterion itself."""
        return tuple(entry for entry in self.entries if self.criterion in entry.items)

    def supervised(self, asked: frozenset[Supervision]) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
        """The criterion's entries with a supervision that is asked for, and those without, each oldest first."""
        own = self.own()
        return split(own, [entry.supervision in asked for entry in own])


def oldest_first(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """*entries* by day; those of one day in the order they were recorded."""
    return tuple(sorted(entries, key=lambda entry: (entry.day, entry.recorded, entry.id)))


def split(entries: Sequence[Entry], counts: Sequence[bool]) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """The entries that count, and the others."""
    counted = tuple(entry for entry, kept in zip(entries, counts, strict=True) if kept)
    return counted, tuple(entry for entry, kept in zip(entries, counts, strict=True) if not kept)


def ids(entries: Sequence[Entry]) -> tuple[str, ...]:
    """The ids of *entries*."""
    return tuple(entry.id for entry in entries)
