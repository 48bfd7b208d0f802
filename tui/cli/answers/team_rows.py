"""The answers of ``ikusei team`` as flat rows for spreadsheets; people and duties with id and name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from tui.progress.coverage import Coverage
from tui.progress.team import Member, Stuck
from tui.progress.team_load import Closing, Load

PEOPLE: Final = (
    *("person", "name", "role", "signed", "step", "confirmed", "criteria", "ready"),
    *("waiting", "returned", "last_entry", "stuck_days", "state"),
)
STUCK: Final = ("person", "name", "role", "why", "since", "days", "claims")
MENTORS: Final = (
    *("mentor", "name", "trainees", "waiting", "oldest"),
    *("confirmed", "returned", "signed", "mean_days"),
)
MONTHS: Final = ("month", "entries", "confirmed", "returned", "signed")
COVERAGE: Final = ("duty", "code", "name", "trained", "step_1", "step_2", "step_3", "only")
CLOSING: Final = ("person", "name", "role", "step", "left", "first", "second")


def people_table(members: Iterable[Member], days: Mapping[str, int]) -> Iterator[list[object]]:
    """A row for each person and role."""
    for member in members:
        for stand in member.stands:
            row: list[object] = [member.id, member.name, stand.role, sorted(stand.signed), stand.step or None]
            row += [stand.confirmed, stand.criteria, stand.is_ready, len(stand.waiting), len(stand.returned)]
            yield [*row, member.newest, days.get(member.id), stand.state]


def stuck_table(found: Iterable[Stuck]) -> Iterator[list[object]]:
    """A row for each reason why somebody is stuck."""
    for each in found:
        yield [each.member.id, each.member.name, each.role, each.why, each.since, each.days, each.count]


def load_table(found: Iterable[Load], names: Mapping[str, str]) -> Iterator[list[object]]:
    """A row for each mentor; the first column is empty in the row of claims that have no mentor."""
    for each in found:
        row: list[object] = [each.mentor, names.get(each.mentor, each.mentor), each.trainees, each.waiting, each.oldest]
        yield [*row, each.confirmed, each.returned, each.signed, None if each.days is None else round(each.days, 2)]


def coverage_cells(found: Coverage | None) -> list[object]:
    """The cells of a duty: whether a STEP trains for it, who has signed STEP 1, 2 and 3, and who covers it alone.

    *found* is None where no STEP trains for the duty.
    """
    if found is None:
        return [False, None, None, None, None]
    return [True, *(found.at(step) for step in (1, 2, 3)), found.only]


def closing_table(found: Iterable[Closing]) -> Iterator[list[object]]:
    """A row for each next STEP of a person, with the duties that it would close."""
    for each in found:
        yield [each.member.id, each.member.name, each.role, each.step, each.left, each.first, each.second]
