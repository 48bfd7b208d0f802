"""A claim as its reviewer sees it: what is asked, what it rests on, what has changed since, what was said before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from tui.drawing.criterion import rule_lines
from tui.drawing.entry import entry_head
from tui.drawing.marks import standing_lines, tick_mark
from tui.drawing.pen import Pen
from tui.drawing.thread import turn_lines
from tui.journal.event import Entry, Evidence
from tui.record import record
from tui.text.line import GAP, Line, Row, Span
from tui.workbook.aloud import entry_aloud
from tui.workbook.evidence import Outcome
from tui.workbook.reviewing import Waiting
from tui.workbook.thread import Thread, turns
from tui.workbook.wording import moved_texts


@record
class Said:
    """What was said around a claim.

    Args:
        thread: the rounds, its own among them.
        forks: writer and number of which there are two events, of the chains about the trainee.
        evidence: what became of the files that were looked at.
    """

    thread: Thread
    forks: Sequence[tuple[str, int]] = ()
    evidence: Mapping[Evidence, Outcome] = MappingProxyType({})


def claim_sheet(waiting: Waiting, entries: Sequence[Entry], said: Said, pen: Pen) -> list[Row]:
    """The rows of a claim.

    Args:
        waiting: the claim.
        entries: those that it rests on and that are still there, oldest first.
        said: what was said around it.
        pen: language, marks, width.
    """
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
    rows += [GAP, Row.of(pen.heading(pen.say("screens.review.rests_on", count=len(entries))))]
    for entry in entries:
        rows.append(Row(tuple(_entry(entry, said.evidence, pen))))
    if not entries:
        rows.append(Row(tuple(pen.warning(pen.say("screens.review.no_entries")))))
    rows += [GAP, Row.of(pen.heading(pen.say("screens.points.title")))]
    for point in waiting.view.criterion.points:
        mark = tick_mark(point.id in waiting.view.ticked, pen)
        rows.append(Row(tuple(pen.bullet(mark.text, pen.of(point.text), mark_style=mark.style))))
    claim = waiting.view.round.claim.id if waiting.view.round else ""
    thread = turn_lines(turns(said.thread, pen.lang, claim=claim), pen)
    if lines := tuple(thread):
        rows += [GAP, Row.of(pen.heading(pen.say("screens.review.thread"))), Row(lines)]
    return rows


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


def _entry(entry: Entry, seen: Mapping[Evidence, Outcome], pen: Pen) -> Iterator[Line]:
    """An entry whole: whoever confirms it vouches for every word of its note and every piece of its evidence."""
    if pen.aloud:
        yield tuple(Span(f"{part}  ") for part in entry_aloud(replace(entry, note=""), pen.lang))
    else:
        yield _entry_head(entry, pen)
    for text in entry.note.splitlines():
        yield from pen.paragraph(text, indent="    ")
    for evidence in entry.evidence:
        digest = f"  sha256:{evidence.sha256}" if evidence.sha256 else ""
        yield from pen.narrower(4).bullet("    -", f"{evidence.ref}{digest}", "dim", "dim")
        outcome = seen.get(evidence)
        if outcome is not None:
            mark, style = (pen.glyphs.done, "ok") if outcome is Outcome.SAME else (pen.glyphs.warn, "warn")
            text = pen.say(f"screens.evidence.{outcome}")
            yield from pen.paragraph(text) if pen.aloud else pen.bullet(f"      {mark}", text, mark_style=style)


def _entry_head(entry: Entry, pen: Pen) -> Line:
    """Day, amount and supervision, with the marks behind them."""
    marks = [*(["~"] if entry.corrected else ()), *([f"[{len(entry.evidence)}]"] if entry.evidence else ())]
    return pen.clip((*entry_head(entry, pen, year=True), *(Span(f" {mark}", "dim") for mark in marks)))
