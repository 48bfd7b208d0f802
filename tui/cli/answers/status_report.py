"""The lines of ``ikusei status``: where the trainee stands."""

from __future__ import annotations

from collections.abc import Iterator

from tui.cli.line.context import Cli
from tui.drawing.marks import legend_lines
from tui.drawing.step import criterion_lines
from tui.drawing.today import today_rows
from tui.text.line import BLANK, Line, on_paper
from tui.workbook.standings.workbook import Workbook
from tui.workbook.wording.pack_names import names_of
from tui.workbook.wording.thread import threads_of

RECENT = 4
"""How many of the newest entries are shown."""


def status_lines(cli: Cli, book: Workbook) -> Iterator[Line]:
    """The lines that ``ikusei status`` writes.

    Raises:
        IkuseiError: the journal or the content can't be read.
    """
    pen = cli.pen(book.pack, book)
    yield pen.heading(cli.say("cli.status.head", name=book.label, day=book.today().isoformat()))
    yield BLANK
    today = book.today_view(recent=RECENT)
    marks = book.marks()
    steps = {
        ladder.role.id: list(criterion_lines([book.view(criterion, marks) for criterion in step.criteria], pen))
        for ladder in today.ladders
        if (step := book.step_in_hand(ladder)) is not None
    }
    threads = threads_of(book, [*today.attention, *today.waiting])
    yield from on_paper(today_rows(today, pen, names_of(book, cli.lang), threads, steps=steps))
    if not pen.aloud:
        yield BLANK
        yield from legend_lines(pen)
