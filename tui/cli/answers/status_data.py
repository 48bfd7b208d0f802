"""A trainee's standing as plain data: what ``ikusei status --json``, ``--csv`` and ``--tsv`` write."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Final

from tui.cli.answers.data import criterion_data
from tui.lang import Lang
from tui.workbook.standings.today import Deadline, Ladder
from tui.workbook.standings.views import Marks
from tui.workbook.standings.workbook import Workbook
from tui.workbook.wording.standings import standing_text

COLUMNS: Final = ("role", "step", "criterion", "name", "state", "met", "standing", "points_ticked", "points")
"""Columns of CSV and TSV, one row for each criterion."""


def status_rows(book: Workbook, lang: Lang) -> Iterator[list[object]]:
    """A row for each criterion of the followed roles, in their order."""
    marks = book.marks()
    for ladder in book.today_view(recent=0).ladders:
        role = book.pack.role(ladder.role.id)
        for step in role.steps if role else ():
            for criterion in step.criteria:
                view = book.view(criterion, marks)
                about = [ladder.role.id, step.number, criterion.id, criterion.name.of(lang)]
                said = [view.state, view.standing.met, standing_text(view.standing, lang)]
                yield [*about, *said, view.points_done, len(criterion.points)]


def status_data(book: Workbook) -> dict[str, object]:
    """The data of ``ikusei status --json``: person, pack, followed roles with all criteria, and deadlines."""
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
