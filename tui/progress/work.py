"""The input of a rule: the work for one criterion."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import TypeAlias, TypeVar

from tui.curriculum.rule import Supervision
from tui.journal.event import DayTally, Entry
from tui.progress.numbers import PolicyNumbers
from tui.record import record

Piece: TypeAlias = Entry | DayTally
"""Work that was done: one entry, or what those of a day come to that say the same."""
PieceT = TypeVar("PieceT", bound=Piece)


@record
class Work:
    """Entries, ticks and policy of one criterion.

    Args:
        criterion: its id.
        entries: what was done of it or one of its cases, oldest first.
        ticks: ids of everything that is ticked.
        points: ids of the criterion's points.
        policy: the organisation's numbers.
    """

    criterion: str
    entries: tuple[Piece, ...]
    ticks: Collection[str]
    points: Sequence[str]
    policy: PolicyNumbers

    def own(self) -> tuple[Piece, ...]:
        """Of it, what names the criterion itself."""
        return tuple(entry for entry in self.entries if self.criterion in entry.items)

    def supervised(self, asked: frozenset[Supervision]) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
        """The criterion's own with a supervision that is asked for, and those without, each oldest first."""
        own = self.own()
        return split(own, [entry.supervision in asked for entry in own])


def oldest_first(done: Sequence[Piece]) -> tuple[Piece, ...]:
    """What was *done* by day; entries of one day in the order they were recorded."""
    return tuple(sorted(done, key=_moment))


def _moment(piece: Piece) -> tuple[date, int, str]:
    return (piece.day, piece.recorded, piece.id) if isinstance(piece, Entry) else (piece.day, 0, "")


def split(entries: Sequence[PieceT], counts: Sequence[bool]) -> tuple[tuple[PieceT, ...], tuple[PieceT, ...]]:
    """What counts, and the rest."""
    counted = tuple(entry for entry, kept in zip(entries, counts, strict=True) if kept)
    return counted, tuple(entry for entry, kept in zip(entries, counts, strict=True) if not kept)


def ids(entries: Sequence[Piece]) -> tuple[str, ...]:
    """The ids of *entries*; what a day comes to has none."""
    return tuple(entry.id for entry in entries if isinstance(entry, Entry))


def written(done: Piece) -> int:
    """How many entries it stands for."""
    return done.entries if isinstance(done, DayTally) else 1
