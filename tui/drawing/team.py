"""The team as lines: the cells of the heat map, who is stuck, mentors, months, duties, what comes next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from tui.drawing.marks import legend_line, mark_of
from tui.drawing.pen import Pen
from tui.progress.coverage import Coverage
from tui.progress.state import State
from tui.progress.team import Member, RoleStand, Stuck
from tui.progress.team_load import NOBODY, Closing, Load, MonthMovement
from tui.record import record
from tui.text.cells import width
from tui.text.line import Line, Row, Span, clip, column, line_width
from tui.workbook.wording.aloud import listed

SHARE: Final = (5, 3, 2)
"""The shares of the room that the bars of entries, decisions and sign-offs get."""
STEPS: Final = (1, 2, 3)
ROOMY: Final = 70
"""Fewest cells at which a reason stands on the person's line."""


@record
class Names:
    """Names by id.

    Args:
        roles: names of roles.
        people: names of people.
        duties: numbers of duties (B-1).
    """

    roles: Mapping[str, str]
    people: Mapping[str, str]
    duties: Mapping[str, str]

    def role(self, role: str) -> str:
        """The name of a role, or the id of one that the pack doesn't have."""
        return self.roles.get(role, role)

    def person(self, person: str) -> str:
        """The name of a person, or the id."""
        return self.people.get(person, person)

    def codes(self, duties: Sequence[str]) -> str:
        """The numbers of duties, with blanks between."""
        return " ".join(self.duties.get(duty, duty) for duty in duties)


# -- the heat map -------------------------------------------------------------------------------------------------


def cell(member: Member, role: str, pen: Pen) -> Line:
    """A cell of the heat map: the highest signed STEP, how far the next one is, what is to be done there.

    Where the terminal has shades, one between the two shows how many STEPs are signed, so that the map can be read at a
    glance.
    """
    stand = member.stand(role)
    if stand is None:
        return (Span(" ." if member.is_known else " ..", "dim"),)
    behind = (
        f"{stand.highest}{mark_of(State.SIGNED, pen).text}"
        if stand.highest
        else f"{stand.start - 1}{mark_of(State.SKIPPED, pen).text}"
        if stand.start > 1
        else "  "
    )
    shade = Span(pen.shade(stand.highest / len(STEPS) if stand.step else 1.0), "accent")
    if not stand.step:
        return (Span(behind, "ok"), shade)
    mark = mark_of(stand.state, pen)
    reached = Span(f"{stand.confirmed}/{stand.criteria}{mark.text}", mark.style)
    return (Span(behind), shade if shade.text else Span(" "), reached)


def map_legend(pen: Pen) -> str:
    """What the marks of the heat map mean."""
    return pen.say("team.legend", marks=legend_line(pen), warn=pen.glyphs.warn)


def quiet_days(member: Member, today: date, is_stuck: bool, pen: Pen) -> Line:
    """How many days ago the last entry was, with a mark where somebody is stuck."""
    days = f"{(today - member.newest).days:>4}" if member.newest else "   -"
    return (Span(pen.glyphs.warn if is_stuck else " ", "warn"), Span(days, "warn" if is_stuck else "dim"))


def cell_lines(
    member: Member, role: str, reasons: Sequence[Stuck], today: date, *, names: Names, pen: Pen
) -> Iterator[Line]:
    """Two lines about the cell under the cursor: where the member stands, and why they are stuck."""
    stand = member.stand(role)
    said = [Span(f"{member.name}  {names.role(role)}  ", "strong")]
    if stand is None:
        said.append(Span(pen.say("team.not_followed" if member.is_known else "team.unknown"), "dim"))
        followed = ", ".join(f"{names.role(each.role)} {each.step or each.highest}" for each in member.stands)
        said.append(Span(f"  ({followed})" if followed else "", "dim"))
    else:
        said.append(Span("  ".join(stand_texts(stand, pen))))
    yield clip(tuple(said), pen.width)
    texts = [why_text(each, pen) for each in reasons if each.role in {"", role}]
    texts += [
        pen.say("team.why.elsewhere", role=names.role(each.role), why=why_text(each, pen))
        for each in reasons
        if each.role not in {"", role}
    ]
    mark = () if pen.aloud else (Span(f"{pen.glyphs.warn} ", "warn"),)
    held_up = (*mark, Span("  ".join(texts))) if texts else (Span(pen.say("team.fine"), "dim"),)
    yield clip((*held_up, Span(f"  {last_text(member, today, pen)}", "dim")), pen.width)


def last_text(member: Member, today: date, pen: Pen) -> str:
    """The day of the last entry, and how many days ago it was."""
    if member.newest is None:
        return pen.say("team.no_entry")
    return pen.say("team.last_entry", day=member.newest.isoformat(), days=(today - member.newest).days)


def stand_texts(stand: RoleStand, pen: Pen) -> Iterator[str]:
    """What is signed, and how far the next STEP is."""
    if stand.highest:
        day = pen.day_of(stand.signed[stand.highest])
        yield pen.say("team.signed_on", number=stand.highest, day=day)
    if stand.step:
        yield pen.say("team.now", number=stand.step, confirmed=stand.confirmed, criteria=stand.criteria)
        if stand.waiting:
            yield pen.say("team.now.waiting", count=len(stand.waiting))
        if stand.returned:
            yield pen.say("team.now.returned", count=len(stand.returned))
    else:
        yield pen.say("team.all_signed")
    if stand.is_ready:
        yield pen.say("team.ready")


# -- lists --------------------------------------------------------------------------------------------------------


def why_text(each: Stuck, pen: Pen) -> str:
    """Why somebody is stuck, in a few words."""
    return pen.say(f"team.why.{each.why}", days=each.days, count=each.count)


def stuck_row(each: Stuck, names: Names, pen: Pen) -> Row:
    """Who is stuck, in which role, why, since when; on two lines where one has no room."""
    key = f"{each.why}:{each.role}:{each.member.id}"
    role, why = Span(names.role(each.role) if each.role else "", "dim"), Span(why_text(each, pen))
    since = Span(each.since.isoformat(), "dim")
    if pen.width < ROOMY:
        return Row((*pen.ends((Span(f"{each.member.name}  "), role), (since,)), (Span("    "), why)), key)
    gap = Span("  " if each.role else "")
    left = (*pen.column((Span(each.member.name),), name_width(pen)), role, gap, why)
    return Row(pen.ends(left, (since,)), key)


def load_rows(load: Load, today: date, names: Names, pen: Pen) -> Iterator[Row]:
    """A mentor with the counts, and below them the people whose claims wait."""
    who = pen.say("team.mentors.nobody") if load.mentor == NOBODY else names.person(load.mentor)
    if load.days is None:
        days = pen.say("team.mentors.no_days")
    else:
        days = pen.say("team.mentors.days", days=f"{load.days:.1f}")
    counts = {"trainees": load.trainees, "waiting": load.waiting, "confirmed": load.confirmed}
    counts |= {"returned": load.returned, "signed": load.signed}
    yield Row.of((Span(who, "bad" if load.mentor == NOBODY else "strong"),), f"mentor::{load.mentor}")
    if load.mentor != NOBODY:
        yield Row.of(pen.clip((Span("    "), Span(pen.say("team.mentors.line", **counts, days=days), "dim"))))
    for each in load.queue:
        left = (Span("  "), *pen.column((Span(each.member.name),), name_width(pen)), Span(names.role(each.role), "dim"))
        waits = pen.say(
            "team.mentors.waits", count=each.count, day=each.since.isoformat(), days=(today - each.since).days
        )
        yield Row(pen.ends(left, (Span(waits),)), f"{load.mentor}:{each.role}:{each.member.id}")


def movement_rows(moves: Sequence[MonthMovement], pen: Pen) -> Iterator[Row]:
    """One line a month, the newest first: bars of entries, confirmed claims and signed STEPs, and returned claims."""
    if pen.aloud:
        yield from (_month_aloud(each, pen) for each in reversed(moves))
        return
    last = pen.say("team.movement.returned")
    room = max(10, pen.width - len("2026-11  ") - 3 * len(" 99999  ") - width(last))
    bars = [room * share // sum(SHARE) for share in SHARE]
    most = [max((count(each) for each in moves), default=0) for count in (_entries, _confirmed, _signed)]
    spans = [Span("         ")]
    for name, cells in zip(("entries", "confirmed", "signed"), bars, strict=True):
        spans += column((Span(pen.say(f"team.movement.{name}"), "dim"),), cells + len(" 99999  "))
    yield Row.of((*spans, Span(last, "dim")))
    for each in reversed(moves):
        line: list[Span] = [Span(f"{each.month}  ", "dim")]
        for count, cells, top in zip((_entries, _confirmed, _signed), bars, most, strict=True):
            bar = pen.stroke(max(count(each) / top, 1 / cells), cells) if count(each) else ""
            line += [Span(bar, "accent"), Span(" " * (cells - len(bar)))]
            line.append(Span(f" {count(each) or '-':>5}  ", "" if count(each) else "dim"))
        line.append(Span(f"{each.returned or '-':>5}", "warn" if each.returned else "dim"))
        yield Row.of(clip(tuple(line), pen.width))


def _month_aloud(each: MonthMovement, pen: Pen) -> Row:
    counts = {"entries": each.entries, "confirmed": each.confirmed, "signed": each.signed, "returned": each.returned}
    return Row.of((Span(pen.say("plain.movement", month=each.month, **counts)),))


def _entries(moves: MonthMovement) -> int:
    return moves.entries


def _confirmed(moves: MonthMovement) -> int:
    return moves.confirmed


def _signed(moves: MonthMovement) -> int:
    return moves.signed


@record
class DutyLine:
    """A duty, and who covers it.

    Args:
        id: of the duty.
        code: as printed.
        name: as printed.
        found: who covers it; None where no STEP trains for it.
    """

    id: str
    code: str
    name: str
    found: Coverage | None


def duty_row(duty: DutyLine, names: Names, pen: Pen) -> Row:
    """A duty, how many people stand on which STEP for it, and who is the only one."""
    found = duty.found
    if found is None:
        counts, remark = "   -   -   -", Span(pen.say("team.coverage.unmapped"), "dim")
    else:
        counts = "".join(f"{len(found.at(step)) or '-':>4}" for step in STEPS)
        if found.only:
            remark = Span(pen.say("team.coverage.only", name=names.person(found.only)))
        elif not found.everybody:
            remark = Span(pen.say("team.coverage.nobody"), "bad")
        else:
            remark = Span("")
    if pen.aloud:
        at = [pen.say("plain.coverage", step=step, count=len(found.at(step))) for step in STEPS] if found else []
        return Row.of((Span(f"{duty.code} {duty.name}  "), Span(f"{listed(at, pen.lang)}  "), remark), duty.id)
    remarks = max(22, pen.width // 4)
    cells = max(10, pen.width - remarks - len(counts) - 2)
    name = (Span(f"{duty.code:4} "), Span(duty.name))
    said = (Span(counts), Span("  "), *pen.clip((remark,), remarks))
    if pen.flat and line_width(name) > cells:
        return Row((name, (Span(" " * cells), *said)), duty.id)
    return Row.of((*column(name, cells), *said), duty.id)


def closing_row(each: Closing, names: Names, pen: Pen) -> Row:
    """A member's next STEP, how many criteria of it are left, and the duties whose gap it would close."""
    who = (Span(each.member.name), Span(f"  {names.role(each.role)} STEP {each.step}", "dim"))
    left = pen.say("team.closing.left" if each.left else "team.ready", left=each.left)
    lines = list(pen.ends(who, (Span(left, "" if each.left else "ok"),)))
    for key, duties, style in (("first", each.first, "ok"), ("second", each.second, "")):
        if duties:
            text = pen.say(f"team.closing.{key}", count=len(duties), duties=names.codes(duties))
            lines += (pen.clip(line) for line in pen.flow((Span("    "),), text, style))
    return Row(tuple(lines), f"{each.step}:{each.role}:{each.member.id}")


def name_width(pen: Pen) -> int:
    """Cells of a name in a list."""
    return pen.width // 5 if pen.aloud else max(12, min(24, pen.width // 5))


def label_width(members: Sequence[Member], most: int) -> int:
    """Cells of the labels: as wide as the widest name, within reason."""
    return max(8, min(most, max((width(member.name) for member in members), default=0) + 2))
