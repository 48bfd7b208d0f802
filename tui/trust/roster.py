"""The roster: the people of an organisation, who mentors whom from when until when, and where to fetch their journals.

.. code-block:: toml

    [roster]
    id = "midori-soc"
    version = "3"
    utc_offset = "+09:00"

    [[person]]
    id = "p-tanaka"
    name = "田中 一郎"
    signs_as = ["tanaka@midori.example"]

    [[mentor]]
    mentor = "p-tanaka"
    trainee = "p-sato"
    from = 2026-04-01
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Final

from tui.record import record
from tui.text.apart import told_apart

EVERYBODY: Final = "*"
"""Stands as the trainee where a mentor may review anybody."""


@record
class Person:
    """A person.

    Args:
        id: as in the journal.
        name: as it is shown.
        signs_as: the principals of ``allowed_signers`` under which the person signs; none: can't sign.
        lead: whether the person signs the trust folder.
        also: further ids of the same person, from journals that were begun anew. Or, where two people share an id that
            ikusei 0.1.0 made from their name, the writers that are this person's.
    """

    id: str
    name: str
    signs_as: tuple[str, ...] = ()
    lead: bool = False
    also: tuple[str, ...] = ()


@record
class Mentoring:
    """One person may review another's claims, for a time.

    Args:
        mentor: id of the person who reviews.
        trainee: id of the person whose claims are reviewed, or ``EVERYBODY``.
        roles: ids of the roles that it is about; empty: all.
        since: the first day; None: no first day.
        until: the last day, itself included; None: no last day.
        evaluator: whether the mentor may give the final sign-off of a STEP, too.
    """

    mentor: str
    trainee: str
    roles: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    evaluator: bool = False

    def is_for(self, trainee: str, role: str) -> bool:
        """Whether it is about this trainee in this role; an empty role is basic education, common to all roles."""
        return self.trainee in {trainee, EVERYBODY} and (not role or not self.roles or role in self.roles)

    def covers(self, day: date) -> bool:
        """Whether it is valid on *day*; the first and the last day are included."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@record
class Host:
    """Where a trainee's journal lies, for those who fetch it.

    Args:
        trainee: whose.
        ssh: destination as ssh(1) takes it.
        command: the program there.
        state: the state file there; empty: the usual one.
        inbox: the drop folder, on this machine, for bundles about the trainee; empty: beside their state file.
    """

    trainee: str
    ssh: str
    command: str = "ikusei"
    state: str = ""
    inbox: str = ""


@record
class Roster:
    """A roster as it stands in its file.

    Args:
        id: of the organisation or the team.
        version: its version, as written.
        offset: minutes that the organisation's clocks are ahead of UTC; they say when a day begins and ends. None: it
            isn't given, and days are those of UTC.
        people: in the order of the file.
        mentorings: in the order of the file.
        hosts: in the order of the file.
        require_signature: whether what mentors say counts only where their key has signed it.
    """

    id: str
    version: str
    offset: int | None = None
    people: tuple[Person, ...] = ()
    mentorings: tuple[Mentoring, ...] = ()
    hosts: tuple[Host, ...] = ()
    require_signature: bool = False

    def person(self, person: str) -> Person | None:
        """The person with this id, or with this further id."""
        return next((each for each in self.people if person == each.id or person in each.also), None)

    def one(self, person: str) -> str:
        """The main id of the person who has the id *person*; *person* itself where the roster doesn't know it."""
        found = self.person(person)
        return person if found is None else found.id

    def name(self, person: str) -> str:
        """How the person is shown: the name, or the id of somebody whom the roster doesn't know."""
        found = self.person(person)
        return person if found is None else found.name

    def label(self, person: str) -> str:
        """The name as in ``name``, with the beginning of the id where somebody else in the roster has the same name."""
        found = self.person(person)
        if found is None or not any(each.name == found.name for each in self.people if each is not found):
            return self.name(person)
        return told_apart({each.id: each.name for each in self.people})[found.id]

    def day(self, at: datetime) -> date:
        """Which day it is for the organisation at this moment, the same on every machine.

        Raises:
            ValueError: *at* has no time zone.
        """
        if at.tzinfo is None:
            raise ValueError("a time without a time zone is a different one on every machine")
        # Converted to UTC and limited first: else a moment at the end of the calendar would raise OverflowError.
        utc = min(max(at.astimezone(UTC), _FIRST), _LAST)
        return utc.astimezone(timezone(timedelta(minutes=self.offset or 0))).date()


_FIRST: Final = datetime(2, 1, 1, tzinfo=UTC)
_LAST: Final = datetime(9999, 1, 1, tzinfo=UTC)


def principals(roster: Roster | None, person: str) -> tuple[str, ...]:
    """The identities under which a person signs; none for somebody whom the roster doesn't know."""
    found = None if roster is None else roster.person(person)
    return () if found is None else found.signs_as


def mentors_of(roster: Roster, trainee: str, at: datetime | None = None) -> tuple[Mentoring, ...]:
    """Who may review a trainee's claims, at the moment *at* or, where it is None, at any time; in printed order."""
    whose = roster.one(trainee)
    return tuple(
        each
        for each in roster.mentorings
        if each.is_for(whose, "") and each.mentor != whose and (at is None or each.covers(roster.day(at)))
    )


def trainees_of(roster: Roster, mentor: str, at: datetime | None = None) -> tuple[Mentoring, ...]:
    """Whose claims a mentor may review, at the moment *at*, or at any time where it is None."""
    who = roster.one(mentor)
    return tuple(
        each for each in roster.mentorings if each.mentor == who and (at is None or each.covers(roster.day(at)))
    )
