"""The organisation part of a curriculum as frozen data: who belongs where, how a response organisation is built.

Every class stands for one table of the TOML, as in ``tui.curriculum.model``. Ids begin with the kind
(``team.planning``), so the files of this part are read only when such an id is asked for.
"""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

from tui.curriculum.model import NOTHING, Text
from tui.curriculum.section import Section
from tui.record import record

ShiftMode: TypeAlias = Literal["day", "round-the-clock", "held", "none"]
"""How a team is staffed: on day shifts, at all times, by another team, or not at all (`isogj` 6.6, table 1)."""

PEOPLE_AT_ALL_TIMES: Final = 6
"""People that are needed to have one on duty at all times (`isogj` 6.6, table 1: one at all times, six in all)."""


@record
class Title:
    """A title of a CSIRT member (`nca` 2, table 2-1).

    Args:
        id: e.g. ``title.poc-external``.
        source: citation.
        name: as printed.
        group: the class of functions it stands in, as printed.
        role: id of the role that trains for it; empty where the table has none.
        text: what it does.
    """

    id: str
    source: str
    name: Text
    group: Text
    role: str = ""
    text: Text = NOTHING
    note: Text = NOTHING


@record
class Purpose:
    """What a response organisation is for (`isogj` 2)."""

    id: str
    source: str
    text: Text
    detail: Text = NOTHING
    note: Text = NOTHING


@record
class Phase:
    """A phase of the execution cycle (`isogj` 3); ``functions`` are those that the text puts there."""

    id: str
    source: str
    name: Text
    text: Text
    functions: tuple[str, ...] = ()
    note: Text = NOTHING


@record
class Cycle:
    """A cycle of improvement (`isogj` 3); ``phases`` are the ids of those that it goes through."""

    id: str
    source: str
    name: Text
    text: Text
    phases: tuple[str, ...]
    note: Text = NOTHING


@record
class Pattern:
    """One of the patterns of an organisation (`isogj` 6.3): every region is in one of the three lists.

    Args:
        id: e.g. ``pattern.hybrid``.
        source: citation.
        number: as printed, from 1.
        name: as printed.
        text: which organisations are like that.
        inside: regions that the organisation covers itself.
        shared: regions that it covers together with specialists.
        outside: regions that it leaves to specialists.
    """

    id: str
    source: str
    number: int
    name: Text
    text: Text
    inside: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    note: Text = NOTHING


@record
class Team:
    """A team with the ids of its duties (`isogj` 6.5, figure 7); a duty may be that of several teams."""

    id: str
    source: str
    name: Text
    text: Text
    duties: tuple[str, ...]
    regions: tuple[str, ...] = ()
    note: Text = NOTHING


@record
class StaffingTeam:
    """How one team is staffed at a level.

    Args:
        team: id of the team.
        mode: how.
        heads: how many are on duty at a time; 0 where the mode is ``held`` or ``none``.
        held_by: id of the team that does its work; empty where the mode isn't ``held``.
    """

    team: str
    mode: ShiftMode
    heads: int = 0
    held_by: str = ""
    note: Text = NOTHING

    @property
    def people(self) -> int:
        """How many are needed in all, added up as in table 1."""
        return self.heads * (PEOPLE_AT_ALL_TIMES if self.mode == "round-the-clock" else 1)


@record
class Staffing:
    """A level of staffing (`isogj` 6.6, table 1): what can be done with it and what can't.

    Args:
        id: ``staffing.0`` to ``staffing.3``.
        source: citation.
        level: as printed, from 0.
        name: as printed.
        text: whom it is for.
        can: what can be done.
        cannot: what can't.
        total: people in all, as printed; the sum of ``people`` of the teams.
        teams: how each team is staffed. Every level has the same ones.
    """

    id: str
    source: str
    level: int
    name: Text
    text: Text
    can: Text
    cannot: Text
    total: int
    teams: tuple[StaffingTeam, ...]
    note: Text = NOTHING


@record
class Career:
    """A stage of the career path (`isogj` 7.3); ``functions`` are those whose duties it is about."""

    id: str
    source: str
    stage: int
    name: Text
    text: Text
    functions: tuple[str, ...] = ()
    note: Text = NOTHING


@record
class Affinity:
    """Duties that suit someone with this past job (`isogj` 7.3)."""

    job: Text
    duties: tuple[str, ...]
    text: Text = NOTHING


@record
class Secbok:
    """One of the SecBoK roles that are the columns of table 2 (`isogj` 7.1)."""

    id: str
    source: str
    number: int
    name: Text
    note: Text = NOTHING


@record
class SecBokCount:
    """How many marks table 2 has in the row of a duty (`isogj` 7.1); in which columns they stand isn't known."""

    duty: str
    count: int
    note: Text = NOTHING


@record
class Mapping:
    """A STEP of a role trains for a duty. It is our own reading, with the reason."""

    role: str
    step: int
    duty: str
    reason: Text


@record
class Term:
    """A word explained; ``also`` is what else it is called, in any language."""

    id: str
    name: Text
    text: Text
    also: tuple[str, ...] = ()
    source: str = ""
    note: Text = NOTHING


@record
class Organisation:
    """What the textbook says of building a response organisation, in printed order."""

    purposes: tuple[Purpose, ...] = ()
    phases: tuple[Phase, ...] = ()
    cycles: tuple[Cycle, ...] = ()
    patterns: tuple[Pattern, ...] = ()
    teams: tuple[Team, ...] = ()
    staffing: tuple[Staffing, ...] = ()
    careers: tuple[Career, ...] = ()
    affinities: tuple[Affinity, ...] = ()
    secbok: tuple[Secbok, ...] = ()
    marks: tuple[SecBokCount, ...] = ()


OrganisationThing: TypeAlias = (
    Title | Purpose | Phase | Cycle | Pattern | Team | Staffing | Career | Secbok | Term | Section
)
"""Any thing of this part that has an id."""


def name_of(thing: OrganisationThing) -> Text:
    """The name of a thing, or its line where it has no name."""
    return thing.text if isinstance(thing, Purpose) else thing.name


def texts_of(thing: OrganisationThing) -> tuple[Text, ...]:
    """The texts of a thing below its name, in reading order, without its note."""
    match thing:
        case Title():
            return (thing.group, thing.text)
        case Purpose():
            return (thing.detail,)
        case Staffing():
            return (thing.text, thing.can, thing.cannot)
        case Secbok():
            return ()
        case _:
            return (thing.text,)
