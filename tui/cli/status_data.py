"""Where somebody stands as plain data: what ``ikusei status --json`` writes."""

from __future__ import annotations

from dataclasses import asdict

from tui.cli.data import criterion_data
from tui.workbook.views import Deadline, Ladder, Marks
from tui.workbook.workbook import Workbook


def status_data(book: Workbook) -> dict[str, object]:
    """Person, pack, every followed role with its rungs and all its criteria, and what is about to run out."""
    marks = book.marks()
    today = book.today_view(recent=0)
    return {
        "trainee": {"id": book.trainee, "name": book.name},
        "today": book.today().isoformat(),
        "pack": {"id": book.pack.id, "version": book.pack.version},
        "entries": book.journal.entry_count(book.trainee),
        "roles": [_role_data(book, ladder, marks) for ladder in today.ladders],
        "deadlines": [_deadline_data(deadline) for deadline in today.deadlines],
    }


def _role_data(book: Workbook, ladder: Ladder, marks: Marks) -> dict[str, object]:
    role = book.pack.role(ladder.role.id)
    return {
        "id": ladder.role.id,
        "name": asdict(ladder.role.name),
        "has_content": ladder.has_content,
        "rungs": [asdict(rung) for rung in ladder.rungs],
        "steps": [
            {
                "id": step.id,
                "number": step.number,
                "criteria": [criterion_data(book.view(criterion, marks)) for criterion in step.criteria],
            }
            for step in (role.steps if role else ())
        ],
    }


def _deadline_data(deadline: Deadline) -> dict[str, object]:
    return {
        "criterion": deadline.view.criterion.id,
        "month": deadline.month or None,
        "last": deadline.last.isoformat() if deadline.last else None,
        "days": deadline.days,
    }
