"""How the organisation is staffed: what its head counts add up to, and the one function that writes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import get_args

from tui.curriculum.model import Text
from tui.curriculum.organisation import Organisation, ShiftMode, Staffing, Team
from tui.curriculum.pack import Pack
from tui.errors import UsageError
from tui.journal.event import ORGANISATION, Headcount, Json, Kind, NewEvent
from tui.lang import Lang
from tui.progress.coverage import coverage
from tui.progress.staffing import NOBODY, Ours, StaffingReach, held_double, reach, teams_of, trained
from tui.record import record
from tui.text.clean import stored
from tui.workbook.organisation.member_summary import step_number
from tui.workbook.organisation.team import signed_steps
from tui.workbook.standings.people_names import labels
from tui.workbook.standings.workbook import Workbook


@record
class TeamStaffing:
    """How a team is staffed from now on, with a note."""

    ours: Ours
    note: str = ""


@record
class StaffingView:
    """Everything about our staffing.

    Args:
        levels: the staffing levels of the pack, in printed order.
        teams: the teams that the levels count, in printed order.
        ours: how the organisation staffs each of these teams.
        said: by team, its newest head count; without the teams that have none.
        by_heads: which level the head counts in ``ours`` reach.
        counted: the same as ``ours``, with only as many heads as there are trained people.
        by_trained: which level the heads in ``counted`` reach.
        people: by team, ids of those with a signed STEP for at least one of its duties.
        doubles: by id of each person who is trained for several staffed teams, those teams.
        names: by id, people's names.
    """

    levels: tuple[Staffing, ...]
    teams: tuple[Team, ...]
    ours: tuple[Ours, ...]
    said: Mapping[str, Headcount]
    by_heads: StaffingReach
    counted: tuple[Ours, ...]
    by_trained: StaffingReach
    people: Mapping[str, tuple[str, ...]]
    doubles: Mapping[str, tuple[str, ...]]
    names: Mapping[str, str]

    @property
    def team_names(self) -> dict[str, Text]:
        """By id, the names of the teams."""
        return {team.id: team.name for team in self.teams}

    def level(self, number: int | None) -> Staffing | None:
        """The level with this number."""
        return next((level for level in self.levels if level.level == number), None)


def staffing_view(book: Workbook) -> StaffingView:
    """Which staffing level the head counts reach, and which the trained people alone do (`isogj` 6.6).

    Raises:
        ContentFaults: a file of the pack has a fault.
        JournalError: the journal can't be read.
    """
    people = trained_people(book, counted_teams(book))
    return _view(book.pack.organisation, book.journal.headcounts(), people, labels(book))


def bare_view(pack: Pack) -> StaffingView:
    """The levels of the pack with no head counts and no people, for use without a journal.

    Raises:
        ContentFaults: a file of the pack has a fault.
    """
    return _view(pack.organisation, {}, {}, {})


def _view(
    organisation: Organisation,
    said: Mapping[str, Headcount],
    people: Mapping[str, tuple[str, ...]],
    names: Mapping[str, str],
) -> StaffingView:
    levels, teams = organisation.staffing, counted_teams_of(organisation)
    ours = tuple(ours_of(said[team.id]) if team.id in said else Ours(team.id) for team in teams)
    counted = trained(ours, people)
    return StaffingView(
        levels=levels,
        teams=teams,
        ours=ours,
        said={team.id: said[team.id] for team in teams if team.id in said},
        by_heads=reach(levels, ours),
        counted=counted,
        by_trained=reach(levels, counted),
        people=people,
        doubles=held_double(ours, people),
        names=names,
    )


def counted_teams(book: Workbook) -> tuple[Team, ...]:
    """The teams that the levels of the pack count, in the order of the table."""
    return counted_teams_of(book.pack.organisation)


def counted_teams_of(organisation: Organisation) -> tuple[Team, ...]:
    """The teams that the levels of *organisation* count, in the order of the table."""
    by_id = {team.id: team for team in organisation.teams}
    return tuple(by_id[team] for team in teams_of(organisation.staffing))


def trained_people(book: Workbook, teams: Iterable[Team]) -> dict[str, tuple[str, ...]]:
    """By team, ids of the people in the journal with a signed STEP for at least one of its duties."""
    covered = coverage(signed_steps(book), book.pack.mapping)
    found = {}
    for team in teams:
        everybody = (person for duty in team.duties if duty in covered for person in covered[duty].everybody)
        found[team.id] = tuple(sorted(set(everybody)))
    return found


def role_step(step_id: str) -> tuple[str, int]:
    """Role and number of the STEP with an id like ``soc.2``."""
    role, _, number = step_id.partition(".")
    return role, step_number(number) or 0


def team_names(book: Workbook, lang: Lang) -> dict[str, str]:
    """By id, the names of all teams of the pack; head counts may name any of them."""
    return {team.id: team.name.of(lang) for team in book.pack.organisation.teams}


def set_headcounts(book: Workbook, author: str, said: Iterable[TeamStaffing]) -> int:
    """Write how teams are staffed from now on, all of it or nothing; a head count that changes nothing isn't written.

    Args:
        book: the workbook whose journal is written.
        author: id of the person who writes.
        said: the staffing of each team, at most one for a team.

    Returns:
        how many were written.

    Raises:
        UsageError: a team isn't one of those that the levels count, or is said to be held by itself.
        JournalError: the journal can't be written.
    """
    known = [team.id for team in counted_teams(book)]
    before = book.journal.headcounts()
    news = []
    for each in said:
        ours = each.ours
        for team in (ours.team, ours.held_by):
            if team and team not in known:
                raise UsageError("staffing.no_team", value=team)
        if ours.team == ours.held_by:
            raise UsageError("staffing.held_by_itself", value=ours.team)
        body: dict[str, Json] = {
            "mode": ours.mode,
            "heads": heads_text(ours.own) if ours.own else "",
            "held_by": ours.held_by,
            "note": stored(each.note),
        }
        last = before.get(ours.team)
        stands = {name: getattr(last, name) for name in body} if last else {**body, "mode": "none", "note": ""}
        if body != stands:
            news.append(NewEvent(Kind.HEADCOUNT, ORGANISATION, ours.team, body, (book.pack.id, book.pack.version)))
    book.journal.append(news, author=author)
    return len(news)


def undo_headcount(book: Workbook, author: str) -> Headcount:
    """Undo *author*'s newest head count that still holds, by a new event; return the undone one.

    Raises:
        UsageError: there is nothing to undo.
        JournalError: the journal can't be written.
    """
    own = (each for each in book.journal.headcounts().values() if each.author == author)
    last = max(own, key=lambda each: each.order, default=None)
    if last is None:
        raise UsageError("workbook.nothing_to_undo")
    event = NewEvent(Kind.UNDO, ORGANISATION, last.team, {"event": str(last.id)}, (book.pack.id, book.pack.version))
    book.journal.append([event], author=author)
    return last


def heads_text(heads: Decimal) -> str:
    """A number of people as it is written: ``2.5``, ``6``; never ``6.0`` nor ``6E+1``."""
    return f"{heads.normalize():f}"


def ours_of(said: Headcount) -> Ours:
    """A head count of the journal in the form that the staffing rules take. The journal has checked its fields."""
    mode: ShiftMode = next((each for each in get_args(ShiftMode) if each == said.mode), "none")
    return Ours(said.team, mode, Decimal(said.heads) if said.heads else NOBODY, said.held_by)
