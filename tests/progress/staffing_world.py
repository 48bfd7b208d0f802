"""Hypothesis strategies for staffing levels, the real ones too, and for the staffing of an organisation."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st

from tui.curriculum.folder import builtin_folder
from tui.curriculum.model import Text
from tui.curriculum.organisation import Staffing, StaffingTeam
from tui.curriculum.pack import Pack
from tui.progress.staffing import Ours

LEVELS = Pack.open(builtin_folder()).organisation.staffing
TEAMS = tuple(each.team for each in LEVELS[0].teams)
SAID = Text("x", "x")


def as_printed(level: Staffing) -> tuple[Ours, ...]:
    """An organisation that is staffed exactly as a level asks."""
    return tuple(of_need(need) for need in level.teams)


def of_need(need: StaffingTeam) -> Ours:
    return Ours(need.team, need.mode, Decimal(need.people), need.held_by)


def needs(team: str, others: tuple[str, ...]):
    """What a level can ask of a team; those that it may be held by have people."""
    staffed = st.builds(StaffingTeam, st.just(team), st.sampled_from(("day", "round-the-clock")), st.integers(1, 4))
    if not others:
        return staffed
    held = st.builds(lambda by: StaffingTeam(team, "held", 0, by), st.sampled_from(others))
    return st.one_of(staffed, held, st.just(StaffingTeam(team, "none")))


@st.composite
def levels(draw) -> tuple[Staffing, ...]:
    """Some levels of four teams, the first two of which always have people of their own."""
    made = []
    for number in range(draw(st.integers(1, 4))):
        teams = [draw(needs("a", ())), draw(needs("b", ()))]
        teams += [draw(needs(team, ("a", "b"))) for team in ("c", "d")]
        total = sum(each.people for each in teams)
        made.append(Staffing(f"staffing.{number}", "", number, SAID, SAID, SAID, SAID, total, tuple(teams)))
    return tuple(made)


heads = st.integers(1, 3000).map(lambda cents: Decimal(cents) / 100)


def ours_of(team: str, teams: tuple[str, ...]):
    own = st.builds(Ours, st.just(team), st.sampled_from(("day", "round-the-clock")), heads)
    held = st.builds(lambda by: Ours(team, "held", Decimal(0), by), st.sampled_from(teams))
    return st.one_of(own, held, st.just(Ours(team)))


def organisations(teams: tuple[str, ...]):
    """Any way to staff *teams*, also impossible ones: a team held by itself, teams that hold each other."""
    return st.tuples(*(ours_of(team, teams) for team in teams))
