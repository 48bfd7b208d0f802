"""How far a criterion is, as text: its rule, its points, what leads there, its entries."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from tui.cli.log import SHORT
from tui.curriculum.decode_rule import kind_of
from tui.curriculum.model import Criterion
from tui.drawing.pen import Pen
from tui.drawing.thread import turn_lines
from tui.journal.event import Entry
from tui.progress.counting import Uncounted
from tui.progress.standing import Standing
from tui.text.line import flat_text
from tui.workbook.counting_words import asked_text, uncounted_text
from tui.workbook.naming import title_of
from tui.workbook.thread import remark_text, thread_of, turns_beside
from tui.workbook.views import CriterionView, State
from tui.workbook.wording import (
    entry_amount,
    gauge_text,
    moved_texts,
    number_origin,
    round_text,
    signature_text,
)

if TYPE_CHECKING:
    from tui.cli.pieces import Pieces

SHOWN: Final = 20
"""Entries listed, the newest ones; ``--json`` has them all."""


def write_progress(sheet: Pieces, criterion: Criterion) -> None:
    """Write everything of a criterion but its text; where nobody has begun, only what the pack says."""
    book, cli = sheet.book, sheet.cli
    sheet.heading(f"words.rule.{kind_of(criterion.rule)}")
    if asked := asked_text(criterion, cli.lang):
        cli.out.line(asked)
    view = book.view(criterion) if book else None
    if view is not None:
        for line in _standing(sheet, view.standing):
            cli.out.line(line)
        cli.out.line(_state(sheet, view))
        _write_thread(sheet, view)
    if view is None:
        sheet.heading("words.kind.point")
    else:
        sheet.heading("screens.points", done=view.points_done, total=len(criterion.points))
    for point in criterion.points:
        ticked = view is not None and point.id in view.ticked
        cli.out.line(f"{sheet.mark(ticked)}{point.id}  {cli.of(point.text)}{'' if point.see else ' *'}")
    sheet.heading("screens.leads")
    found = (sheet.pack.find(lead) for lead in criterion.leads)
    sheet.listed((thing.id, title_of(thing)) for thing in found if thing is not None)
    if book is not None:
        newest = book.newest(criterion, SHOWN)
        sheet.heading("screens.entries", count=newest.total)
        for entry in reversed(newest.entries):
            cli.out.line(_entry(sheet, entry, newest.uncounted.get(entry.id)))


def _write_thread(sheet: Pieces, view: CriterionView) -> None:
    """What was said about it, from the first claim on."""
    assert sheet.book is not None  # there is something to say of it only then
    thread = thread_of(sheet.book, view.criterion)
    if remark := remark_text(view, thread, sheet.cli.lang):
        sheet.bullet(remark, "> ")
    said = turns_beside(view, thread, sheet.cli.lang)
    if said:
        sheet.heading("screens.review.thread")
    for line in turn_lines(said, Pen(sheet.cli.lang, sheet.cli.glyphs, sheet.cli.out.width)):
        sheet.cli.out.line(flat_text(line))


def _standing(sheet: Pieces, standing: Standing) -> Iterator[str]:
    lang = sheet.cli.lang
    for gauge in standing.gauges if standing.rule != "attest" else ():  # its points stand below
        label = f"{sheet.cli.say('screens.hole')} " if gauge.at_most and gauge.unit == "days" else ""
        yield f"{label}{gauge_text(gauge, lang)}  {number_origin(gauge, lang)}".rstrip()
    if standing.missing and standing.rule != "attest":
        names = (sheet.pack.find(each) for each in standing.missing)
        shown = [
            sheet.cli.of(title_of(thing)) if thing else each
            for thing, each in zip(names, standing.missing, strict=True)
        ]
        yield sheet.cli.say("screens.missing", names=", ".join(shown))
    for part in standing.parts:
        yield from _standing(sheet, part)


def _state(sheet: Pieces, view: CriterionView) -> str:
    lang = sheet.cli.lang
    if view.round is not None or view.waiver is not None:
        is_alone = view.state in {State.WAIVED, State.RETURNED}
        signature = [signature_text(view.signature, lang, view.by)] if is_alone and view.signature else []
        return "  ".join((round_text(view, lang), *signature, *moved_texts(view.moved, lang)))
    if view.standing.unset:
        return sheet.cli.say("screens.needs_number", keys=", ".join(view.standing.unset))
    return sheet.cli.say(f"words.state.{view.state}")


def _entry(sheet: Pieces, entry: Entry, why: Uncounted | None) -> str:
    """``3f2a91c0  2026-11-20  x1  ペア  note``; in brackets, and why, where it doesn't count; ``~``: corrected."""
    level = sheet.cli.say(f"words.short.{entry.supervision}")
    mark = " ~" if entry.corrected else ""
    refs = "".join(f"  [{evidence.ref}]" for evidence in entry.evidence)
    text = f"{entry.id[:SHORT]}  {entry.day.isoformat()}  {entry_amount(entry)}  {level}  {entry.note}{mark}{refs}"
    return f"({text})  {uncounted_text(why, entry.supervision, sheet.cli.lang)}" if why else text
