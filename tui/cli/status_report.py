"""Where somebody stands, in lines."""

from __future__ import annotations

import json
from collections.abc import Iterator

from tui.cli.context import Cli
from tui.cli.standings import criterion_lines
from tui.curriculum.model import Step
from tui.workbook.views import Deadline, Ladder, Rung
from tui.workbook.workbook import Workbook


def json_lines(book: Workbook) -> Iterator[tuple[bool, str]]:
    """The answer of ``ikusei status --json``.

    Raises:
        IkuseiError: the journal or the content can't be read.
    """
    from tui.cli.status_data import status_data  # noqa: PLC0415 - the text doesn't need it

    yield False, json.dumps(status_data(book), ensure_ascii=False, indent=2)


def status_lines(cli: Cli, book: Workbook) -> Iterator[tuple[bool, str]]:
    """The answer of ``ikusei status``: lines, True before a heading.

    Raises:
        IkuseiError: the journal or the content can't be read.
    """
    today = book.today_view(recent=0)
    yield True, cli.say("cli.status.head", name=book.label, day=book.today().isoformat())
    for ladder in today.ladders:
        yield False, ""
        yield True, cli.of(ladder.role.name)
        yield False, _ladder_text(cli, ladder)
        step = _step_in_hand(book, ladder)
        if step is not None:
            marks = book.marks()
            views = [book.view(criterion, marks) for criterion in step.criteria]
            yield from ((False, line) for line in criterion_lines(cli, views))
    yield from ((False, line) for line in _deadline_lines(cli, today.deadlines))


def _ladder_text(cli: Cli, ladder: Ladder) -> str:
    if not ladder.has_content:
        return cli.say("words.no_content")
    return "  ".join(_rung_text(cli, rung) for rung in ladder.rungs)


def _rung_text(cli: Cli, rung: Rung) -> str:
    name = cli.say("words.common") if rung.number is None else cli.say("words.step", number=rung.number)
    mark = ">" if rung.current else ""
    signed = f" {cli.say('screens.ladder.signed', day=rung.signed)}" if rung.signed else ""
    return f"{mark}{name} {'-' if rung.skipped else f'{rung.done}/{rung.total}'}{signed}"


def _step_in_hand(book: Workbook, ladder: Ladder) -> Step | None:
    """The first STEP with unclaimed criteria, also while the education before it isn't finished."""
    role = book.pack.role(ladder.role.id)
    unfinished = (rung.number for rung in ladder.rungs if rung.number and rung.done < rung.total and not rung.skipped)
    number = next(unfinished, None)
    return role.step(number) if role and number else None


def _deadline_lines(cli: Cli, deadlines: tuple[Deadline, ...]) -> Iterator[str]:
    if deadlines:
        yield ""
        yield cli.say("screens.soon")
    for deadline in deadlines:
        if deadline.last is None:
            text = cli.say("screens.month_missing", month=deadline.month, days=deadline.days)
        else:
            text = cli.say("screens.hole_grows", day=deadline.last.isoformat(), days=deadline.days)
        yield f"{deadline.view.criterion.id}  {cli.of(deadline.view.criterion.name)}  {text}"
