"""Which layers the matrix shows next: the same order in every face."""

from __future__ import annotations

from tui.workbook.organisation.layers import Facts, Layer


def next_layer(shown: tuple[Layer, ...]) -> tuple[Layer, ...]:
    """*shown* with its first layer replaced by the one that follows it."""
    every = list(Layer)
    first = every[(every.index(shown[0]) + 1) % len(every)]
    return first, *(each for each in shown[1:] if each is not first)


def next_beside(shown: tuple[Layer, ...]) -> tuple[Layer, ...]:
    """*shown* with the next layer beside the first; after the last layer the first stands alone."""
    others: list[Layer | None] = [None, *(each for each in Layer if each not in {Layer.REGION, shown[0]})]
    now = shown[1] if len(shown) > 1 else None
    second = others[(others.index(now) + 1) % len(others)]
    return (shown[0],) if second is None else (shown[0], second)


def next_pattern(facts: Facts) -> str:
    """Id of the pattern to look at next; empty where the pack prints none."""
    ids = [each.id for each in facts.patterns]
    return ids[(ids.index(facts.pattern.id) + 1) % len(ids)] if facts.pattern is not None else ""
