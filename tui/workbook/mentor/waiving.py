"""Waiving a criterion: a mentor says, with a reason, that it needn't be met; only where the policy has waivers."""

from __future__ import annotations

from tui.errors import UsageError
from tui.journal.event import EventHash, Json, Kind, NewEvent
from tui.text.clean import stored
from tui.workbook.mentor.reviewing import say_as
from tui.workbook.setup.reviewer import Reviewer
from tui.workbook.standings.workbook import Workbook


def waive(book: Workbook, criterion: str, reviewer: Reviewer, reason: str, *, on: bool = True) -> EventHash:
    """Say that a criterion needn't be met by the trainee of *book*; or, with *on* false, that it must after all.

    Args:
        book: the trainee's workbook.
        criterion: id of the criterion, or the beginning of one.
        reviewer: the mentor.
        reason: why, in either case.
        on: True waives it, False takes the waiver back.

    Raises:
        UsageError: the policy has no waivers, there is no such criterion, the reason is empty, the criterion is waived
            already (with *on*) or isn't waived (without), or the reviewer may not waive it.
        JournalError: the reviewer is the trainee, or the journal can't be written.
    """
    if not book.policy.waivers:
        raise UsageError("workbook.no_waivers")
    role, step, index = book.locate(book.resolve_item(criterion))
    item = step.criteria[index].id
    if not stored(reason):
        raise UsageError("workbook.waiver_needs_reason", name=item)
    if (book.view(step.criteria[index]).waiver is not None) == on:
        raise UsageError("workbook.waived_already" if on else "workbook.not_waived", name=item)
    book.authority.require(reviewer.id, book.trainee, role.id)
    before = book.newest_waivers().get(item)
    body: dict[str, Json] = {"reason": stored(reason), "on": on}
    if before is not None:
        body["over"] = str(before.id)
    return say_as(book, reviewer, [NewEvent(Kind.WAIVER, book.trainee, item, body, (book.pack.id, book.pack.version))])
