"""The rows of the team's lists: who is stuck, mentors, months, duties, what comes next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from tui.curriculum.model import Duty
from tui.drawing.pen import Pen
from tui.drawing.team import DutyLine, Names, closing_row, duty_row, load_rows, movement_rows, stuck_row
from tui.progress.team import Member
from tui.screens.team_look import TeamLook
from tui.text.fold import fold
from tui.text.line import GAP, Row
from tui.workbook.team import Team

MONTHS: Final = 24
"""Months of movement."""


class TeamRows:
    """The rows of one drawing.

    Args:
        team: everybody.
        look: the view and its filters.
        shown: who passes them.
        duties: every duty, in printed order.
        names: what ids are called.
        pen: language and width.
    """

    def __init__(
        self,
        team: Team,
        look: TeamLook,
        *,
        shown: Sequence[Member],
        duties: Sequence[Duty],
        names: Names,
        pen: Pen,
    ) -> None:
        self._team, self._look, self._names, self._pen = team, look, names, pen
        self._shown = {member.id for member in shown}
        self._duties = duties

    def rows(self) -> Iterator[Row]:
        """The rows of the view that is looked at; one that says so where there are none."""
        if not self._team.members:
            yield self._says("team.empty")
            return
        match self._look.view:
            case "people":
                yield self._says("team.none_fits")
            case "stuck":
                yield from self._stuck()
            case "mentors":
                yield from self._mentors()
            case "movement":
                yield from movement_rows(self._team.movement(MONTHS), self._pen)
            case "coverage":
                yield from self._coverage()
            case _:
                yield from self._closing()

    def _stuck(self) -> Iterator[Row]:
        limits = self._team.limits
        origin = self._pen.say(f"team.origin.{self._team.origin}")
        yield self._says("team.stuck.lead", quiet=limits.quiet, waiting=limits.waiting, origin=origin)
        yield GAP
        found = [each for each in self._team.stuck if each.member.id in self._shown]
        found = [each for each in found if not self._look.role or each.role in {"", self._look.role}]
        yield from (stuck_row(each, self._names, self._pen) for each in found)
        if not found:
            yield self._says("team.stuck.none")

    def _mentors(self) -> Iterator[Row]:
        yield self._says("team.mentors.lead")
        yield GAP
        loads = self._team.loads()
        for load in loads:
            yield from load_rows(load, self._team.today, self._names, self._pen)
        if not loads:
            yield self._says("team.mentors.none")

    def _coverage(self) -> Iterator[Row]:
        covered, look = self._team.covered, self._look
        counts = {duty.id: len(covered[duty.id].everybody) if duty.id in covered else None for duty in self._duties}
        values = [count for count in counts.values() if count is not None]
        more = sum(count > 1 for count in values)
        yield self._says("team.coverage.lead", none=values.count(0), one=values.count(1), more=more)
        yield GAP
        wanted = fold(look.text)
        found = [
            duty
            for duty in self._duties
            if (not wanted or wanted in fold(f"{duty.code} {self._pen.of(duty.name)}"))
            and (not look.urgent or counts[duty.id] in {0, 1})
        ]
        if look.fewest:
            found.sort(key=lambda duty: (counts[duty.id] is None, counts[duty.id] or 0))
        for duty in found:
            line = DutyLine(duty.id, duty.code, self._pen.of(duty.name), covered.get(duty.id))
            yield duty_row(line, self._names, self._pen)
        if not found:
            yield self._says("team.coverage.none")

    def _closing(self) -> Iterator[Row]:
        yield self._says("team.closing.lead")
        yield GAP
        found = [each for each in self._team.closings if each.member.id in self._shown]
        found = [each for each in found if self._look.role in {"", each.role}]
        yield from (closing_row(each, self._names, self._pen) for each in found)
        if not found:
            yield self._says("team.closing.none")

    def _says(self, key: str, **fields: object) -> Row:
        return Row(tuple(self._pen.paragraph(self._pen.say(key, **fields), "dim")))
