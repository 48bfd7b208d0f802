"""The records of one person in a journal, with the pack and the policy: their days, name, roles and ticks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Self, TypeVar

from tui.calendar import Calendar
from tui.curriculum.model import Criterion, Role
from tui.curriculum.pack import Pack
from tui.curriculum.policy import Policy
from tui.curriculum.wording import wording_digest
from tui.journal.event import Claim, DayTally, Enrolment, Entry
from tui.journal.journal import Journal
from tui.journal.review import Decision, Signoff, Waiver
from tui.workbook.standings.authority import ANYBODY, Authority
from tui.workbook.standings.people_names import Called, label_of
from tui.workbook.standings.subjects import items_of

T = TypeVar("T")
P = TypeVar("P", Entry, DayTally)

BASIC = "basic"
COMMON = "common"


class PersonalRecord:
    """One trainee's open journal together with the pack and the policy.

    Args:
        journal: open, for writing or for looking.
        pack: the curriculum.
        policy: the organisation's numbers.
        trainee: id of the trainee; empty before the first run.
        today: gives the current day in the demo, where time stands still; None: the calendar gives it.
        authority: whose decisions count.
        about: ids of the only trainees to look at, where the journal has others too; None: all of them.
        since: stamp of the journal when a review was opened in it: later events were written in this review.
        further: further ids of the same person, from journals that they began anew; their records count here too.
    """

    def __init__(
        self,
        journal: Journal,
        pack: Pack,
        policy: Policy,
        trainee: str,
        today: Callable[[], date] | None = None,
        *,
        authority: Authority = ANYBODY,
        about: frozenset[str] | None = None,
        since: int = 0,
        further: tuple[str, ...] = (),
    ) -> None:
        self.journal = journal
        self.pack = pack
        self.policy = policy
        self.trainee = trainee
        self.given_day = today
        self.authority = authority
        self.about = about
        self.since = since
        self._further = further
        self.called = Called()
        self._wordings: dict[str, str] = {}

    def of(self, trainee: str, further: tuple[str, ...] = ()) -> Self:
        """The workbook of another trainee in the same journal."""
        of = (self.journal, self.pack, self.policy, trainee, self.given_day)
        theirs = type(self)(*of, authority=self.authority, about=self.about, further=further)
        theirs._wordings = self._wordings
        theirs.called = self.called
        return theirs

    def whole(self, trainee: str) -> Self:
        """The workbook of *trainee* with the records of every id that the roster joins with this one.

        For reading only: each claim, decision and sign-off is about one id, and names it.
        """
        joined = self.authority.joined
        one = joined.get(trainee, trainee)
        others = (each for each in self.journal.trainees() if joined.get(each, each) == one) if joined else ()
        return self.of(trainee, tuple(each for each in others if each != trainee))

    @property
    def is_joined(self) -> bool:
        """Whether records of more than one id count."""
        return bool(self._further)

    def _of_all(self, read: Callable[..., Iterable[T]], *asked: object) -> list[T]:
        """All that *read* gives for the person's ids, one id after the other."""
        return [found for each in (self.trainee, *self._further) for found in read(each, *asked)]

    def claims(self) -> list[Claim]:
        """Every claim, oldest first, the withdrawn ones too."""
        return sorted(self._of_all(self.journal.all_claims), key=moment_of)

    def decisions(self) -> list[Decision]:
        """What was decided on the claims, oldest first."""
        return sorted(self._of_all(self.journal.decisions), key=moment_of)

    def count_for(self, items: Iterable[str]) -> int:
        """How many entries count for any of *items*."""
        wanted = list(items)
        return sum(self.journal.count_for(each, wanted) for each in (self.trainee, *self._further))

    def rest_on(self, pack: Pack, policy: Policy, authority: Authority) -> None:
        """Use another pack, policy and authority from now on, because files beside the state file have changed."""
        self.pack, self.policy, self.authority = pack, policy, authority
        self._wordings = {}

    def trainees(self) -> list[str]:
        """Ids of the trainees in the journal, only those in ``about`` if it is set."""
        return [each for each in self.journal.trainees() if self.about is None or each in self.about]

    def _wording(self, criterion: Criterion) -> str:
        """Digest of the wording of a criterion; cached, because every claim of a queue asks for it."""
        if criterion.id not in self._wordings:
            self._wordings[criterion.id] = wording_digest(criterion)
        return self._wordings[criterion.id]

    # -- days -----------------------------------------------------------------------------------------------------

    @property
    def calendar(self) -> Calendar:
        """How the organisation counts its days: by the clock of its roster, else its policy, else this machine."""
        said = self.authority.utc_offset
        return Calendar(self.policy.utc_offset if said is None else said, self.policy.day_change or 0)

    def today(self) -> date:
        """The organisation's current day."""
        return self.given_day() if self.given_day is not None else self.calendar.day_of(self.journal.now())

    def day_of(self, recorded: int) -> str:
        """The organisation's day of a time stamp in milliseconds."""
        return self.calendar.day_of(recorded).isoformat()

    # -- who and what ---------------------------------------------------------------------------------------------

    @property
    def name(self) -> str:
        """The trainee's name, or the id where no name is known."""
        return self.people().get(self.trainee, self.trainee)

    @property
    def label(self) -> str:
        """The trainee's name, told apart from others of that name."""
        return label_of(self)

    def people(self) -> dict[str, str]:
        """By id, people's names: from the roster for those in it, else as they gave them themselves."""
        return {**self.journal.people(), **self.authority.names}

    def enrolments(self) -> tuple[Enrolment, ...]:
        """The roles that the trainee follows, in the order of enrolment."""
        found = self._of_all(self.journal.enrolments)
        # If a role was taken up under two ids, the one with the lower starting STEP holds, then the older one.
        first = {each.role: each for each in sorted(found, key=lambda each: (-each.start, -each.recorded))}
        return tuple(each for each in found if first[each.role] is each)

    def roles(self) -> tuple[Role, ...]:
        """The followed roles that the pack has content for."""
        roles = (self.pack.role(enrolment.role) for enrolment in self.enrolments())
        return tuple(role for role in roles if role is not None)

    def ticked(self) -> frozenset[str]:
        """Ids of everything that is ticked now; former ids are replaced by those of the present pack."""
        former = self._former()
        return frozenset(former.get(item, item) for item in self._of_all(self.journal.ticks))

    def _items(self, criterion: Criterion) -> tuple[str, ...]:
        """The ids by which entries count for a criterion, the former ones among them."""
        items = items_of(criterion)
        former = self.pack.renamed(criterion.id.partition(".")[0])
        return (*items, *(before for before, now in former.items() if now in items))

    def _renamed(self, done: P) -> P:
        """*done* (an entry or a day's tally) with the ids that its items have in the present pack."""
        now = tuple(self.pack.renamed(item.partition(".")[0]).get(item, item) for item in done.items)
        return done if now == done.items else replace(done, items=tuple(dict.fromkeys(now)))

    def _former(self) -> dict[str, str]:
        """By former id, the present id, of everything in basic education and the followed roles."""
        former = dict(self.pack.renamed(BASIC))
        for role in self.roles():
            former |= self.pack.renamed(role.id)
        return former


def moment_of(said: Claim | Decision | Waiver | Signoff) -> tuple[int, str]:
    """Sort key of events: logical clock, then id."""
    return said.clock, said.id


def day_of(entry: Entry) -> tuple[date, int, str]:
    """Sort key of entries: day, then when recorded, then id."""
    return entry.day, entry.recorded, entry.id
