"""A team for its lead: where each member stands, in what order, and who is stuck.

Pure functions of the members; today's date and the calendar are arguments.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final, TypeAlias

from tui.progress.state import State, step_state
from tui.record import record
from tui.text.fold import fold

NO_NAMES: Final[Mapping[str, Sequence[str]]] = MappingProxyType({})

DayOf: TypeAlias = Callable[[int], date]
"""The day of a time stamp in milliseconds, by the reader's calendar."""


@record
class RoleStand:
    """Where somebody stands in one role.

    Args:
        role: its id.
        start: the STEP that they started with.
        signed: by number, when a STEP was signed, milliseconds; only sign-offs that count.
        step: number of the next STEP to be signed; 0 where there is none, or the role isn't followed (any more).
        criteria: how many criteria that STEP has.
        confirmed: how many of them are confirmed, and nothing has changed since.
        waiting: when each claim that waits was made, of any STEP that isn't signed, milliseconds, oldest first.
        returned: when each claim that was returned and not made again was decided on, likewise.
    """

    role: str
    start: int
    signed: Mapping[int, int]
    step: int
    criteria: int
    confirmed: int
    waiting: tuple[int, ...] = ()
    returned: tuple[int, ...] = ()

    @property
    def highest(self) -> int:
        """The highest STEP that is signed; 0 where none is."""
        return max(self.signed, default=0)

    @property
    def is_ready(self) -> bool:
        """Whether every criterion of the next STEP is confirmed, so that it can be signed."""
        return self.criteria > 0 and self.confirmed == self.criteria

    @property
    def state(self) -> State:
        """Where they are on their way through the role: all of it signed, or where the next STEP is."""
        if not self.step:
            return State.SIGNED if self.signed else State.OPEN
        waiting, returned = len(self.waiting), len(self.returned)
        return step_state(confirmed=self.confirmed, total=self.criteria, waiting=waiting, returned=returned)

    @property
    def way(self) -> float:
        """How far along: the number of STEPs behind, plus the confirmed share of the next one."""
        behind = self.step - 1 if self.step else max(self.highest, self.start - 1)
        return behind + (self.confirmed / self.criteria if self.criteria else 0)


@record
class MentorActs:
    """What one mentor has decided and signed for one member.

    Args:
        mentor: who.
        months: by month (2026-11): how many claims were confirmed, how many returned, how many STEPs signed.
        answered: how many decisions there are.
        took: the sum of the milliseconds from each claim to its decision.
        last: when the newest decision or sign-off was recorded, milliseconds.
    """

    mentor: str
    months: Mapping[str, tuple[int, int, int]]
    answered: int
    took: int
    last: int


@record
class Member:
    """Somebody who follows a role or has entries.

    Args:
        id: of the person.
        name: as shown.
        entries: how many.
        newest: day of the latest entry, or None.
        since: when the oldest of the followed roles was taken up, milliseconds; 0 where none is followed.
        stands: one for each role that is followed, or of which a STEP is signed.
        said: one for each mentor who has decided or signed.
        is_known: whether *stands* and *said* have been computed yet.
    """

    id: str
    name: str
    entries: int
    newest: date | None
    since: int
    stands: tuple[RoleStand, ...] = ()
    said: tuple[MentorActs, ...] = ()
    is_known: bool = True

    def stand(self, role: str) -> RoleStand | None:
        """Where they stand in a role; None where they have nothing to do with it."""
        return next((each for each in self.stands if each.role == role), None)

    @property
    def signed(self) -> Iterator[tuple[str, str, int]]:
        """(person, role, number) of every STEP that is signed, as ``coverage`` takes it."""
        return ((self.id, stand.role, number) for stand in self.stands for number in stand.signed)

    def way(self, role: str = "") -> float:
        """How far along: in one role, or in all of them together; -1 where they have nothing to do with the role."""
        if role:
            stand = self.stand(role)
            return -1.0 if stand is None else stand.way
        return sum(stand.way for stand in self.stands)


class Why(StrEnum):
    """Why somebody is stuck."""

    QUIET = "quiet"
    RETURNED = "returned"
    WAITING = "waiting"


@record
class Limits:
    """After how many days somebody counts as stuck; the defaults are ours, and the policy can replace them.

    Args:
        quiet: days without an entry.
        waiting: days that a claim waits for a mentor.
    """

    quiet: int = 30
    waiting: int = 14


@record
class Stuck:
    """One reason why somebody is stuck.

    Args:
        member: who.
        role: in which role; empty where it isn't one role's.
        why: the reason.
        since: since which day.
        days: for how many.
        count: how many claims it is about; 0 where it is about none.
    """

    member: Member
    role: str
    why: Why
    since: date
    days: int
    count: int = 0


def stuck(members: Iterable[Member], today: date, limits: Limits, day_of: DayOf) -> tuple[Stuck, ...]:
    """Who is stuck and why, the longest first; one member may have several reasons.

    A returned claim counts from the day of the decision, without a limit of days. Members without any STEP left to sign
    don't count as quiet.
    """
    found = [each for member in members for each in _stuck(member, today, limits, day_of)]
    return tuple(sorted(found, key=lambda each: (-each.days, each.member.name, each.member.id, each.role, each.why)))


def _stuck(member: Member, today: date, limits: Limits, day_of: DayOf) -> Iterator[Stuck]:
    if any(stand.step for stand in member.stands):
        since = member.newest or day_of(member.since)
        days = (today - since).days
        if days >= limits.quiet:
            yield Stuck(member, "", Why.QUIET, since, days)
    for stand in member.stands:
        for why, moments, least in (
            (Why.RETURNED, stand.returned, 0),
            (Why.WAITING, stand.waiting, limits.waiting),
        ):
            if moments and (days := (today - day_of(min(moments))).days) >= least:
                yield Stuck(member, stand.role, why, day_of(min(moments)), days, len(moments))


class MemberOrder(StrEnum):
    """In what order the members stand."""

    NAME = "name"
    FURTHEST = "furthest"
    STUCK = "stuck"
    ROLE = "role"


def in_order(
    members: Iterable[Member], order: MemberOrder, *, role: str = "", days: Mapping[str, int] | None = None
) -> list[Member]:
    """*members* in an order; those who are equal in it are sorted by name.

    Args:
        members: the members.
        order: by name; the furthest first; the longest stuck first; the furthest in *role* first.
        role: for the last one.
        days: by person, the most days that they are stuck for; people who aren't stuck are left out.
    """
    stuck_for = days or {}
    keys: dict[MemberOrder, Callable[[Member], float]] = {
        MemberOrder.NAME: lambda _: 0.0,
        MemberOrder.FURTHEST: lambda member: -member.way(),
        MemberOrder.STUCK: lambda member: -stuck_for.get(member.id, -1),
        MemberOrder.ROLE: lambda member: -member.way(role),
    }
    return sorted(members, key=lambda member: (keys[order](member), fold(member.name), member.id))


def only(
    members: Iterable[Member],
    *,
    text: str = "",
    role: str = "",
    among: Iterable[str] | None = None,
    also: Mapping[str, Sequence[str]] = NO_NAMES,
) -> list[Member]:
    """Those of *members* who pass every filter; a filter that is left out lets everybody pass.

    Args:
        members: the members to filter.
        text: must stand in their name, their id, or a name of *also*.
        role: id of a role that they must follow, or have a STEP signed of.
        among: their id must be one of these.
        also: by id, further names, for example former ones.
    """
    wanted = fold(text)
    chosen = None if among is None else frozenset(among)
    return [
        member
        for member in members
        if any(wanted in fold(each) for each in (member.name, member.id, *also.get(member.id, ())))
        and (not role or member.stand(role) is not None)
        and (chosen is None or member.id in chosen)
    ]


def roles_of(members: Iterable[Member], printed: Sequence[str]) -> tuple[str, ...]:
    """The roles that any member has to do with, in printed order; roles that the pack doesn't have come last."""
    found = {stand.role for member in members for stand in member.stands}
    return (*(role for role in printed if role in found), *sorted(found - set(printed)))
