"""Measuring two programs alternately (A B, B A, A B …), so that both meet the same noise of the machine."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeAlias

from benchmarks.measuring import Figures

Measure: TypeAlias = Callable[[], Figures]
Pairs: TypeAlias = Sequence[tuple[Figures, Figures]]


class Spread(NamedTuple):
    """The median of some figures, the smallest and the largest."""

    median: float
    low: float
    high: float


def spread(figures: Sequence[float]) -> Spread:
    """The spread of some figures."""
    return Spread(statistics.median(figures), min(figures), max(figures))


def alternate(first: Measure, second: Measure, runs: int) -> list[tuple[Figures, Figures]]:
    """Measure both *runs* times, after one run each that isn't counted; return the figures of each pair."""
    first(), second()
    pairs = []
    for number in range(runs):
        if number % 2:
            after = second()
            pairs.append((first(), after))
        else:
            pairs.append((first(), second()))
    return pairs


def ratio(pairs: Pairs, figure: str) -> Spread:
    """The ratio of a figure, first program to second, over all pairs."""
    return spread([first[figure] / second[figure] for first, second in pairs])


def of_first(pairs: Pairs, figure: str) -> Spread:
    """A figure of the first program, over all pairs."""
    return spread([first[figure] for first, _ in pairs])
