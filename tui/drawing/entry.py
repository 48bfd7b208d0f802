"""An entry on one line, or whole; wrapped where nothing is cut."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from tui.drawing.pen import Pen
from tui.journal.event import Entry, Evidence
from tui.text.line import Line, Span
from tui.workbook.aloud import entry_aloud
from tui.workbook.wording import SHORT, entry_amount


def entry_head(entry: Entry, pen: Pen, *, year: bool = False) -> Line:
    """``11-20 x1 ペア``: day, amount, supervision; before them the beginning of its id where ids are typed.

    The day has its year where that isn't this one.
    """
    return (
        *([Span(f"{entry.id[:SHORT]}  ", "dim")] if pen.flat else ()),
        Span(f"{entry.day.isoformat() if year or pen.flat else pen.short_day(entry.day)} "),
        Span(f"{entry_amount(entry)} "),
        Span(f"{pen.say(f'words.short.{entry.supervision}')}  ", "dim"),
    )


def entry_lines(entry: Entry, pen: Pen, about: str = "") -> Iterator[Line]:
    """``11-20 x1 ペア  メモ ~ [1]``: its head, what it is about, note; ``~`` where it was corrected; its evidence.

    Evidence is counted; where nothing can be opened it is named.
    """
    if pen.aloud:
        yield tuple(Span(f"{part}  ") for part in entry_aloud(entry, pen.lang, about))
        return
    head: Line = (*entry_head(entry, pen), *([Span(f"{about}  ")] if about else ()))
    marks = ["~"] if entry.corrected else []
    if pen.flat:
        refs = (f"[{evidence.ref}]" for evidence in entry.evidence)
        yield from pen.flow(head, " ".join(part for part in (entry.note, *marks, *refs) if part))
        return
    marks += [f"[{len(entry.evidence)}]"] if entry.evidence else []
    yield (*head, Span(entry.note), *(Span(f" {mark}", "dim") for mark in marks))


def whole_entry_lines(
    entry: Entry, pen: Pen, known: Callable[[Evidence], Iterable[Line]] | None = None, *, year: bool = False
) -> Iterator[Line]:
    """An entry with every word of its note and every piece of its evidence.

    Args:
        entry: the entry.
        pen: language, marks, width.
        known: what to say below a piece of evidence.
        year: whether its day has its year also where that is this one.
    """
    if pen.aloud:
        yield tuple(Span(f"{part}  ") for part in entry_aloud(replace(entry, note=""), pen.lang))
    else:
        marks = [*(["~"] if entry.corrected else ()), *([f"[{len(entry.evidence)}]"] if entry.evidence else ())]
        yield pen.clip((*entry_head(entry, pen, year=year), *(Span(f" {mark}", "dim") for mark in marks)))
    for text in entry.note.splitlines():
        yield from pen.paragraph(text, indent="    ")
    for evidence in entry.evidence:
        digest = f"  sha256:{evidence.sha256}" if evidence.sha256 else ""
        yield from pen.narrower(4).bullet("    -", f"{evidence.ref}{digest}", "dim", "dim")
        yield from known(evidence) if known else ()
