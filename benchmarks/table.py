"""The printed table: each row has a figure, its limit, and what was measured."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from benchmarks.pairs import Spread


class Row(NamedTuple):
    """One figure.

    Args:
        figure: what was measured.
        most: what it must not exceed.
        measured: the median, the smallest and the largest.
        unit: ``B``, ``ms``, ``frames``, or empty for a ratio.
    """

    figure: str
    most: float
    measured: Spread
    unit: str = ""

    @property
    def is_reached(self) -> bool:
        """Whether the median is good enough."""
        return self.measured.median <= self.most


def number(value: float, unit: str) -> str:
    """A figure to read: ratios with two digits, everything else whole."""
    return f"{value:,.0f}" if unit else f"{value:.2f}"


def lines(rows: Iterable[Row]) -> Iterable[str]:
    """The lines of the table."""
    yield f"{'figure':<58}{'must reach':>12}{'measured':>10}           (least to most)"
    for row in rows:
        most = f"{number(row.most, row.unit)} {row.unit}".strip()
        median, low, high = (number(value, row.unit) for value in row.measured)
        verdict = "MET" if row.is_reached else "MISSED"
        yield f"{row.figure:<58}{most:>12}{median:>10}   {verdict:<8}({low} to {high})"
