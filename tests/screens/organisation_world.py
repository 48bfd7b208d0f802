"""An organisation for tests: head counts of its teams, signed STEPs, further people in the journal."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from screens_world import WHOLE

from tui.journal.event import Kind, NewEvent
from tui.progress.staffing import Ours
from tui.workbook.organisation.staffing import TeamStaffing, set_headcounts
from tui.workbook.standings.workbook import Workbook

MENTOR = "p-mentor"
STAFFED = (
    Ours("team.first-response", "round-the-clock", Decimal("6.5")),
    Ours("team.second-response", "day", Decimal("1.5")),
    Ours("team.incident-response", "day", Decimal(1)),
    Ours("team.vulnerability", "held", held_by="team.incident-response"),
    Ours("team.research", "held", held_by="team.second-response"),
    Ours("team.operation", "day", Decimal(2)),
    Ours("team.development", "day", Decimal("0.5")),
)


def staff(book: Workbook, ours: Iterable[Ours] = STAFFED, note: str = "") -> None:
    """Write down how the teams are staffed."""
    set_headcounts(book, book.trainee, [TeamStaffing(each, note) for each in ours])


def sign(book: Workbook, step: str, trainee: str = "") -> None:
    """Write a sign-off of a STEP by a mentor."""
    body = {"declaration": "確かめました", "decisions": []}
    book.journal.append([NewEvent(Kind.SIGNOFF, trainee or book.trainee, step, body)], author=MENTOR)


def join(book: Workbook, name: str, role: str, *steps: str) -> str:
    """Add a person to the journal who follows a role and has signed STEPs; return their id."""
    person = f"p-{name}"
    book.journal.append(
        [
            NewEvent(Kind.PERSON, person, body={"name": name}),
            NewEvent(Kind.ENROL, person, role, {"start": 1, "on": True}),
        ],
        author=person,
    )
    for step in steps:
        sign(book, step, person)
    return person


def whole(book: Workbook) -> Workbook:
    """*book* with the whole pack: every role has its content."""
    book.pack = WHOLE
    return book
