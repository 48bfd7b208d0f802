"""The queue of a mentor: STEPs to sign, claims that wait, and the key and the folder by which it is signed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tui.drawing.marks import tick_mark
from tui.drawing.pen import Pen
from tui.record import record
from tui.text.line import GAP, Line, Row, Span, clip, line_width
from tui.trust.folder_state import FolderKind
from tui.workbook.mentor.reviewing import Waiting
from tui.workbook.mentor.signoff import Signable
from tui.workbook.setup.reviewer import Reviewer
from tui.workbook.standings.workbook import Workbook
from tui.workbook.wording.distrust import distrust_text, folder_text


@record
class QueueShown:
    """What is shown of a queue.

    Args:
        steps: the STEPs that can be signed, by key.
        shown: the claims that pass the filter, by the hash of the claim.
        marked: the hashes of those that are marked.
        text: what is filtered for, or empty.
        looks_back: whether the queue lists confirmed claims that can still be returned.
    """

    steps: Mapping[str, Signable]
    shown: Mapping[str, Waiting]
    marked: frozenset[str]
    text: str
    looks_back: bool


def queue_rows(listed: QueueShown, reviewer: Reviewer, book: Workbook, pen: Pen) -> Iterator[Row]:
    """A row for each STEP and claim; a single row that says so where there is none."""
    if not listed.shown and (listed.text or not listed.steps):
        nothing = "screens.review.nothing_decided" if listed.looks_back else "screens.review.nothing"
        key = "screens.review.nothing_such" if listed.text else nothing
        yield Row(tuple(pen.paragraph(pen.say(key, text=listed.text), "dim")))
    room = pen.width - 1  # the cursor takes a cell of its line, where it would hide a mark
    for key, step in listed.steps.items():
        title: Line = (Span("* ", "accent"), Span(pen.say("screens.sign.row", number=step.step.number)))
        whose = Span(f"    {step.book.label}  {step.step.id}", "dim")
        yield Row((clip(title, room), clip((whose,), room)), key)
    for key, each in listed.shown.items():
        mark = Span(pen.glyphs.done, "ok") if listed.looks_back else _mark(key in listed.marked, pen)
        moved = Span(f" {pen.glyphs.warn}", "warn") if each.view.moved else Span("")
        title = clip((mark, Span(f" {pen.of(each.view.criterion.name)}")), room - line_width((moved,)))
        about = Span(f"    {each.book.label}  {each.step.id}", "dim")
        yield Row(((*title, moved), clip((about,), room)), key)
    yield GAP
    yield Row(tuple(trust_lines(reviewer, book, pen)))


def _mark(is_marked: bool, pen: Pen) -> Span:
    if pen.aloud:
        return Span(pen.say("plain.marked") if is_marked else "")
    return tick_mark(is_marked, pen)


def trust_lines(reviewer: Reviewer, book: Workbook, pen: Pen) -> Iterator[Line]:
    """The key that signs what is decided here, and the trust folder by which it is checked."""
    signer = reviewer.signer
    key = "screens.review.signs" if signer else "screens.review.signs_not"
    yield from pen.paragraph(pen.say(key, name=signer.name if signer else ""), "dim")
    folder = book.authority.folder
    if folder is not None and folder.state.kind is not FolderKind.NONE:
        style = "dim" if folder.as_it_lies.state.is_usable else "bad"
        yield from pen.paragraph(folder_text(folder.as_it_lies, pen.lang), style)
        if folder.present is not None:
            yield from pen.paragraph(distrust_text(folder, pen.lang), "bad")
