"""What ``ikusei team`` writes: lines for people, JSON, CSV and TSV for programs."""

from __future__ import annotations

from collections.abc import Iterable

from tui.cli.context import Cli
from tui.cli.table import Form, write_rows
from tui.cli.team_rows import (
    CLOSING,
    COVERAGE,
    MENTORS,
    MONTHS,
    PEOPLE,
    STUCK,
    closing_rows,
    coverage_cells,
    mentor_rows,
    people_rows,
    stuck_rows,
)  # fmt: skip
from tui.errors import UsageError
from tui.progress.team import Limits, Member, Order, RoleStand, Stuck, in_order, only
from tui.progress.team_load import NOBODY, Load
from tui.text.cells import take, width
from tui.workbook.team import Team, limits_of, local_day, open_team


class Report:
    """The answers of one call.

    Args:
        cli: the call.
        quiet: after how many days without an entry somebody is stuck, where that was asked for.
        waiting: after how many days of waiting.

    Raises:
        IkuseiError: the journal or the pack can't be read.
    """

    def __init__(self, cli: Cli, *, quiet: int | None, waiting: int | None) -> None:
        self._cli = cli
        book = cli.open_book(write=not cli.is_others)
        usual = limits_of(book.policy)
        limits = Limits(quiet or usual.quiet, waiting or usual.waiting) if quiet or waiting else None
        self._book = book
        self._team: Team = open_team(cli.settings, book, limits)
        self._team.fill_all()
        self._roles = {entry.id: cli.of(entry.name) for entry in book.pack.roles}

    def people(self, form: Form, *, role: str, order: str, is_stuck: bool) -> int:
        """Write who stands where.

        Raises:
            UsageError: there is no such role.
        """
        if role and role not in self._roles:
            raise UsageError("team.unknown_role", role=role, roles=", ".join(self._roles))
        days = self._team.stuck_days
        chosen = only(self._team.members, role=role, among=days if is_stuck else None)
        found = in_order(chosen, Order(order), role=role, days=days)
        if form is Form.JSON:
            people = [self._person(each) for each in found]
            self._cli.out.json({"today": str(self._team.today), "limits": self._limits(), "people": people})
        elif form is not Form.LINES:
            write_rows(self._cli.out, form, PEOPLE, people_rows(found, days))
        else:
            wide = max((width(each.name) for each in found), default=0) + 2
            for each in found:
                self._cli.out.line(self._line(each, wide))
        return self._end(found)

    def stuck(self, form: Form) -> int:
        """Write who is stuck."""
        found = self._team.stuck
        if form is Form.JSON:
            rows = [{**_who(each.member), **_why(each)} for each in found]
            self._cli.out.json({"limits": self._limits(), "stuck": rows})
            return self._end(found, "team.stuck.none")
        if form is not Form.LINES:
            write_rows(self._cli.out, form, STUCK, stuck_rows(found))
            return self._end(found, "team.stuck.none")
        for each in found:
            why = self._cli.say(f"team.why.{each.why}", days=each.days, count=each.count)
            role = f"  {self._roles.get(each.role, each.role)}" if each.role else ""
            self._cli.out.line(f"{each.since}  {each.member.name}{role}  {why}")
        limits = self._limits()
        origin = self._cli.say(f"team.origin.{self._team.origin}")
        self._cli.out.tell(
            self._cli.say("team.stuck.lead", quiet=limits["idle_days"], waiting=limits["waiting_days"], origin=origin)
        )
        return self._end(found, "team.stuck.none")

    def mentors(self, form: Form) -> int:
        """Write the load of the mentors."""
        found, names = self._team.loads(), self._team.people
        if form is Form.JSON:
            self._cli.out.json([{**_load(each), "name": names.get(each.mentor, each.mentor)} for each in found])
            return self._end(found, "team.mentors.none")
        if form is not Form.LINES:
            write_rows(self._cli.out, form, MENTORS, mentor_rows(found, names))
            return self._end(found, "team.mentors.none")
        for each in found:
            is_nobody = each.mentor == NOBODY
            who = self._cli.say("team.mentors.nobody") if is_nobody else names.get(each.mentor, each.mentor)
            days = (
                self._cli.say("team.mentors.days", days=f"{each.days:.1f}")
                if each.days is not None
                else self._cli.say("team.mentors.no_days")
            )
            counts = {"trainees": each.trainees, "waiting": each.waiting, "confirmed": each.confirmed}
            counts |= {"returned": each.returned, "signed": each.signed}
            self._cli.out.line(f"{who}  {self._cli.say('team.mentors.line', **counts, days=days)}")
            for one in each.queue:
                ago = (self._team.today - one.since).days
                waits = self._cli.say("team.mentors.waits", count=one.count, day=one.since, days=ago)
                self._cli.out.line(f"  {one.member.name}  {self._roles.get(one.role, one.role)}  {waits}")
        return self._end(found, "team.mentors.none")

    def movement(self, months: int, form: Form) -> int:
        """Write the months, oldest first."""
        found = self._team.movement(months)
        if form is Form.JSON:
            self._cli.out.json([{name: getattr(each, name) for name in MONTHS} for each in found])
            return 0
        if form is not Form.LINES:
            write_rows(self._cli.out, form, MONTHS, ([getattr(each, name) for name in MONTHS] for each in found))
            return 0
        for each in found:
            counts = ("entries", each.entries), ("confirmed", each.confirmed), ("returned", each.returned)
            words = [
                (self._cli.say(f"team.movement.{name}"), count) for name, count in (*counts, ("signed", each.signed))
            ]
            numbers = "  ".join(f"{word} {count}" for word, count in words)
            self._cli.out.line(f"{each.month}  {numbers}")
        return 0

    def coverage(self, form: Form) -> int:
        """Write who covers each duty, in printed order."""
        duties = [duty for function in self._book.pack.textbook.functions for duty in function.duties]
        covered, names = self._team.covered, self._team.people
        rows = []
        for duty in duties:
            found = covered.get(duty.id)
            steps = {str(step): list(found.at(step)) for step in (1, 2, 3)} if found else {}
            rows.append(
                {"duty": duty.id, "code": duty.code, "name": self._cli.of(duty.name), "is_trained": found is not None}
                | {"people": steps, "only": found.only if found else ""}
            )
            if form is not Form.LINES:
                continue
            counts = "  ".join(str(len(found.at(step)) or "-") for step in (1, 2, 3)) if found else "-  -  -"
            remark = self._cli.say("team.coverage.unmapped")
            if found:
                remark = (
                    self._cli.say("team.coverage.only", name=names.get(found.only, found.only)) if found.only else ""
                )
                remark = remark or ("" if found.everybody else self._cli.say("team.coverage.nobody"))
            self._cli.out.line(f"{_padded(duty.code, 5)}{counts}  {_padded(self._cli.of(duty.name), 44)}  {remark}")
        if form is Form.JSON:
            self._cli.out.json(rows)
        elif form is not Form.LINES:
            flat = (
                [duty.id, duty.code, self._cli.of(duty.name), *coverage_cells(covered.get(duty.id))] for duty in duties
            )
            write_rows(self._cli.out, form, COVERAGE, flat)
        return 0

    def closing(self, form: Form) -> int:
        """Write what each next sign-off would close, the best first."""
        found = self._team.closings
        codes = {duty.id: duty.code for function in self._book.pack.textbook.functions for duty in function.duties}
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
            write_rows(self._cli.out, form, CLOSING, closing_rows(found))
            return self._end(found, "team.closing.none")
        for each in found:
            left = self._cli.say("team.closing.left" if each.left else "team.ready", left=each.left)
            self._cli.out.line(f"{each.member.name}  {self._roles.get(each.role, each.role)} STEP {each.step}  {left}")
            for key, duties in (("first", each.first), ("second", each.second)):
                if duties:
                    named = " ".join(codes.get(duty, duty) for duty in duties)
                    text = self._cli.say(f"team.closing.{key}", count=len(duties), duties=named)
                    self._cli.out.line(f"    {text}")
        return self._end(found, "team.closing.none")

    # -- parts ----------------------------------------------------------------------------------------------------

    def _end(self, found: Iterable[object], key: str = "team.nobody") -> int:
        if found:
            return 0
        self._cli.out.tell(self._cli.say(key if self._team.members else "team.nobody"))
        return 1

    def _limits(self) -> dict[str, object]:
        limits = self._team.limits
        return {"idle_days": limits.quiet, "waiting_days": limits.waiting, "origin": self._team.origin}

    def _line(self, member: Member, wide: int) -> str:
        done = self._cli.glyphs.done
        stands = "  ".join(f"{stand.role} {stand_text(stand, done)}" for stand in member.stands)
        days = self._team.stuck_days.get(member.id)
        mark = f"{self._cli.glyphs.warn} {days}" if days is not None else ""
        return f"{_padded(member.name, wide)}{member.newest or '-'!s:<12}{_padded(mark, 7)}{stands}"

    def _person(self, member: Member) -> dict[str, object]:
        return {
            **_who(member),
            "entries": member.entries,
            "last_entry": str(member.newest) if member.newest else None,
            "stuck_days": self._team.stuck_days.get(member.id),
            "roles": [_stand(stand) for stand in member.stands],
        }


def stand_text(stand: RoleStand, done: str) -> str:
    """``1✓ 2/4?``: as a cell of the screen."""
    behind = f"{stand.highest}{done}" if stand.highest else f"{stand.start - 1}-" if stand.start > 1 else ""
    if not stand.step:
        return behind
    mark = "!" if stand.returned else "*" if stand.is_ready else "?" if stand.waiting else ""
    return f"{behind} {stand.confirmed}/{stand.criteria}{mark}".strip()


def _who(member: Member) -> dict[str, object]:
    return {"id": member.id, "name": member.name}


def _why(each: Stuck) -> dict[str, object]:
    about = {"role": each.role, "why": str(each.why), "since": str(each.since), "days": each.days}
    return {**about, "claims": each.count}


def _stand(stand: RoleStand) -> dict[str, object]:
    return {
        "role": stand.role,
        "start": stand.start,
        "signed": {str(number): str(local_day(when)) for number, when in sorted(stand.signed.items())},
        "step": stand.step or None,
        "criteria": stand.criteria,
        "confirmed": stand.confirmed,
        "ready": stand.is_ready,
        "waiting_since": _days(stand.waiting),
        "returned_on": _days(stand.returned),
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


def _days(moments: Iterable[int]) -> list[str]:
    return [str(local_day(each)) for each in moments]


def _padded(text: str, cells: int) -> str:
    """*text* cut or filled up to so many cells."""
    kept = take(text, cells)
    return kept + " " * (cells - width(kept))
