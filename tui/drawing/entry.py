"""An entry on one line, or whole; wrapped where nothing is cut."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Final

from tui.drawing.pen import Pen
from tui.journal.event import Entry, Evidence
from tui.record import record
from tui.text.cells import width
from tui.text.line import Line, Span
from tui.workbook.wording.aloud import entry_aloud
from tui.workbook.wording.standings import SHORT, entry_amount


@record
class EntryColumns:
    """Widths in cells of the parts of entries in a list; for a single entry each part takes what it needs."""

    day: int = 0
    amount: int = 0
    level: int = 0


BY_ITSELF: Final = EntryColumns()


def columns_of(entries: Iterable[Entry], pen: Pen) -> EntryColumns:
    """Columns that are wide enough for all of *entries*."""
    parts = [(pen.short_day(each.day), entry_amount(each), _level(each, pen)) for each in entries]
    return EntryColumns(*(max(map(width, column)) for column in zip(*parts, strict=True))) if parts else BY_ITSELF


def entry_head(entry: Entry, pen: Pen, *, year: bool = False, columns: EntryColumns = BY_ITSELF) -> Line:
    """``11-20 x1 ペア``: day, amount, supervision; before them the beginning of its id where ids are typed.

    The day is shown with its year if that isn't the current one, or if *year* is set.
    """
    day = entry.day.isoformat() if year or pen.flat else _padded(pen.short_day(entry.day), columns.day)
    return (
        *([Span(f"{entry.id[:SHORT]}  ", "dim")] if pen.flat else ()),
        Span(f"{day} "),
        Span(f"{_padded(entry_amount(entry), columns.amount)} "),
        Span(f"{_padded(_level(entry, pen), columns.level)}  ", "dim"),
    )


def _level(entry: Entry, pen: Pen) -> str:
    return pen.say(f"words.short.{entry.supervision}")


def _padded(text: str, cells: int) -> str:
    return text + " " * (cells - width(text))


def entry_lines(entry: Entry, pen: Pen, about: str = "", columns: EntryColumns = BY_ITSELF) -> Iterator[Line]:
    """``11-20 x1 ペア  メモ ~ [1]``: its head, what it is about, note; ``~`` where it was corrected; its evidence.

    Evidence is counted; where nothing can be opened it is named.
    """
    if pen.aloud:
        yield tuple(Span(f"{part}  ") for part in entry_aloud(entry, pen.lang, about.rstrip()))
        return
    head: Line = (*entry_head(entry, pen, columns=columns), *([Span(f"{about}  ")] if about else ()))
    marks = ["~"] if entry.corrected else []
    if pen.flat:
        refs = (f"[{evidence.ref}]" for evidence in entry.evidence)
        yield from pen.flow(head, " ".join(part for part in (entry.note, *marks, *refs) if part))
        return
    marks += [f"[{len(entry.evidence)}]"] if entry.evidence else []
    yield (*head, Span(entry.note), *(Span(f" {mark}", "dim") for mark in marks))


def whole_entry_lines(
    entry: Entry,
    pen: Pen,
    known: Callable[[Evidence], Iterable[Line]] | None = None,
    *,
    year: bool = False,
    columns: EntryColumns = BY_ITSELF,
) -> Iterator[Line]:
    """An entry with every word of its note and every piece of its evidence.

    Args:
        entry: the entry.
        pen: language, marks, width.
        known: gives lines to show below a piece of evidence.
        year: whether its day is shown with the year, even if that is the current one.
        columns: those of the entries above and below it.
    """
    if pen.aloud:
        yield tuple(Span(f"{part}  ") for part in entry_aloud(replace(entry, note=""), pen.lang))
    else:
        marks = [*(["~"] if entry.corrected else ()), *([f"[{len(entry.evidence)}]"] if entry.evidence else ())]
        yield pen.clip(
            (*entry_head(entry, pen, year=year, columns=columns), *(Span(f" {mark}", "dim") for mark in marks))
        )
    for text in entry.note.splitlines():
        yield from pen.paragraph(text, indent="    ")
    for evidence in entry.evidence:
        digest = f"  sha256:{evidence.sha256}" if evidence.sha256 else ""
        yield from pen.narrower(4).bullet("    -", f"{evidence.ref}{digest}", "dim", "dim")
        yield from known(evidence) if known else ()
