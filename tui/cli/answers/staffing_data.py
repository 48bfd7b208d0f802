"""The organisation's staffing and the levels of the table, as data for other programs."""

from __future__ import annotations

from dataclasses import asdict

from tui.curriculum.organisation import Staffing, Team
from tui.progress.staffing import Ours, StaffingReach, TeamLack
from tui.workbook.organisation.staffing import StaffingView, heads_text


def staffing_data(view: StaffingView) -> dict[str, object]:
    """The whole staffing view; numbers of people are text, because they are exact decimals."""
    return {
        "levels": [_level_data(level) for level in view.levels],
        "teams": [_team_data(view, team, ours) for team, ours in zip(view.teams, view.ours, strict=True)],
        "by_heads": _reach_data(view.by_heads),
        "by_trained": _reach_data(view.by_trained),
        "trained_for_several": {person: list(teams) for person, teams in view.doubles.items()},
    }


def _level_data(level: Staffing) -> dict[str, object]:
    return {
        "level": level.level,
        "name": asdict(level.name),
        "total": level.total,
        "teams": {
            need.team: {"mode": need.mode, "heads": need.heads, "people": need.people, "held_by": need.held_by}
            for need in level.teams
        },
    }


def _team_data(view: StaffingView, team: Team, ours: Ours) -> dict[str, object]:
    heads, trained = view.by_heads.team(team.id), view.by_trained.team(team.id)
    said = view.said.get(team.id)
    return {
        "id": team.id,
        "name": asdict(team.name),
        "mode": ours.mode,
        "heads": heads_text(ours.own),
        "held_by": ours.held_by,
        "note": said.note if said else "",
        "level": heads.level if heads else None,
        "next": heads.next if heads else None,
        "missing": _lack_data(heads.lack) if heads and heads.lack else None,
        "done_by": heads.done_by if heads else "",
        "stands_for": list(heads.stands_for) if heads else [],
        "trained": list(view.people.get(team.id, ())),
        "level_by_trained": trained.level if trained else None,
    }


def _reach_data(found: StaffingReach) -> dict[str, object]:
    return {
        "level": found.level,
        "next": found.next,
        "people": heads_text(found.people),
        "missing_people": heads_text(found.lacking),
        "missing": [_lack_data(lack) for lack in found.lacks],
    }


def _lack_data(lack: TeamLack) -> dict[str, object]:
    return {
        "team": lack.team,
        "people": heads_text(lack.people),
        "mode": lack.need.mode if lack.turns else None,
        "held_by": lack.need.held_by,
    }
