"""How far a criterion is, as text: its rule, its points, what leads there, its entries."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from tui.curriculum.decode_rule import kind_of
from tui.curriculum.model import Criterion
from tui.journal.event import Entry
from tui.progress.counting import Uncounted
from tui.progress.standing import Standing
from tui.workbook.counting_words import asked_text, uncounted_text
from tui.workbook.naming import title_of
from tui.workbook.views import CriterionView
from tui.workbook.wording import (
    SHORT,
    before_texts,
    entry_amount,
    gauge_text,
    ignored_text,
    moved_texts,
    number_origin,
    round_text,
    signature_text,
    taken_back_text,
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
        signature = [signature_text(view.signature, lang, view.by)] if view.signature else []
        ignored = [ignored_text(each, view.people, lang) for each in view.round.ignored] if view.round else []
        back = [text] if (text := taken_back_text(view.round, lang)) else []
        said = (*signature, *back, *before_texts(view, lang), *ignored, *moved_texts(view.moved, lang))
        return "  ".join((round_text(view, lang), *said))
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
