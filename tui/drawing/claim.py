"""A claim as its reviewer sees it: what is asked, what it rests on, what has changed since, what was said before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from tui.drawing.criterion import reading_rows, rule_lines
from tui.drawing.entry import columns_of, whole_entry_lines
from tui.drawing.marks import standing_lines, tick_mark
from tui.drawing.pen import Pen
from tui.drawing.thread import turn_lines
from tui.journal.event import Entry, Evidence
from tui.record import record
from tui.text.line import GAP, Line, Row, Span
from tui.workbook.audit.evidence import EvidenceOutcome
from tui.workbook.mentor.reviewing import Waiting
from tui.workbook.wording.standings import moved_texts
from tui.workbook.wording.thread import Thread, turns


@record
class ClaimContext:
    """What was said around a claim.

    Args:
        thread: the rounds, its own among them.
        forks: forks of the chains about the trainee: writer, and the first number that two events have.
        evidence: the result for each evidence file that was checked.
    """

    thread: Thread
    forks: Sequence[tuple[str, int]] = ()
    evidence: Mapping[Evidence, EvidenceOutcome] = MappingProxyType({})


def claim_sheet(waiting: Waiting, entries: Sequence[Entry], said: ClaimContext, pen: Pen) -> list[Row]:
    """The rows of a claim.

    Args:
        waiting: the claim.
        entries: those that it rests on and that are still there, oldest first.
        said: what was said around it.
        pen: language, marks, width.
    """
    rests_on, thread = _basis_rows(entries, said, pen), _thread_rows(waiting, said, pen)
    points = _point_rows(waiting, pen)
    return [*_asked_rows(waiting, said, pen), GAP, *rests_on, GAP, *points, *([GAP, *thread] if thread else [])]


def claimed_sheet(waiting: Waiting, said: ClaimContext, pen: Pen) -> list[Row]:
    """What is asked and what has changed since, where entries and thread stand in a pane of their own."""
    return [*_asked_rows(waiting, said, pen), GAP, *_point_rows(waiting, pen)]


def basis_sheet(waiting: Waiting, entries: Sequence[Entry], said: ClaimContext, pen: Pen) -> list[Row]:
    """What a claim rests on and what was said before: what ``claimed_sheet`` leaves out."""
    rests_on, thread = _basis_rows(entries, said, pen), _thread_rows(waiting, said, pen)
    return [*rests_on, GAP, *thread] if thread else rests_on


def _asked_rows(waiting: Waiting, said: ClaimContext, pen: Pen) -> list[Row]:
    rows = [Row(tuple(_head(waiting, pen)))]
    for writer, n in said.forks[:1]:
        more = len(said.forks) - 1
        text = pen.say("screens.review.forks" if more else "screens.review.fork", writer=writer, n=n, more=more)
        rows += [GAP, Row(tuple(pen.bullet(pen.glyphs.warn, text, "bad", "bad")))]
    moved = waiting.view.moved
    if moved:
        changed: list[Line] = [pen.heading(pen.say("screens.review.moved"))]
        changed += [line for text in moved_texts(moved, pen.lang) for line in pen.bullet("-", text, mark_style="warn")]
        rows += [GAP, Row(tuple(changed))]
    return rows


def _basis_rows(entries: Sequence[Entry], said: ClaimContext, pen: Pen) -> list[Row]:
    """The entries, uncut: whoever confirms them vouches for every word of a note and every piece of evidence."""

    def known(evidence: Evidence) -> Iterator[Line]:
        return _looked_at(said.evidence, evidence, pen)

    rows = [Row.of(pen.heading(pen.say("screens.review.rests_on", count=len(entries))))]
    columns = columns_of(entries, pen)
    rows += [Row(tuple(whole_entry_lines(entry, pen, known, year=True, columns=columns))) for entry in entries]
    if not entries:
        rows.append(Row(tuple(pen.warning(pen.say("screens.review.no_entries")))))
    return rows


def _point_rows(waiting: Waiting, pen: Pen) -> list[Row]:
    rows = [Row.of(pen.heading(pen.say("screens.points.title")))]
    for point in waiting.view.criterion.points:
        mark = tick_mark(point.id in waiting.view.ticked, pen)
        rows.append(Row(tuple(pen.bullet(mark.text, pen.of(point.text), mark_style=mark.style))))
    rows += [Row(each.lines) for each in reading_rows(waiting.view, pen)]
    return rows


def _thread_rows(waiting: Waiting, said: ClaimContext, pen: Pen) -> list[Row]:
    claim = waiting.view.round.claim.id if waiting.view.round else ""
    lines = tuple(turn_lines(turns(said.thread, pen.lang, claim=claim), pen))
    return [Row.of(pen.heading(pen.say("screens.review.thread"))), Row(lines)] if lines else []


def _head(waiting: Waiting, pen: Pen) -> Iterator[Line]:
    view = waiting.view
    claim = view.round.claim if view.round else None
    yield from pen.title_of(pen.named(view.criterion.id, pen.of(view.criterion.name)), view.criterion)
    name = f"{waiting.book.label} ({waiting.book.trainee})" if pen.flat else waiting.book.label
    where = f"{pen.of(waiting.role.name)} STEP {waiting.step.number}"
    day = pen.day_of(waiting.recorded)
    yield from pen.paragraph(pen.say("screens.review.claimed", name=name, where=where, day=day), "dim")
    if claim is not None and claim.comment:
        yield from pen.bullet(">", claim.comment, mark_style="dim")
    yield ()
    yield from pen.paragraph(pen.of(view.criterion.text))
    yield from pen.notes(view.criterion)
    yield ()
    yield from rule_lines(view.criterion, pen)
    yield from standing_lines(view.standing, pen)
    for key, value in claim.policy.items() if claim else ():
        yield (Span(pen.say("screens.review.number", name=key, value=value), "dim"),)


def _looked_at(seen: Mapping[Evidence, EvidenceOutcome], evidence: Evidence, pen: Pen) -> Iterator[Line]:
    """The result of checking the file of a piece of evidence, where it was checked."""
    outcome = seen.get(evidence)
    if outcome is not None:
        mark, style = (pen.glyphs.done, "ok") if outcome is EvidenceOutcome.SAME else (pen.glyphs.warn, "warn")
        text = pen.say(f"screens.evidence.{outcome}")
        yield from pen.paragraph(text) if pen.aloud else pen.bullet(f"      {mark}", text, mark_style=style)
