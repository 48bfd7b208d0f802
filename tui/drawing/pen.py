"""The settings of every drawing: language, marks, width."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from math import ceil
from typing import TYPE_CHECKING, Protocol

from tui.calendar import SYSTEM, Calendar
from tui.curriculum.model import Text
from tui.lang import Lang, say
from tui.record import record
from tui.text.glyphs import Glyphs
from tui.text.kinsoku import wrap
from tui.text.line import Line, Span, clip, column, justify, line_width

if TYPE_CHECKING:
    from tui.curriculum.pack import Pack

LOCAL = "@"
"""The mark of what the organisation's overlay adds."""


class Noted(Protocol):
    """A thing with a note and a remark."""

    @property
    def note(self) -> Text:
        """From the pack."""

    @property
    def remark(self) -> Text:
        """From the organisation."""


class Cited(Protocol):
    """A thing with a citation."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def source(self) -> str:
        """Its citation, or empty."""


def of_the_pack(_thing_id: str) -> str:
    """No mark: there is no overlay."""
    return ""


@record
class Pen:
    """Language, marks and width of a drawing.

    Args:
        lang: the language shown.
        glyphs: the marks that the terminal can draw.
        width: cells to draw in.
        local: gives, by id, the mark of things that the organisation's overlay adds; empty for those of the pack.
        flat: whether there is no cursor, as on paper and on the command line: then the drawing shows ids that can be
            typed, and what a screen would tell about the row under the cursor, and cuts nothing.
        calendar: turns moments into days.
        today: the current day; days of its year are shown without the year. None: every day is shown with its year.
    """

    lang: Lang
    glyphs: Glyphs
    width: int
    local: Callable[[str], str] = of_the_pack
    flat: bool = False
    calendar: Calendar = SYSTEM
    today: date | None = None

    @classmethod
    def of_pack(cls, pack: Pack, lang: Lang, glyphs: Glyphs, width: int, *, flat: bool = False) -> Pen:
        """A pen that marks what the overlay of *pack* adds."""
        overlay = pack.overlay
        local = of_the_pack if overlay is None else lambda each: LOCAL if overlay.is_own(each) else ""
        return cls(lang, glyphs, width, local, flat)

    def by(self, calendar: Calendar, today: date | None) -> Pen:
        """The same pen with this calendar and this current day."""
        return replace(self, calendar=calendar, today=today)

    @property
    def aloud(self) -> bool:
        """Whether what is drawn is read out: in words, without bars and tables."""
        return False

    def narrower(self, by: int) -> Pen:
        """The same pen for *by* cells less."""
        return replace(self, width=self.width - by)

    def named(self, thing_id: str, name: str) -> str:
        """The name of a thing; with its id before it where ids are to be typed."""
        return f"{thing_id}  {name}" if self.flat else name

    def clip(self, line: Line, cells: int | None = None) -> Line:
        """*line* cut to *cells* (by default the whole width); a flat pen cuts nothing."""
        return line if self.flat else clip(line, self.width if cells is None else cells)

    def column(self, line: Line, cells: int) -> Line:
        """*line* padded or cut to *cells*; a flat pen cuts nothing."""
        return (*line, Span("  ")) if self.flat and line_width(line) + 2 > cells else column(line, cells)

    def ends(self, left: Line, right: Line) -> tuple[Line, ...]:
        """*left* and *right* at the two ends of a line; a flat pen puts them on two lines if they don't fit on one."""
        if self.flat and line_width(left) + line_width(right) >= self.width:
            return (left, (Span("    "), *right))
        return (justify(left, right, self.width),)

    def mark_local(self, thing_id: str) -> Line:
        """The mark after the name of a thing that the organisation adds; empty for a thing of the pack."""
        mark = self.local(thing_id)
        return (Span(f" {mark}", "strong"),) if mark else ()

    def day_of(self, recorded: int) -> str:
        """The day of a time stamp in milliseconds."""
        return self.calendar.day_of(recorded).isoformat()

    def short_day(self, day: date) -> str:
        """A day in a list: without its year if that is the current one."""
        is_this_year = self.today is not None and day.year == self.today.year
        return f"{day:%m-%d}" if is_this_year else day.isoformat()

    def notes(self, thing: Noted) -> Iterator[Line]:
        """What to know of the printed text of a thing, and what the organisation adds to it."""
        if thing.note.ja:
            yield from self.bullet("*", self.of(thing.note), "dim", "dim")
        if thing.remark.ja:
            yield from self.bullet(LOCAL, self.of(thing.remark), mark_style="strong")

    def say(self, key: str, **fields: object) -> str:
        """A message in the language shown."""
        return say(self.lang, key, **fields)

    def of(self, text: Text) -> str:
        """A text of the pack in the language shown."""
        return text.of(self.lang)

    def paragraph(self, text: str, style: str = "", indent: str = "") -> Iterator[Line]:
        """*text* wrapped with kinsoku, each line after *indent*."""
        for part in wrap(text, max(1, self.width - len(indent))):
            yield (Span(indent), Span(part, style))

    def bullet(self, mark: str, text: str, style: str = "", mark_style: str = "") -> Iterator[Line]:
        """*text* wrapped behind *mark*, its further lines indented."""
        first = True
        for part in wrap(text, max(1, self.width - len(mark) - 1)):
            yield (Span(f"{mark} " if first else " " * (len(mark) + 1), mark_style), Span(part, style))
            first = False

    def warning(self, text: str) -> Iterator[Line]:
        """A warning, wrapped. Only its mark is coloured: a sentence in yellow is hard to read on white."""
        return self.bullet(self.glyphs.warn, text, mark_style="warn")

    def flow(self, head: Line, text: str, style: str = "") -> Iterator[Line]:
        """*text* after *head* on one line; a flat pen wraps it after *head*, or below a *head* that is too wide."""
        used = line_width(head)
        if not self.flat or used + line_width((Span(text),)) <= self.width:
            yield (*head, Span(text, style))
            return
        if used > self.width // 2:
            yield head
            yield from self.paragraph(text, style, indent="    ")
            return
        for number, part in enumerate(wrap(text, self.width - used)):
            yield (*(head if number == 0 else (Span(" " * used),)), Span(part, style))

    def title_of(self, text: str, thing: Cited) -> Iterator[Line]:
        """The title of a thing with where it is printed, or that the organisation added it."""
        return self.title(text, self.say("screens.local") if self.local(thing.id) else thing.source)

    def title(self, text: str, source: str) -> Iterator[Line]:
        """A title with where it is printed: behind it, or below it where there is no room."""
        one: Line = (Span(text, "title"), Span(f"  {source}", "dim"))
        if line_width(one) <= self.width:
            yield one
            return
        yield from self.paragraph(text, "title")
        yield (Span(source, "dim"),)

    def heading(self, text: str) -> Line:
        """A heading."""
        return (Span(text, "strong"),)

    def bar(self, done: float, total: float, cells: int) -> Line:
        """A bar of *cells*; full, and in another colour, only where *done* reaches *total*."""
        is_full = bool(total) and done >= total
        filled = self.stroke(1.0 if is_full else done / total if total else 0.0, cells)
        empty = self.glyphs.bar_empty * (cells - len(filled))
        return (Span(filled, "ok" if is_full else "accent"), Span(empty, "dim"))

    def stroke(self, share: float, cells: int) -> str:
        """The part of a bar of *cells* that is filled, down to half a cell where the marks have one."""
        full, half = divmod(int(2 * cells * share), 2)
        return self.glyphs.bar_full * full + self.glyphs.bar_half * half

    def shade(self, share: float) -> str:
        """A share from 0 to 1 as a shade in one cell; empty where the terminal can't draw shades."""
        shades = self.glyphs.shades
        return shades[max(0, ceil(share * len(shades)) - 1)] if shades else ""
