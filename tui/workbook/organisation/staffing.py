"""How the organisation is staffed: what the head counts of the journal give, and the one path that writes them."""

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
    """How a team is staffed from now on, and what to add."""

    ours: Ours
    note: str = ""


@record
class StaffingView:
    """Everything about our staffing.

    Args:
        levels: those of the pack, in printed order.
        teams: the teams that they count, in printed order.
        ours: how we staff each of them.
        said: by team, what was written down last; a team that nobody has written of isn't in it.
        by_heads: how far that reaches.
        counted: the same, heads counted only as far as people are trained.
        by_trained: how far that reaches.
        people: by team, ids of those with a signed STEP for at least one of its duties.
        doubles: by person, the teams that they are trained for, of those who stand for more than one that we staff.
        names: by id, what people are called.
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
        """By id, what the teams are called."""
        return {team.id: team.name for team in self.teams}

    def level(self, number: int | None) -> Staffing | None:
        """The level with this number."""
        return next((level for level in self.levels if level.level == number), None)


def staffing_view(book: Workbook) -> StaffingView:
    """How far our head counts reach, and how far the trained people among them do (`isogj` 6.6).

    Raises:
        ContentFaults: a file of the pack has a fault.
        JournalError: the journal can't be read.
    """
    people = trained_people(book, counted_teams(book))
    return _view(book.pack.organisation, book.journal.headcounts(), people, labels(book))


def bare_view(pack: Pack) -> StaffingView:
    """The same where there is no journal: the levels, and nobody.

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
    """The same of any pack's organisation part."""
    by_id = {team.id: team for team in organisation.teams}
    return tuple(by_id[team] for team in teams_of(organisation.staffing))


def trained_people(book: Workbook, teams: Iterable[Team]) -> dict[str, tuple[str, ...]]:
    """By team, ids of those of the journal with a signed STEP for at least one of its duties."""
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
    """Names of the teams by id, for the head counts that name them."""
    return {team.id: team.name.of(lang) for team in book.pack.organisation.teams}


def set_headcounts(book: Workbook, author: str, said: Iterable[TeamStaffing]) -> int:
    """Write down how teams are staffed from now on, all of it or nothing; what stands so already isn't written again.

    Args:
        book: whose journal it is written to.
        author: id of the person who writes.
        said: at most once for each team.

    Returns:
        how many were written.

    Raises:
        UsageError: a team isn't one of those that the levels count, or would hold itself.
        JournalError: it can't be written.
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
    """Undo the newest of the head counts that hold and that *author* wrote, by a new event; return what it was.

    Raises:
        UsageError: there is nothing to undo.
        JournalError: it can't be written.
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
    """What was written down, as the rule takes it; the journal has seen to its form."""
    mode: ShiftMode = next((each for each in get_args(ShiftMode) if each == said.mode), "none")
    return Ours(said.team, mode, Decimal(said.heads) if said.heads else NOBODY, said.held_by)
