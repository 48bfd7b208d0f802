"""One person's way as the lead sees it: the STEPs of every role, what waits, what holds them up."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from tui.drawing.ladder import BAR
from tui.drawing.pen import Pen
from tui.drawing.team import STEPS, Names, last_text, why_text
from tui.progress.team import Member, RoleStand, Stuck
from tui.text.line import GAP, Line, Row, Span


def way_rows(
    member: Member, role: str, reasons: Sequence[Stuck], today: date, *, names: Names, pen: Pen
) -> Iterator[Row]:
    """Everything that the team screen knows about a member.

    Args:
        member: the member.
        role: id of the role under the cursor, which is highlighted; empty where none is.
        reasons: why they are stuck.
        today: the current day.
        names: of roles.
        pen: language, marks, width.
    """
    yield Row(tuple(pen.paragraph(member.name, "title")))
    yield Row(tuple(pen.paragraph(last_text(member, today, pen), "dim")))
    if not member.is_known:
        yield Row.of((Span(pen.say("team.unknown"), "dim"),))
    elif role and member.stand(role) is None:
        yield from (GAP, Row(_role_lines(role, pen.say("team.not_followed"), names, pen)))
    for stand in member.stands:
        style = "title" if stand.role == role else "strong"
        held = frozenset(str(each.why) for each in reasons if each.role == stand.role)
        rungs, waits = _rungs(stand, pen), _waits(stand, held, today, pen)
        yield from (GAP, Row((*pen.paragraph(names.role(stand.role), style), *rungs, *waits)))
    quiet = [why_text(each, pen) for each in reasons if not each.role]
    if quiet:
        yield from (GAP, Row(tuple(pen.warning("  ".join(quiet)))))
    elif not reasons:
        yield from (GAP, Row(tuple(pen.paragraph(pen.say("team.fine"), "dim"))))


def _role_lines(role: str, text: str, names: Names, pen: Pen) -> tuple[Line, ...]:
    return (*pen.paragraph(names.role(role), "title"), *pen.paragraph(text, "dim", indent="  "))


def _rungs(stand: RoleStand, pen: Pen) -> Iterator[Line]:
    """One line a STEP: signed and when, how far it is, skipped because they started later, or still to come."""
    for number in STEPS:
        name = pen.say("words.step", number=number)
        if number in stand.signed:
            day = pen.day_of(stand.signed[number])
            yield (Span(f"  {name} "), Span(f"{pen.glyphs.done} ", "ok"), Span(day, "dim"))
        elif number == stand.step:
            bar = pen.bar(stand.confirmed, stand.criteria, BAR)
            yield (Span(f"  {name} ", "strong"), *bar, Span(f" {stand.confirmed}/{stand.criteria}"))
        else:
            yield (Span(f"  {name}{' -' if number < stand.start else ''}", "dim"),)


def _waits(stand: RoleStand, held: Collection[str], today: date, pen: Pen) -> Iterator[Line]:
    """Waiting and returned claims, with the age of the oldest; marked where they are why the member is stuck."""
    for key, since, style in (("waiting", stand.waiting, ""), ("returned", stand.returned, "bad")):
        if since:
            days = (today - pen.calendar.day_of(since[0])).days
            mark = pen.glyphs.warn if key in held else " "
            text = pen.say(f"team.way.{key}", count=len(since), days=days)
            yield from pen.bullet(mark, text, style, "warn")
    if stand.is_ready:
        yield from pen.paragraph(pen.say("team.ready"), "strong", indent="  ")
