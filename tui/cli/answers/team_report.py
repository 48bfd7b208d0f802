"""What ``ikusei team`` writes: lines for people, JSON, CSV and TSV for programs."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tui.cli.answers.team_rows import (
    CLOSING,
    COVERAGE,
    MENTORS,
    MONTHS,
    PEOPLE,
    STUCK,
    closing_table,
    coverage_cells,
    load_table,
    people_table,
    stuck_table,
)  # fmt: skip
from tui.cli.line.context import Cli
from tui.cli.line.table import Form, write_rows
from tui.curriculum.textbook import Duty
from tui.drawing.pen import Pen
from tui.drawing.team import Names, movement_rows
from tui.drawing.team_views import closing_rows, coverage_rows, mentor_rows, people_rows, stuck_rows
from tui.errors import UsageError
from tui.progress.coverage import Coverage
from tui.progress.team import DayOf, Limits, Member, MemberOrder, RoleStand, Stuck, in_order, only
from tui.progress.team_load import Load
from tui.text.line import Row
from tui.workbook.organisation.team import JournalTeam, limits_of, open_team


class TeamReport:
    """The answers of one call of ``ikusei team``.

    Each method writes one view, and returns the exit code: 1 where it shows nobody.

    Args:
        cli: the call.
        quiet: days without an entry after which somebody is stuck; None: as the policy or we say.
        waiting: days after which a waiting claim makes somebody stuck; None: as the policy or we say.

    Raises:
        IkuseiError: the journal or the pack can't be read.
    """

    def __init__(self, cli: Cli, *, quiet: int | None, waiting: int | None) -> None:
        self._cli = cli
        book = cli.open_book(write=not cli.is_others)
        usual = limits_of(book.policy)
        limits = Limits(quiet or usual.quiet, waiting or usual.waiting) if quiet or waiting else None
        self._book = book
        self._team: JournalTeam = open_team(cli.settings, book, limits)
        self._team.fill_all()
        self._roles = {entry.id: cli.of(entry.name) for entry in book.pack.roles}

    def people(self, form: Form, *, role: str, order: str, is_stuck: bool) -> int:
        """Write where each person stands.

        Raises:
            UsageError: there is no such role.
        """
        if role and role not in self._roles:
            raise UsageError("team.unknown_role", role=role, roles=", ".join(self._roles))
        days = self._team.stuck_days
        chosen = only(self._team.members, role=role, among=days if is_stuck else None)
        found = in_order(chosen, MemberOrder(order), role=role, days=days)
        if form is Form.JSON:
            people = [self._person(each) for each in found]
            self._cli.out.json({"today": str(self._team.today), "limits": self._limits(), "people": people})
        elif form is not Form.LINES:
            write_rows(self._cli.out, form, PEOPLE, people_table(found, days))
        elif found:
            roles = (role,) if role else self._team.roles
            self._draw(lambda pen: people_rows(self._team, found, roles, self._names, pen))
        return self._end(found)

    def stuck(self, form: Form) -> int:
        """Write who is stuck."""
        found = self._team.stuck
        if form is Form.JSON:
            rows = [{**_who(each.member), **_why(each)} for each in found]
            self._cli.out.json({"limits": self._limits(), "stuck": rows})
            return self._end(found, "team.stuck.none")
        if form is not Form.LINES:
            write_rows(self._cli.out, form, STUCK, stuck_table(found))
            return self._end(found, "team.stuck.none")
        if found:
            self._draw(lambda pen: stuck_rows(self._team, found, self._names, pen))
        return self._end(found, "team.stuck.none")

    def mentors(self, form: Form) -> int:
        """Write the load of the mentors."""
        found = self._team.loads()
        if form is Form.JSON:
            self._cli.out.json([{**_load(each), "name": self._names.person(each.mentor)} for each in found])
            return self._end(found, "team.mentors.none")
        if form is not Form.LINES:
            write_rows(self._cli.out, form, MENTORS, load_table(found, self._team.people))
            return self._end(found, "team.mentors.none")
        if found:
            self._draw(lambda pen: mentor_rows(self._team, self._names, pen))
        return self._end(found, "team.mentors.none")

    def movement(self, months: int, form: Form) -> int:
        """Write what happened in each of the last *months* months, oldest first."""
        found = self._team.movement(months)
        if form is Form.JSON:
            self._cli.out.json([{name: getattr(each, name) for name in MONTHS} for each in found])
            return 0
        if form is not Form.LINES:
            write_rows(self._cli.out, form, MONTHS, ([getattr(each, name) for name in MONTHS] for each in found))
            return 0
        self._draw(lambda pen: movement_rows(found, pen))
        return 0

    def coverage(self, form: Form) -> int:
        """Write who covers each duty, in printed order."""
        duties = [duty for function in self._book.pack.textbook.functions for duty in function.duties]
        covered = self._team.covered
        if form is Form.LINES:
            self._draw(lambda pen: coverage_rows(duties, duties, covered, self._names, pen))
        elif form is Form.JSON:
            self._cli.out.json([self._covered(duty, covered.get(duty.id)) for duty in duties])
        else:
            flat = (
                [duty.id, duty.code, self._cli.of(duty.name), *coverage_cells(covered.get(duty.id))] for duty in duties
            )
            write_rows(self._cli.out, form, COVERAGE, flat)
        return 0

    def closing(self, form: Form) -> int:
        """Write what each next sign-off would close, the best first."""
        found = self._team.closings
        if form is Form.JSON:
            self._cli.out.json(
                [
                    {**_who(each.member), "role": each.role, "step": each.step, "left": each.left}
                    | {"first": list(each.first), "second": list(each.second)}
                    for each in found
                ]
            )
            return self._end(found, "team.closing.none")
        if form is not Form.LINES:
            write_rows(self._cli.out, form, CLOSING, closing_table(found))
            return self._end(found, "team.closing.none")
        if found:
            self._draw(lambda pen: closing_rows(found, self._names, pen))
        return self._end(found, "team.closing.none")

    # -- parts ----------------------------------------------------------------------------------------------------

    def _draw(self, view: Callable[[Pen], Iterable[Row]]) -> None:
        self._cli.out.draw_rows(view(self._cli.pen(self._book.pack, self._book)))

    @property
    def _names(self) -> Names:
        duties = {duty.id: duty.code for function in self._book.pack.textbook.functions for duty in function.duties}
        return Names(self._roles, self._team.people, duties)

    def _covered(self, duty: Duty, found: Coverage | None) -> dict[str, object]:
        steps = {str(step): list(found.at(step)) for step in (1, 2, 3)} if found else {}
        about = {"duty": duty.id, "code": duty.code, "name": self._cli.of(duty.name), "is_trained": found is not None}
        return about | {"people": steps, "only": found.only if found else ""}

    def _end(self, found: Iterable[object], key: str = "team.nobody") -> int:
        if found:
            return 0
        self._cli.out.tell(self._cli.say(key if self._team.members else "team.nobody"))
        return 1

    def _limits(self) -> dict[str, object]:
        limits = self._team.limits
        return {"idle_days": limits.quiet, "waiting_days": limits.waiting, "origin": self._team.origin}

    def _person(self, member: Member) -> dict[str, object]:
        return {
            **_who(member),
            "entries": member.entries,
            "last_entry": str(member.newest) if member.newest else None,
            "stuck_days": self._team.stuck_days.get(member.id),
            "roles": [_stand(stand, self._team.day_of) for stand in member.stands],
        }


def _who(member: Member) -> dict[str, object]:
    return {"id": member.id, "name": member.name}


def _why(each: Stuck) -> dict[str, object]:
    about = {"role": each.role, "why": str(each.why), "since": str(each.since), "days": each.days}
    return {**about, "claims": each.count}


def _stand(stand: RoleStand, day_of: DayOf) -> dict[str, object]:
    return {
        "role": stand.role,
        "start": stand.start,
        "signed": {str(number): str(day_of(when)) for number, when in sorted(stand.signed.items())},
        "step": stand.step or None,
        "state": str(stand.state),
        "criteria": stand.criteria,
        "confirmed": stand.confirmed,
        "ready": stand.is_ready,
        "waiting_since": [str(day_of(each)) for each in stand.waiting],
        "returned_on": [str(day_of(each)) for each in stand.returned],
    }


def _load(each: Load) -> dict[str, object]:
    queue = [{**_who(one.member), "role": one.role, "since": str(one.since), "claims": one.count} for one in each.queue]
    return {
        "mentor": each.mentor,
        "trainees": each.trainees,
        "waiting": each.waiting,
        "oldest": str(each.oldest) if each.oldest else None,
        "confirmed": each.confirmed,
        "returned": each.returned,
        "signed": each.signed,
        "mean_days": round(each.days, 2) if each.days is not None else None,
        "queue": queue,
    }
