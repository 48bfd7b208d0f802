"""Signing a whole STEP: which STEPs can be signed, by whom, and the one function that writes a sign-off."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tui.curriculum.model import Role, Step
from tui.errors import UsageError
from tui.journal.event import EventHash, Json, Kind, NewEvent
from tui.journal.review import Signoff
from tui.lang import Lang, say
from tui.progress.state import State
from tui.record import record
from tui.text.clean import stored
from tui.workbook.mentor.reviewing import say_as
from tui.workbook.setup.reviewer import Reviewer
from tui.workbook.standings.views import CriterionView, StepView
from tui.workbook.standings.workbook import Workbook


@record
class Signable:
    """A STEP of which every criterion is confirmed, and which nobody has signed.

    Args:
        book: the trainee's workbook.
        view: the STEP with its criteria.
        earlier: numbers of the STEPs before it that aren't signed; signing past them takes a reason.
    """

    book: Workbook
    view: StepView
    earlier: tuple[int, ...]

    @property
    def role(self) -> Role:
        """Its role."""
        return self.view.role

    @property
    def step(self) -> Step:
        """The STEP."""
        return self.view.step


def signables(book: Workbook, reviewer: Reviewer) -> Iterator[Signable]:
    """The STEPs that can be signed, of everybody in the journal but the reviewer.

    Raises:
        ContentFaults: a file of the pack has a fault.
        JournalError: the journal can't be read.
    """
    for trainee in book.trainees():
        if trainee == reviewer.id:
            continue
        theirs = book.of(trainee)
        marks = theirs.marks()
        signed = theirs.signed()
        for enrolment in theirs.enrolments():
            role = theirs.pack.role(enrolment.role)
            for step in role.steps if role else ():
                if step.id in signed or not all(marks.is_answered(criterion.id) for criterion in step.criteria):
                    continue
                assert role is not None  # its steps came from it
                view = theirs.step_view(role, step, marks)
                if all(each.is_settled for each in view.criteria):
                    yield Signable(theirs, view, earlier_unsigned(role, step, enrolment.start, signed))


def earlier_unsigned(role: Role, step: Step, start: int, signed: Mapping[str, Signoff]) -> tuple[int, ...]:
    """The STEPs before *step*, from the one that the trainee started with, that nobody has signed."""
    before = (each for each in role.steps if start <= each.number < step.number)
    return tuple(each.number for each in before if each.id not in signed)


def declaration(signable: Signable, lang: Lang) -> str:
    """What the signer declares: the organisation's own text, else the built-in one."""
    fields = {
        "name": signable.book.label,
        "role": signable.role.name.of(lang),
        "number": signable.step.number,
        "count": len(signable.view.criteria),
    }
    own = signable.book.policy.declaration
    return own or say(lang, "workbook.declaration", **fields)


def sign(signable: Signable, reviewer: Reviewer, text: str, exception: str = "") -> EventHash:
    """Sign a STEP.

    Args:
        signable: the STEP as it was shown.
        reviewer: who signs.
        text: the declaration, which is stored with the sign-off.
        exception: why it is signed before an earlier STEP; required if an earlier STEP isn't signed.

    Raises:
        UsageError: a criterion isn't confirmed any more, the STEP is signed already, an earlier STEP isn't signed and
            no reason is given, or the reviewer may not sign.
        JournalError: the reviewer is the trainee, or the journal can't be written.
    """
    book, step = signable.book, signable.step
    now = book.step_view(signable.role, step)
    decisions = [found for each in now.criteria if (found := decided(each))]
    book.authority.require(reviewer.id, book.trainee, signable.role.id, book.journal.deciders(decisions))
    waiting = [each.criterion.id for each in now.criteria if not each.is_settled]
    if waiting:
        raise UsageError("workbook.step_not_confirmed", step=step.id, name=waiting[0])
    if step.id in book.signed():
        raise UsageError("workbook.step_signed_already", step=step.id)
    if signable.earlier and not stored(exception):
        numbers = ", ".join(map(str, signable.earlier))
        raise UsageError("workbook.step_out_of_order", step=step.id, earlier=numbers)
    body: dict[str, Json] = {
        "declaration": stored(text),
        "decisions": list(decisions),
        "waivers": [str(each.waiver.id) for each in now.criteria if each.state is State.WAIVED and each.waiver],
        "exception": stored(exception),
        "policy": book.policy.digest,
        "heads": dict(book.journal.heads(book.trainee)),
    }
    event = NewEvent(Kind.SIGNOFF, book.trainee, step.id, body, (book.pack.id, book.pack.version))
    return say_as(book, reviewer, [event])


def reopen(book: Workbook, step_id: str, reviewer: Reviewer, reason: str) -> EventHash:
    """Open a signed STEP again; the sign-off stays in the journal.

    Raises:
        UsageError: the STEP isn't signed, no reason is given, or the reviewer may not reopen it.
        JournalError: the reviewer is the trainee, or the journal can't be written.
    """
    found = book.signed().get(step_id)
    if found is None:
        raise UsageError("workbook.step_not_signed", step=step_id)
    if not stored(reason):
        raise UsageError("workbook.reopening_needs_reason", step=step_id)
    book.authority.require(reviewer.id, book.trainee, step_id.partition(".")[0])
    body: dict[str, Json] = {"signoff": str(found.id), "reason": stored(reason)}
    event = NewEvent(Kind.REOPENING, book.trainee, found.item, body, (book.pack.id, book.pack.version))
    return say_as(book, reviewer, [event])


def decided(view: CriterionView) -> str:
    """The hash of the decision that confirms a criterion; empty where none does, as for a waived one."""
    return str(view.decision.id) if view.decision and view.state is State.CONFIRMED else ""
