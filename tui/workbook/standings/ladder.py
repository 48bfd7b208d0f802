"""The states of the rungs of a ladder: which are skipped, and which one is current."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tui.curriculum.model import Item
from tui.progress.state import State, step_state
from tui.workbook.standings.today import Rung


def topics_done(items: Iterable[Item], ticked: frozenset[str]) -> tuple[int, int]:
    """How many leaves of *items* are ticked, and how many there are."""
    leaves = [leaf for item in items for leaf in item.leaves()]
    return sum(leaf.id in ticked for leaf in leaves), len(leaves)


def climb(rungs: Iterable[Rung], start: int) -> Iterator[Rung]:
    """*rungs* with their states: unfinished ones before STEP *start* are skipped, the next unfinished is current."""
    found = False
    for rung in rungs:
        left = rung.done < rung.total
        skipped = left and (rung.number or 0) < start
        current = left and not skipped and not found
        found = found or current
        yield replace(rung, current=current, skipped=skipped, state=_state(rung, skipped=skipped))


def _state(rung: Rung, *, skipped: bool) -> State:
    if rung.signed:
        return State.SIGNED
    if skipped:
        return State.SKIPPED
    if rung.is_education:
        return State.TICKED if 0 < rung.total == rung.done else State.OPEN
    return step_state(confirmed=rung.confirmed, total=rung.total, waiting=rung.waiting, returned=rung.returned)
