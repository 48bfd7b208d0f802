"""A workbook on the real content pack, in two lines: a fixed day, a policy, a trainee of the SOC role in STEP 2."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tui.curriculum.folder import builtin_folder
from tui.curriculum.model import Criterion
from tui.curriculum.pack import Pack
from tui.curriculum.policy import Policy, ReadingItem
from tui.curriculum.rule import Supervision
from tui.journal.journal import Journal
from tui.workbook.standings.workbook import Workbook
from tui.workbook.trainee.writing import EntryForm, begin, log, set_tick

DAY = date(2026, 11, 20)
POLICY = Policy(
    name="",
    numbers={
        "soc.2.paired.times": 3,
        "soc.2.alone.times": 2,
        "soc.2.verdict.cases": 20,
        "soc.2.verdict.ratio": 95,
        "soc.3.period.months": 6,
        "soc.3.period.hole": 30,
    },
    readings={"soc.1.reading": (ReadingItem("soc.read.manual", "監視手順書"),)},
)


def open_book(path: Path, policy: Policy = POLICY, *, start: int = 2) -> Workbook:
    """A workbook whose trainee has begun."""
    book = Workbook(Journal.open(path, create=True), Pack.open(builtin_folder()), policy, "", lambda: DAY)
    begin(book, "佐藤 花", "soc", start)
    return book


def criterion(book: Workbook, criterion_id: str) -> Criterion:
    """The criterion with this id."""
    role, step, index = book.locate(criterion_id)
    assert role.id == criterion_id.partition(".")[0]
    return step.criteria[index]


def paired(book: Workbook, times: int = 1, day: date = DAY) -> None:
    """Log paired monitoring."""
    for _ in range(times):
        log(book, EntryForm(("soc.2.paired",), day, supervision=Supervision.PAIRED, note="夜勤"))


def tick_all(book: Workbook, criterion_id: str) -> None:
    """Tick every point of a criterion."""
    for point in criterion(book, criterion_id).points:
        set_tick(book, point.id, True)
