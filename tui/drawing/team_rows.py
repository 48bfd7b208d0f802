"""The rows of the team's lists, for the members who pass the filters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from tui.curriculum.textbook import Duty
from tui.drawing.pen import Pen
from tui.drawing.team import Names, movement_rows
from tui.drawing.team_views import closing_rows, coverage_rows, mentor_rows, says, stuck_rows
from tui.progress.team import Member
from tui.text.fold import fold
from tui.text.line import Row
from tui.workbook.organisation.team import JournalTeam
from tui.workbook.organisation.team_look import TeamLook

MONTHS: Final = 24
"""Months of movement."""


def list_rows(
    team: JournalTeam, look: TeamLook, *, shown: Sequence[Member], duties: Sequence[Duty], names: Names, pen: Pen
) -> Iterator[Row]:
    """The rows of the view that is shown; a single row that says so where there are none.

    Args:
        team: everybody.
        look: the view and its filters.
        shown: the members who pass the filters.
        duties: every duty, in printed order.
        names: what ids are called.
        pen: language and width.
    """
    passing = {member.id for member in shown}
    match look.view if team.members else "":
        case "":
            yield says(pen, "team.empty")
        case "people":
            yield says(pen, "team.none_fits")
        case "stuck":
            found = [each for each in team.stuck if each.member.id in passing]
            found = [each for each in found if not look.role or each.role in {"", look.role}]
            yield from stuck_rows(team, found, names, pen)
        case "mentors":
            yield from mentor_rows(team, names, pen)
        case "movement":
            yield from movement_rows(team.movement(MONTHS), pen)
        case "coverage":
            yield from coverage_rows(duties, _duties(team, look, duties, pen), team.covered, names, pen)
        case _:
            closings = [each for each in team.closings if each.member.id in passing]
            yield from closing_rows([each for each in closings if look.role in {"", each.role}], names, pen)


def _duties(team: JournalTeam, look: TeamLook, duties: Sequence[Duty], pen: Pen) -> list[Duty]:
    covered, wanted = team.covered, fold(look.text)
    counts = {duty.id: len(covered[duty.id].everybody) if duty.id in covered else None for duty in duties}
    found = [
        duty
        for duty in duties
        if (not wanted or wanted in fold(f"{duty.code} {pen.of(duty.name)}"))
        and (not look.urgent or counts[duty.id] in {0, 1})
    ]
    if look.fewest:
        found.sort(key=lambda duty: (counts[duty.id] is None, counts[duty.id] or 0))
    return found
