"""The topics of the organisation, and the drawing of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from tui.curriculum.organisation import Organisation
from tui.drawing.career import career_rows
from tui.drawing.organisation import cycle_rows, pattern_rows, purpose_rows, region_rows, staffing_table
from tui.drawing.pen import Pen
from tui.drawing.staffing import calculator_rows
from tui.text.line import Row, Span, clip
from tui.workbook.organisation.career import CareerView
from tui.workbook.organisation.staffing import StaffingView, counted_teams_of
from tui.workbook.standings.people_names import labels
from tui.workbook.standings.workbook import Workbook

PURPOSES, CYCLE, REGIONS, PATTERNS, LEVELS, CALCULATOR, CAREER = (
    "purposes", "cycle", "regions", "patterns", "levels", "staffing", "career",
)  # fmt: skip
TOPICS: Final = {
    PURPOSES: "organisation.purposes",
    CYCLE: "organisation.cycle",
    REGIONS: "organisation.regions",
    PATTERNS: "organisation.patterns",
    LEVELS: "staffing.table",
    CALCULATOR: "staffing.calculator",
    CAREER: "organisation.career",
}
"""The topics with the messages that name them."""


def topic_list(book: Workbook, pen: Pen) -> Iterator[Row]:
    """The topics; the career topic is listed for oneself first, then for everybody else in the journal, by name."""
    for topic, name in TOPICS.items():
        yield Row.of(clip((Span(pen.say(name)),), pen.width), topic)
    journal = book.journal
    others = [trainee for trainee in journal.trainees() if trainee != book.trainee]
    people = labels(book) if others else {}
    for name, trainee in sorted((people.get(trainee, trainee), trainee) for trainee in others):
        yield Row.of(clip((Span(f"  {name}"),), pen.width), f"{CAREER}:{trainee}")


def topic_rows(
    topic: str,
    book: Workbook,
    pen: Pen,
    staffing: Callable[[], StaffingView],
    career: Callable[[], CareerView],
    *,
    can_choose: bool,
) -> list[Row]:
    """The drawing of a topic; what can be opened has its id as key.

    Args:
        topic: one of ``TOPICS``.
        book: the workbook.
        pen: language, marks, width.
        staffing: gives our staffing.
        career: gives the career path of the person who is looked at.
        can_choose: whether past jobs can be chosen.
    """
    organisation, textbook = book.pack.organisation, book.pack.textbook
    if organisation == Organisation():
        return [Row(tuple(pen.paragraph(pen.say("organisation.nothing"), "dim")))]
    drawings: dict[str, Callable[[], list[Row]]] = {
        PURPOSES: lambda: purpose_rows(organisation, pen),
        CYCLE: lambda: cycle_rows(organisation, textbook, pen),
        REGIONS: lambda: region_rows(organisation, textbook, pen),
        PATTERNS: lambda: pattern_rows(organisation, textbook, pen),
        LEVELS: lambda: staffing_table(organisation.staffing, counted_teams_of(organisation), pen),
        CALCULATOR: lambda: calculator_rows(staffing(), pen),
        CAREER: lambda: career_rows(career(), pen, can_choose=can_choose),
    }
    return drawings[topic]()
