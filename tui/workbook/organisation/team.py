"""The team in a journal: all members read in one query, and missing summaries computed a few at a time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cached_property
from typing import Final, Literal

from tui.curriculum.policy import Policy
from tui.errors import JournalError
from tui.journal.tally import Tally
from tui.progress.coverage import Coverage, coverage
from tui.progress.team import Limits, Member, Stuck, roles_of, stuck
from tui.progress.team_load import Closing, Load, MentorsOf, MonthMovement, closings, last_decided, loads, movement
from tui.workbook.organisation.member_summary import encode, member_of, summarise, summary_key
from tui.workbook.setup.settings import Settings
from tui.workbook.standings.people_names import labels
from tui.workbook.standings.workbook import Workbook

LimitsOrigin = Literal["asked", "policy", "ours"]
"""Where the limits come from: the user's options, the policy, or our defaults."""
KEPT_AT_ONCE: Final = 100
"""How many summaries are computed before they are written. An event from outside makes unwritten ones useless."""
QUIET_DAYS: Final = "idle_days"
WAITING_DAYS: Final = "waiting_days"
"""Keys of ``[team]`` in ``policy.toml``."""


class JournalTeam:
    """Everybody in a journal who follows a role or has entries.

    Args:
        book: the reader's open workbook.
        mentors_of: gives the mentors of a trainee in a role; left out: whoever decided last.
        limits: after how many days somebody is stuck; left out: what the policy says, else our defaults.

    Raises:
        JournalError: the journal can't be read.
    """

    def __init__(self, book: Workbook, mentors_of: MentorsOf = last_decided, limits: Limits | None = None) -> None:
        self._book = book
        self._key = summary_key(book)
        self._mentors_of = mentors_of
        self.limits = limits or limits_of(book.policy)
        self.origin: LimitsOrigin = "asked" if limits else "policy" if book.policy.team else "ours"
        self._new: dict[str, str] = {}
        self._members: dict[str, Member] = {}
        self._missing: list[str] = []
        self._stamp = -1
        self.read_again()

    # -- reading and filling in -----------------------------------------------------------------------------------

    def read_again(self) -> bool:
        """Read all members anew if events have come in since the last reading; True if they were read."""
        stamp = self._book.journal.stamp()
        if stamp == self._stamp:
            return False
        self._stamp = stamp
        self._new.clear()
        people = labels(self._book)
        joined = self._book.authority.joined
        tallies = one_each(self._book.journal.tallies(self._key), joined)
        found = [replace(each, name=people.get(each.trainee, each.name)) for each in tallies]
        self._members = {each.trainee: member_of(each) for each in found}
        self._missing = [each.id for each in reversed(self._members.values()) if not each.is_known]
        self._forget()
        return True

    @property
    def missing(self) -> int:
        """How many members still have no summary."""
        return len(self._missing)

    def fill_in(self, most: int) -> bool:
        """Compute at most *most* missing summaries; True if some are still missing.

        Raises:
            ContentFaults: a file of the pack has a fault.
            JournalError: the journal can't be read.
        """
        for _ in range(min(most, len(self._missing))):
            trainee = self._missing.pop()
            book = self._book.whole(trainee)
            stands, said = summarise(book)
            if not book.is_joined:
                self._new[trainee] = encode(stands, said)  # not for joined ids: changes of the other wouldn't drop it
            self._members[trainee] = replace(self._members[trainee], stands=stands, said=said, is_known=True)
        self._forget()
        if len(self._new) >= KEPT_AT_ONCE or not self._missing:
            self.keep()
        return bool(self._missing)

    def keep(self) -> None:
        """Write the computed summaries. If the file can't be written now, they are computed again at the next look."""
        if self._new:
            with suppress(JournalError):
                self._book.journal.keep_summaries(self._key, self._new, self._stamp)
            self._new = {}

    def fill_all(self) -> None:
        """Compute everything that is missing, and keep it."""
        while self.fill_in(KEPT_AT_ONCE):
            pass

    def _forget(self) -> None:
        for name in ("members", "covered", "stuck", "stuck_days", "closings", "former_names"):
            self.__dict__.pop(name, None)

    # -- what it adds up to ---------------------------------------------------------------------------------------

    @property
    def today(self) -> date:
        """The current day."""
        return self._book.today()

    def day_of(self, recorded: int) -> date:
        """The day of a time stamp in milliseconds."""
        return self._book.calendar.day_of(recorded)

    @cached_property
    def members(self) -> tuple[Member, ...]:
        """All members, in the order of their ids."""
        return tuple(self._members.values())

    @property
    def people(self) -> Mapping[str, str]:
        """By id, people's names told apart, those of mentors too."""
        return labels(self._book)

    @cached_property
    def former_names(self) -> Mapping[str, tuple[str, ...]]:
        """By id, every name that a person has had."""
        return self._book.journal.all_names()

    @property
    def roles(self) -> tuple[str, ...]:
        """Ids of the roles that members follow or have signed STEPs in: in printed order, those of other packs last."""
        return roles_of(self.members, [role.id for role in self._book.pack.roles])

    @cached_property
    def covered(self) -> dict[str, Coverage]:
        """Who covers each duty that the mapping names."""
        signed = (each for member in self.members for each in member.signed)
        return coverage(signed, self._book.pack.mapping)

    @cached_property
    def stuck(self) -> tuple[Stuck, ...]:
        """Who is stuck, the longest first."""
        return stuck(self.members, self.today, self.limits, self.day_of)

    @cached_property
    def stuck_days(self) -> dict[str, int]:
        """By id of each stuck person, the largest number of days that they are stuck."""
        return {each.member.id: each.days for each in reversed(self.stuck)}

    @cached_property
    def closings(self) -> tuple[Closing, ...]:
        """What one more STEP would close, the best first."""
        return closings(self.members, self._book.pack.mapping, self.covered)

    def loads(self) -> tuple[Load, ...]:
        """The load of each mentor, the one for whom most waits first."""
        return loads(self.members, self._mentors_of, self.today, self.day_of)

    def movement(self, months: int) -> tuple[MonthMovement, ...]:
        """What happened in each of the last *months* months, oldest first."""
        return movement(self.members, self._book.journal.entries_by_month(), self.today, months)


def one_each(tallies: Iterable[Tally], joined: Mapping[str, str]) -> list[Tally]:
    """One row for each person. Rows of ids that the roster joins are added up, and lose their summary."""
    found: dict[str, list[Tally]] = {}
    for each in tallies:
        found.setdefault(joined.get(each.trainee, each.trainee), []).append(each)
    return sorted((_added_up(one, rows) for one, rows in found.items()), key=lambda each: each.trainee)


def _added_up(one: str, rows: list[Tally]) -> Tally:
    if len(rows) == 1:
        return rows[0]
    row = next((each for each in rows if each.trainee == one), rows[0])
    return replace(
        row,
        entries=sum(each.entries for each in rows),
        newest=max(each.newest for each in rows),
        since=min((each.since for each in rows if each.since), default=0),
        summary="",
    )


def open_team(settings: Settings, book: Workbook, limits: Limits | None = None) -> JournalTeam:
    """The team of *book*, with the mentors whom the roster of *settings* names.

    Raises:
        JournalError: the journal can't be read.
    """
    return JournalTeam(book, mentors_named(settings, book), limits)


def limits_of(policy: Policy) -> Limits:
    """After how many days somebody is stuck: what the organisation's policy says, else our defaults."""
    ours = Limits()
    return Limits(policy.team.get(QUIET_DAYS, ours.quiet), policy.team.get(WAITING_DAYS, ours.waiting))


def signed_steps(book: Workbook) -> tuple[tuple[str, str, int], ...]:
    """The signed STEPs of everybody in the journal, as person, role and number; missing summaries are computed.

    Raises:
        ContentFaults: a file of the pack has a fault.
        JournalError: the journal can't be read.
    """
    team = JournalTeam(book)
    team.fill_all()
    return tuple(each for member in team.members for each in member.signed)


def mentors_named(settings: Settings, book: Workbook) -> MentorsOf:
    """A function that gives a trainee's mentors: those whom the roster names today; without one, who decided last."""
    if not settings.trust.is_dir():
        return last_decided
    from tui.trust.roster import mentors_of  # most have no trust folder
    from tui.workbook.setup.roster_authority import folder_of

    roster = folder_of(settings, book).roster
    if roster is None:
        return last_decided
    now = datetime.now(UTC)

    def named(member: Member, role: str) -> Sequence[str]:
        found = (each.mentor for each in mentors_of(roster, member.id, now) if each.is_for(roster.one(member.id), role))
        return tuple(dict.fromkeys(found))

    return named
