"""A claim as its reviewer sees it: what is asked, what it rests on, what has changed since, what was said before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from tui.drawing.criterion import rule_lines
from tui.drawing.entry import entry_head
from tui.drawing.marks import standing_lines, tick_mark
from tui.drawing.pen import Pen
from tui.journal.event import Entry, Evidence
from tui.journal.review import Comment, Decision
from tui.progress.review import Round
from tui.record import record
from tui.text.line import GAP, Line, Row, Span
from tui.trust.signature_state import SignatureState
from tui.workbook.calling import labels
from tui.workbook.days import day_of
from tui.workbook.evidence import Outcome
from tui.workbook.reviewing import Waiting
from tui.workbook.wording import decision_text, ignored_text, moved_texts, signature_text, taken_back_text


@record
class Said:
    """What was said around a claim.

    Args:
        rounds: the rounds, oldest first, its own among them.
        signatures: by decision, what its signature is worth.
        comments: the remarks on it, oldest first.
        people: names by id.
        forks: writer and number of which there are two events, of the chains about the trainee.
        evidence: what became of the files that were looked at.
    """

    rounds: Sequence[Round]
    signatures: Mapping[str, SignatureState]
    comments: Sequence[Comment]
    people: Mapping[str, str]
    forks: Sequence[tuple[str, int]] = ()
    evidence: Mapping[Evidence, Outcome] = MappingProxyType({})


def said_of(
    waiting: Waiting, forks: Sequence[tuple[str, int]] = (), evidence: Mapping[Evidence, Outcome] = MappingProxyType({})
) -> Said:
    """What was said around a claim that waits.

    Raises:
        JournalError: the journal can't be read.
    """
    book, claim = waiting.book, waiting.view.round.claim if waiting.view.round else None
    found = book.rounds_on(claim.item) if claim else ()
    signatures = {str(each.id): book.signature_of(each.id) for round_ in found for each in decisions_of(round_)}
    comments = book.journal.comments(claim.id) if claim else ()
    return Said(found, signatures, comments, labels(book), forks, evidence)


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
        text = pen.say("screens.review.fork", writer=writer, n=n, more=len(said.forks) - 1)
        rows += [GAP, Row(tuple(pen.bullet(pen.glyphs.warn, text, "bad", "bad")))]
    moved = waiting.view.moved
    if moved:
        changed: list[Line] = [pen.heading(pen.say("screens.review.moved"))]
        changed += [line for text in moved_texts(moved, pen.lang) for line in pen.bullet("-", text, "warn", "warn")]
        rows += [GAP, Row(tuple(changed))]
    rows += [GAP, Row.of(pen.heading(pen.say("screens.review.rests_on", count=len(entries))))]
    for entry in entries:
        rows.append(Row(tuple(_entry(entry, said.evidence, pen))))
    if not entries:
        rows.append(Row(tuple(pen.paragraph(pen.say("screens.review.no_entries"), "warn"))))
    rows += [GAP, Row.of(pen.heading(pen.say("screens.points.title")))]
    for point in waiting.view.criterion.points:
        mark = tick_mark(point.id in waiting.view.ticked, pen)
        rows.append(Row(tuple(pen.bullet(mark.text, pen.of(point.text), mark_style=mark.style))))
    thread = [*_thread(said, waiting, pen), *_comments(said.comments, said.people, pen)]
    if thread:
        rows += [GAP, Row.of(pen.heading(pen.say("screens.review.thread"))), Row(tuple(thread))]
    return rows


def _head(waiting: Waiting, pen: Pen) -> Iterator[Line]:
    view = waiting.view
    claim = view.round.claim if view.round else None
    yield from pen.title_of(pen.named(view.criterion.id, pen.of(view.criterion.name)), view.criterion)
    name = f"{waiting.book.label} ({waiting.book.trainee})" if pen.flat else waiting.book.label
    where = f"{pen.of(waiting.role.name)} STEP {waiting.step.number}"
    day = day_of(waiting.recorded)
    yield from pen.paragraph(pen.say("screens.review.claimed", name=name, where=where, day=day), "dim")
    if claim is not None and claim.comment:
        yield from pen.bullet(">", claim.comment, mark_style="accent")
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
    marks = [*(["~"] if entry.corrected else ()), *([f"[{len(entry.evidence)}]"] if entry.evidence else ())]
    yield pen.clip((*entry_head(entry, pen, year=True), *(Span(f" {mark}", "dim") for mark in marks)))
    for text in entry.note.splitlines():
        yield from pen.paragraph(text, indent="    ")
    for evidence in entry.evidence:
        digest = f"  sha256:{evidence.sha256}" if evidence.sha256 else ""
        yield from pen.narrower(4).bullet("    -", f"{evidence.ref}{digest}", "dim", "dim")
        outcome = seen.get(evidence)
        if outcome is not None:
            mark, style = (pen.glyphs.done, "ok") if outcome is Outcome.SAME else (pen.glyphs.warn, "warn")
            text = pen.say(f"screens.evidence.{outcome}")
            yield from pen.paragraph(f"{mark} {text}", style, indent="      ")


def _thread(said: Said, waiting: Waiting, pen: Pen) -> Iterator[Line]:
    """The rounds: claimed when, decided by whom, and why; of the one that is looked at only what counts for nothing."""
    for each in said.rounds:
        if waiting.view.round is None or each.claim.id != waiting.view.round.claim.id:
            text = pen.say("screens.review.round", day=day_of(each.claim.recorded), comment=each.claim.comment)
            yield from pen.bullet("-", text, mark_style="dim")
        for decision in decisions_of(each):
            by = said.people.get(decision.author, decision.author)
            yield from pen.paragraph(decision_text(decision, said.people, pen.lang), "dim", indent="  ")
            if decision == each.decision and (back := taken_back_text(each, pen.lang)):
                yield from pen.bullet(pen.glyphs.warn, back, "warn", "warn")
            signature = signature_text(said.signatures[decision.id], pen.lang, by)
            yield from pen.paragraph(signature, "dim", indent="  ")
        for ignored in each.ignored:
            yield from pen.bullet(pen.glyphs.warn, ignored_text(ignored, said.people, pen.lang), "warn", "warn")


def decisions_of(found: Round) -> tuple[Decision, ...]:
    """Every decision on a claim that held or holds, oldest first."""
    return (*found.before, *((found.decision,) if found.decision is not None else ()))


def _comments(comments: Sequence[Comment], people: Mapping[str, str], pen: Pen) -> Iterator[Line]:
    for each in comments:
        by = people.get(each.author, each.author)
        for number, text in enumerate(each.text.splitlines()):
            lead = f"{day_of(each.recorded)} {by}: " if number == 0 else ""
            yield from pen.bullet("-" if number == 0 else " ", f"{lead}{text}", mark_style="dim")
