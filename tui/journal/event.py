"""What the journal holds: events, which are never changed, and the entries and claims that they add up to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final, NewType, TypeAlias

from tui.record import record

EventHash = NewType("EventHash", str)
"""SHA-256 of an event's canonical bytes, in hexadecimal: the id of the event."""

Json = str | int | bool | None | list["Json"] | dict[str, "Json"]
"""What a body may hold: no floats, so that canonical bytes are the same everywhere."""


NOTHING: Final[Mapping[str, Json]] = MappingProxyType({})
"""The body of an event that says nothing more."""


ORGANISATION: Final = "@organisation"
"""Stands as the trainee in events about the organisation as a whole; no person has this id."""

SUPERVISION: Final = ("observed", "assisted", "paired", "directed", "alone", "taught")
"""How an entry was done, in rising order of independence (design, "What a criterion is")."""


class Kind(StrEnum):
    """What an event says. An unknown kind (of a newer ikusei) is kept and passed over."""

    WRITER = "writer"
    PERSON = "person"
    ENROL = "enrol"
    ENTRY = "entry"
    CORRECTION = "correction"
    UNDO = "undo"
    TICK = "tick"
    CLAIM = "claim"
    WITHDRAWAL = "withdrawal"
    DECISION = "decision"
    COMMENT = "comment"
    WAIVER = "waiver"
    SIGNOFF = "signoff"
    REOPENING = "reopening"
    SIGNATURE = "signature"
    HEADCOUNT = "headcount"
    ASSESSMENT = "assessment"
    COLUMNS = "columns"
    PATTERN = "pattern"


class Fate(StrEnum):
    """What became of an event by a later one."""

    UNDONE = "undone"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"


OF_ORGANISATION: Final = frozenset({Kind.HEADCOUNT, Kind.ASSESSMENT, Kind.COLUMNS, Kind.PATTERN})
"""Kinds that are about the organisation as a whole: their trainee is ``ORGANISATION``."""
REVIEWING: Final = frozenset({Kind.DECISION, Kind.COMMENT, Kind.WAIVER, Kind.SIGNOFF, Kind.REOPENING, Kind.SIGNATURE})
"""Kinds that mentors write about a trainee, with their signatures: these travel back to the trainee."""


@record
class NewEvent:
    """An event before it is written.

    Args:
        kind: what it says.
        trainee: id of the person it is about.
        item: id of the criterion, learning item, role … that it is about; empty where the body names several.
        body: the rest, see ``docs/schema.md`` for each kind.
        pack: id and version of the curriculum at that time, e.g. ``("nca-isogj", "1.0.0")``.
    """

    kind: Kind
    trainee: str
    item: str = ""
    body: Mapping[str, Json] = NOTHING
    pack: tuple[str, str] = ("", "")


@record
class Event:
    """An event as written.

    Args:
        hash: its id.
        writer: random id of the state file that wrote it.
        n: the writer's number, from 1 without gaps.
        previous: hash of the writer's event before it, empty for the first.
        clock: logical clock: at least one more than any event its writer knew, in milliseconds since 1970 where
            the wall clock allows; orders events across writers even where a clock was set back.
        recorded: wall clock in milliseconds since 1970 (UTC).
        author: id of the person who wrote it.
    """

    hash: EventHash
    writer: str
    n: int
    previous: str
    clock: int
    recorded: int
    author: str
    trainee: str
    kind: str
    item: str
    body: Mapping[str, Json]
    pack: str
    pack_version: str


@record
class Evidence:
    """Where an entry can be checked: a path, a URL or a ticket.

    Args:
        ref: as typed.
        sha256: digest of the file's bytes where *ref* was a readable file, else empty.
    """

    ref: str
    sha256: str = ""


@record
class Entry:
    """Something done, after its corrections.

    Args:
        id: hash of the first event of the entry.
        trainee: whose it is.
        items: ids that it counts for: criteria and training cases, of any role.
        day: when it happened (editable by a correction).
        quantity: how many times.
        hits, total: "k of n" of a rate, or None.
        findings: number of findings of a review, or None.
        supervision: one of ``curriculum.rule.Supervision``.
        note: what was done.
        evidence: where it can be checked.
        recorded: when the first event was written, milliseconds (never editable).
        corrected: whether a correction changed it.
    """

    id: EventHash
    trainee: str
    items: tuple[str, ...]
    day: date
    quantity: int = 1
    hits: int | None = None
    total: int | None = None
    findings: int | None = None
    supervision: str = "alone"
    note: str = ""
    evidence: tuple[Evidence, ...] = ()
    recorded: int = 0
    corrected: bool = False


@record
class DayTally:
    """What the entries of one day come to that name the same items and were supervised alike.

    Args:
        items: ids that they count for.
        day: when it happened.
        supervision: one of ``curriculum.rule.Supervision``.
        entries: how many they are.
        quantity: how many times they stand for.
        hits, total: their "k of n" added up; None: they carry none.
    """

    items: tuple[str, ...]
    day: date
    supervision: str
    entries: int
    quantity: int
    hits: int | None
    total: int | None


@record
class Claim:
    """A claim: the trainee says that a criterion is met.

    Args:
        id: hash of the claim event.
        item: the criterion.
        recorded: when, milliseconds.
        entries: ids of the entries it rests on (the snapshot).
        policy: the policy values it rests on, as text.
        points: ids of the ticked points.
        comment: what the trainee adds.
        states: by entry, the hash of the event with its content then: its own, or that of its newest correction.
        wording: digest of what the pack asked then (text, rule and points); empty in claims of the first ikusei.
        clock: logical clock; with ``id`` it orders what is said about the claim.
        withdrawn: order of the trainee's withdrawal, or None.
    """

    id: EventHash
    trainee: str
    item: str
    recorded: int
    entries: tuple[str, ...]
    policy: Mapping[str, str]
    points: tuple[str, ...]
    comment: str = ""
    states: Mapping[str, str] = MappingProxyType({})
    wording: str = ""
    clock: int = 0
    withdrawn: EventOrder | None = None


EventOrder: TypeAlias = tuple[int, str]
"""Where an event stands among others, the same on every machine: its logical clock, then its hash."""


@record
class Headcount:
    """How a team is staffed, as somebody wrote it down last.

    Args:
        id: hash of the event.
        team: id of the team.
        mode: one of ``body_headcount.STAFFING_MODES``.
        heads: people of its own, part-time in fractions, as text (``2.5``); empty where it has none.
        held_by: id of the team that does its work; empty where the mode isn't ``held``.
        note: what was added, or empty.
        author: who wrote it.
        recorded: when, milliseconds.
        clock: logical clock.
    """

    id: EventHash
    team: str
    mode: str
    heads: str
    held_by: str
    note: str
    author: str
    recorded: int
    clock: int

    @property
    def order(self) -> EventOrder:
        """Sort key: of the head counts of a team, the newest has the largest."""
        return self.clock, self.id


@record
class Enrolment:
    """A trainee follows a role, from a STEP on."""

    trainee: str
    role: str
    start: int
    recorded: int
