"""Assessments of an organisation and signed STEPs of people, for the tests of the matrix."""

from tui.journal.assessment import How, Mark
from tui.journal.event import Kind, NewEvent
from tui.workbook.organisation.assessing import AssessmentChange, write_changes
from tui.workbook.setup.reviewer import Reviewer

INHOUSE, SHARED, OUTSOURCED, NONE = How.INHOUSE, How.SHARED, How.OUTSOURCED, How.NONE
PROVIDER = "Example Security"
SAID = (
    AssessmentChange(
        "a-1", Mark(INHOUSE, 2), Mark(INHOUSE, 2), columns=("secbok.ciso", "secbok.poc", "secbok.auditor")
    ),
    AssessmentChange("a-2", Mark(SHARED, 1, "Example"), Mark(INHOUSE, 2), columns=("secbok.poc",)),
    AssessmentChange("b-1", Mark(OUTSOURCED, 2, PROVIDER), Mark(SHARED, 3, PROVIDER), "契約は 3 月まで"),
    AssessmentChange("b-3", Mark(INHOUSE, 1), Mark(INHOUSE, 3)),
    AssessmentChange("b-4", Mark(OUTSOURCED, 2), Mark(OUTSOURCED, 2)),
    AssessmentChange("c-1", Mark(NONE), Mark(OUTSOURCED, 1)),
    AssessmentChange("c-2", Mark(NONE), Mark(NONE)),
    AssessmentChange("d-1", Mark(INHOUSE, 3), Mark(INHOUSE, 2)),
    AssessmentChange("d-3", Mark(SHARED), Mark(INHOUSE, 2)),
    AssessmentChange("g-10", Mark(INHOUSE, 2), Mark(INHOUSE, 2)),
)


def assess_all(book):
    """An organisation that has assessed some duties, and wants to be a hybrid; its trainee has signed STEPs."""
    write_changes(book, Reviewer(book.trainee, book.name), SAID, "pattern.hybrid")
    sign(book, "soc.2", "soc.3")
    sign(book, "coord.1", trainee="p-ken")
    sign(book, "coord.2", trainee="p-ken")


def sign(book, *steps, trainee=""):
    """Write sign-offs of STEPs by a mentor."""
    who = trainee or book.trainee
    if trainee:
        role = steps[0].partition(".")[0]
        book.journal.append([NewEvent(Kind.ENROL, who, role, {"on": True, "start": 1})], author=who)
    news = [NewEvent(Kind.SIGNOFF, who, step, {"declaration": "終えたと認める"}) for step in steps]
    book.journal.append(news, author="p-tanaka")
