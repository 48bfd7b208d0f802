"""How a ladder is climbed: what is done of each rung, and which one is current."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from tui.curriculum.model import Item
from tui.workbook.views import Rung

NOTHING_SIGNED: Final[Mapping[str, str]] = MappingProxyType({})


def topics_done(items: Iterable[Item], ticked: frozenset[str]) -> tuple[int, int]:
    """How many leaves of *items* are ticked, and how many there are."""
    leaves = [leaf for item in items for leaf in item.leaves()]
    return sum(leaf.id in ticked for leaf in leaves), len(leaves)


def climb(
    raw: Iterable[tuple[str, int | None, int, int]], start: int, signed: Mapping[str, str] = NOTHING_SIGNED
) -> Iterable[Rung]:
    """Rungs from (id, number, done, total): what lies below *start* is skipped, the first unfinished one is current.

    Args:
        raw: the rungs.
        start: the STEP that the trainee started with.
        signed: by STEP, the day on which it was signed.
    """
    found = False
    for rung_id, number, done, total in raw:
        below = (number if number is not None else 0) < start
        skipped = below and done < total
        current = not found and not skipped and done < total
        found = found or current
        yield Rung(rung_id, number, done, total, current, skipped, signed.get(rung_id, ""))
