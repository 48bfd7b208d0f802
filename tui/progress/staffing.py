"""Which level of staffing our head count gives, and what is missing for the next (`isogj` 6.6, table 1).

Pure functions from the levels of the pack and the staffing of each team to the level that is reached. Where the table
is silent we read it like this:

* People who work round the clock could work days: such a team meets a day level when it has as many people.
* Where a level leaves a team's work to another team, it is enough that somebody does the work: the team itself, or any
  other team that has people of its own. The team that the table prints is only proposed where nobody does the work.
* Where a level leaves a team's work undone, the team meets it with any staffing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from tui.curriculum.organisation import PEOPLE_AT_ALL_TIMES, ShiftMode, Staffing, StaffingTeam
from tui.record import record

NOBODY: Final = Decimal(0)
_WITH_HEADS: Final = frozenset(("day", "round-the-clock"))


@record
class Ours:
    """How we staff one team.

    Args:
        team: its id.
        mode: how.
        heads: people of its own in all, part-time in fractions; 0 where the mode is ``held`` or ``none``.
        held_by: id of the team that does its work; empty where the mode isn't ``held``.
    """

    team: str
    mode: ShiftMode = "none"
    heads: Decimal = NOBODY
    held_by: str = ""

    @property
    def own(self) -> Decimal:
        """People of its own."""
        return self.heads if self.mode in _WITH_HEADS else NOBODY

    @property
    def present(self) -> Decimal:
        """How many are on duty at a time; round the clock only whole ones count, since one on duty takes six people."""
        return self.own // PEOPLE_AT_ALL_TIMES if self.mode == "round-the-clock" else self.own


@record
class TeamLack:
    """What a team lacks for a level.

    Args:
        team: its id.
        need: what the level asks of it.
        people: how many more of its own; 0 where it has enough.
        turns: whether its mode has to change to that of *need*.
    """

    team: str
    need: StaffingTeam
    people: Decimal
    turns: bool


@record
class TeamReach:
    """How far one team is.

    Args:
        ours: how we staff it.
        level: the highest level whose need it meets; None where it meets none.
        next: the level after that; None where there is none.
        lack: what it lacks for *next*.
        done_by: the team whose people do its work in the end: itself, another, or empty where nobody does.
        stands_for: teams whose work its people do besides their own.
    """

    ours: Ours
    level: int | None
    next: int | None
    lack: TeamLack | None
    done_by: str
    stands_for: tuple[str, ...]


@record
class StaffingReach:
    """How far we are in all.

    Args:
        teams: each team of the table, in its order.
        level: the highest level of which every team meets its need; None where there is none.
        next: the lowest level above that; None where there is none.
        lacks: what is missing for *next*, team by team.
        people: our people in all.
    """

    teams: tuple[TeamReach, ...]
    level: int | None
    next: int | None
    lacks: tuple[TeamLack, ...]
    people: Decimal

    @property
    def lacking(self) -> Decimal:
        """How many more people the next level needs."""
        return sum((lack.people for lack in self.lacks), NOBODY)

    def team(self, team: str) -> TeamReach | None:
        """How far the team with this id is."""
        return next((each for each in self.teams if each.ours.team == team), None)


def reach(levels: Sequence[Staffing], ours: Iterable[Ours]) -> StaffingReach:
    """How far *ours* reaches among *levels* (`isogj` 6.6, table 1).

    Args:
        levels: those of the pack; each has the same teams.
        ours: how we staff each team; a team that is left out isn't staffed.
    """
    ordered = sorted(levels, key=lambda level: level.level)
    given = {each.team: each for each in ours}
    staffed = {team: given.get(team, Ours(team)) for team in teams_of(levels)}
    doing = {team: done_by(team, staffed) for team in staffed}
    lacks = {level.level: _lacks(level, staffed, doing) for level in ordered}
    teams = tuple(_team(each, lacks, doing) for each in staffed.values())
    level, following = _between([(number, not missing) for number, missing in lacks.items()])
    missing = () if following is None else tuple(lacks[following].values())
    return StaffingReach(teams, level, following, missing, sum((each.own for each in staffed.values()), NOBODY))


def teams_of(levels: Iterable[Staffing]) -> tuple[str, ...]:
    """Ids of the teams that the levels count, in printed order."""
    return tuple(dict.fromkeys(each.team for level in levels for each in level.teams))


def done_by(team: str, staffed: Mapping[str, Ours]) -> str:
    """The team whose people do the work of *team* in the end; empty where nobody does, or teams refer in a circle."""
    seen: set[str] = set()
    while team in staffed and team not in seen:
        seen.add(team)
        each = staffed[team]
        if each.own > 0:
            return team
        team = each.held_by if each.mode == "held" else ""
    return ""


def trained(ours: Iterable[Ours], people: Mapping[str, Collection[str]]) -> tuple[Ours, ...]:
    """*ours*, with at most as many heads in each team as there are people trained for one of its duties.

    A team whose work another one does counts only if somebody is trained for it.

    Args:
        ours: how we staff each team.
        people: by team, who is trained for at least one of its duties.
    """
    counted = []
    for each in ours:
        there = len(people.get(each.team, ()))
        if each.mode == "held" and not there:
            counted.append(Ours(each.team))
        else:
            counted.append(replace(each, heads=min(each.heads, Decimal(there))))
    return tuple(counted)


def held_double(ours: Iterable[Ours], people: Mapping[str, Collection[str]]) -> dict[str, tuple[str, ...]]:
    """By person, the staffed teams for whose duties they are trained; only people with more than one such team."""
    teams: dict[str, list[str]] = {}
    for each in ours:
        for person in people.get(each.team, ()) if each.mode != "none" else ():
            teams.setdefault(person, []).append(each.team)
    return {person: tuple(found) for person, found in sorted(teams.items()) if len(found) > 1}


def _team(ours: Ours, lacks: Mapping[int, Mapping[str, TeamLack]], doing: Mapping[str, str]) -> TeamReach:
    level, following = _between([(number, ours.team not in missing) for number, missing in lacks.items()])
    stands_for = tuple(team for team, doer in doing.items() if doer == ours.team and team != ours.team)
    lack = None if following is None else lacks[following].get(ours.team)
    return TeamReach(ours, level, following, lack, doing[ours.team], stands_for)


def _between(met: list[tuple[int, bool]]) -> tuple[int | None, int | None]:
    """The highest level that is met, and the one above it."""
    level = max((number for number, is_met in met if is_met), default=None)
    above = (number for number, _ in met if level is None or number > level)
    return level, min(above, default=None)


def _lacks(level: Staffing, staffed: Mapping[str, Ours], doing: Mapping[str, str]) -> dict[str, TeamLack]:
    found = ((need, _lack(need, staffed[need.team], doing[need.team])) for need in level.teams)
    return {need.team: lack for need, lack in found if lack is not None}


def _lack(need: StaffingTeam, ours: Ours, doer: str) -> TeamLack | None:
    match need.mode:
        case "none":
            return None
        case "held":
            return None if doer else TeamLack(need.team, need, NOBODY, turns=True)
        case "day":
            turns = ours.mode not in _WITH_HEADS
        case "round-the-clock":
            turns = ours.mode != need.mode
    people = max(NOBODY, need.people - ours.own)
    return TeamLack(need.team, need, people, turns) if people or turns else None
