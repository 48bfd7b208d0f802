"""Who covers a duty: the STEPs that people have signed, through the mapping of STEPs to duties.

Pure functions: which sign-offs count is decided by the caller.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tui.curriculum import organisation
from tui.record import record


@record
class Coverage:
    """The people who are trained for one duty of the textbook.

    Args:
        duty: its id.
        people: by STEP, sorted ids of the people whose highest signed STEP for this duty it is; STEPs without anybody
            are left out.
    """

    duty: str
    people: Mapping[int, tuple[str, ...]]

    def at(self, step: int) -> tuple[str, ...]:
        """Ids of the people whose highest signed STEP for this duty is *step*."""
        return self.people.get(step, ())

    @property
    def everybody(self) -> tuple[str, ...]:
        """All who are trained for it, the furthest first."""
        return tuple(person for step in sorted(self.people, reverse=True) for person in self.people[step])

    @property
    def only(self) -> str:
        """The only one who is trained for it: a single point of failure; empty where there are none or several."""
        everybody = self.everybody
        return everybody[0] if len(everybody) == 1 else ""


def coverage(signed: Iterable[tuple[str, str, int]], mapping: Iterable[organisation.Mapping]) -> dict[str, Coverage]:
    """By duty, who is trained for it.

    Somebody has STEP n for a duty where STEP n of a role is signed for them, and the mapping says that this STEP of
    that role, or one before it, trains for the duty.

    Args:
        signed: (person, role, number of the STEP) for each sign-off that counts, in any order.
        mapping: the rows of the pack with the changes of the overlay.

    Returns:
        every duty that *mapping* names, in its order, whether anybody covers it or not.
    """
    rows = list(mapping)
    trains: dict[str, dict[str, int]] = {}
    for row in rows:
        begins = trains.setdefault(row.role, {})
        begins[row.duty] = min(row.step, begins.get(row.duty, row.step))
    highest: dict[str, dict[str, int]] = {row.duty: {} for row in rows}
    for person, role, number in signed:
        for duty, begins_at in trains.get(role, {}).items():
            if begins_at <= number:
                highest[duty][person] = max(number, highest[duty].get(person, number))
    return {duty: Coverage(duty, _by_step(people)) for duty, people in highest.items()}


def _by_step(people: Mapping[str, int]) -> dict[int, tuple[str, ...]]:
    steps = sorted(set(people.values()))
    return {step: tuple(sorted(person for person, number in people.items() if number == step)) for step in steps}
