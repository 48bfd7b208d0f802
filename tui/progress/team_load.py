"""The load of a team's mentors, its movement by month, and which gaps the next STEPs would close. Pure functions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Final, TypeAlias

from tui.curriculum import organisation
from tui.progress.coverage import Coverage
from tui.progress.months import month_name, month_of
from tui.progress.team import DayOf, Member
from tui.record import record

MentorsOf: TypeAlias = Callable[[Member, str], Sequence[str]]
"""Gives the ids of the mentors who are asked to review a member's claims in a role."""

NOBODY: Final = ""
"""Stands as the mentor of claims that nobody is asked to review."""
RECENT: Final = 3
"""Months, this one among them, over which a mentor's decisions are counted."""
DAY_MS: Final = 86_400_000


@record
class Waits:
    """Claims of one member in one role that wait.

    Args:
        member: whose.
        role: in which role.
        since: day of the oldest.
        count: how many.
    """

    member: Member
    role: str
    since: date
    count: int


@record
class Load:
    """The claims that wait for a mentor, and what the mentor has decided lately.

    Args:
        mentor: id; ``NOBODY`` for claims that nobody is asked to look at.
        trainees: how many members they are asked to look at, or have decided about.
        waiting: how many claims wait for them.
        oldest: day of the oldest of these, or None.
        confirmed: how many claims they have confirmed in the last months.
        returned: how many they have returned in these months.
        signed: how many STEPs they have signed in these months.
        days: mean days from a claim to their decision, over everything; None where there is none.
        queue: whose claims wait for them, the oldest first.
    """

    mentor: str
    trainees: int = 0
    waiting: int = 0
    oldest: date | None = None
    confirmed: int = 0
    returned: int = 0
    signed: int = 0
    days: float | None = None
    queue: tuple[Waits, ...] = ()


def last_decided(member: Member, _role: str = "") -> tuple[str, ...]:
    """Who is asked where there is no roster: the mentor who decided or signed last; nobody where there is none."""
    last = max(member.said, key=lambda said: (said.last, said.mentor), default=None)
    return () if last is None else (last.mentor,)


def recent_months(today: date) -> tuple[str, ...]:
    """The months over which mentors' decisions are counted, oldest first; the last is that of *today*."""
    return tuple(month_name(month_of(today) - back) for back in reversed(range(RECENT)))


def loads(members: Iterable[Member], mentors_of: MentorsOf, today: date, day_of: DayOf) -> tuple[Load, ...]:
    """The load of each mentor, the one with most waiting claims first.

    Args:
        members: everybody.
        mentors_of: gives who is asked; a claim for which several are asked counts for each of them.
        today: the last of the months that are counted is this day's.
        day_of: the calendar.
    """
    trainees: dict[str, set[str]] = {}
    waiting: dict[str, list[Waits]] = {}
    counts: dict[str, list[int]] = {}
    answers: dict[str, list[int]] = {}
    recent = recent_months(today)
    for member in members:
        for stand in member.stands:
            asked = tuple(mentors_of(member, stand.role)) if stand.step or stand.waiting else ()
            for mentor in asked or ((NOBODY,) if stand.waiting else ()):
                trainees.setdefault(mentor, set()).add(member.id)
                if stand.waiting:
                    waits = Waits(member, stand.role, day_of(min(stand.waiting)), len(stand.waiting))
                    waiting.setdefault(mentor, []).append(waits)
        for said in member.said:
            trainees.setdefault(said.mentor, set()).add(member.id)
            sums = counts.setdefault(said.mentor, [0, 0, 0])
            for month, numbers in said.months.items():
                if month in recent:
                    sums[:] = (a + b for a, b in zip(sums, numbers, strict=True))
            answer = answers.setdefault(said.mentor, [0, 0])
            answer[0] += said.answered
            answer[1] += said.took
    found = []
    for mentor, whose in trainees.items():
        queue = tuple(sorted(waiting.get(mentor, ()), key=lambda each: (each.since, each.member.name, each.role)))
        total = sum(each.count for each in queue)
        oldest = queue[0].since if queue else None
        answered, took = answers.get(mentor, (0, 0))
        mean = took / answered / DAY_MS if answered else None
        confirmed, returned, signed = counts.get(mentor, (0, 0, 0))
        found.append(Load(mentor, len(whose), total, oldest, confirmed, returned, signed, mean, queue))
    return tuple(sorted(found, key=lambda load: (-load.waiting, -load.confirmed - load.returned, load.mentor)))


@record
class MonthMovement:
    """What a team moved in one month.

    Args:
        month: 2026-11.
        entries: entries of that month's days.
        confirmed: claims that were confirmed in it.
        returned: claims that were returned in it.
        signed: STEPs that were signed in it, if the sign-off still counts.
    """

    month: str
    entries: int = 0
    confirmed: int = 0
    returned: int = 0
    signed: int = 0


def movement(
    members: Iterable[Member], entries: Mapping[str, int], today: date, months: int
) -> tuple[MonthMovement, ...]:
    """The last *months* months up to that of *today*, oldest first.

    Args:
        members: everybody.
        entries: by month, how many entries there are of all of them.
        today: the current day.
        months: how many.
    """
    last = month_of(today)
    names = [month_name(month) for month in range(last - months + 1, last + 1)]
    counts = {name: [0, 0, 0] for name in names}
    for member in members:
        for said in member.said:
            for month, numbers in said.months.items():
                if month in counts:
                    counts[month] = [a + b for a, b in zip(counts[month], numbers, strict=True)]
    return tuple(MonthMovement(name, entries.get(name, 0), *counts[name]) for name in names)


@record
class Closing:
    """The gaps that would close if somebody's next STEP were signed.

    Args:
        member: who.
        role: in which role.
        step: number of the STEP.
        left: how many of its criteria aren't confirmed yet.
        first: ids of duties that nobody covers now, and then one person would.
        second: ids of duties that one person covers now, and then two would.
    """

    member: Member
    role: str
    step: int
    left: int
    first: tuple[str, ...]
    second: tuple[str, ...]


def closings(
    members: Iterable[Member], mapping: Iterable[organisation.Mapping], covered: Mapping[str, Coverage]
) -> tuple[Closing, ...]:
    """The gaps that each member's next STEP of each role would close, the best first, without STEPs that close none.

    The best gives most duties their first person, then most duties their second, then has fewest criteria left.
    """
    begins: dict[str, dict[str, int]] = {}
    for row in mapping:
        duties = begins.setdefault(row.role, {})
        duties[row.duty] = min(row.step, duties.get(row.duty, row.step))
    have = {duty: frozenset(each.everybody) for duty, each in covered.items()}
    found = []
    for member in members:
        for stand in member.stands:
            if not stand.step:
                continue
            gained = [
                duty
                for duty, step in begins.get(stand.role, {}).items()
                if step <= stand.step and member.id not in have.get(duty, ())
            ]
            first = tuple(duty for duty in gained if not have.get(duty))
            second = tuple(duty for duty in gained if len(have.get(duty, ())) == 1)
            if first or second:
                left = stand.criteria - stand.confirmed
                found.append(Closing(member, stand.role, stand.step, left, first, second))
    return tuple(
        sorted(
            found,
            key=lambda each: (
                -len(each.first),
                -len(each.second),
                each.left,
                each.member.name,
                each.member.id,
                each.role,
            ),
        )
    )
