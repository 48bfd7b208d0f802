"""What every drawing needs to know: language, marks, width."""

from __future__ import annotations

from collections.abc import Iterator

from tui.curriculum.model import Text
from tui.lang import Lang, say
from tui.record import record
from tui.text.glyphs import Glyphs
from tui.text.kinsoku import wrap
from tui.widgets.line import Line, Span, line_width


@record
class Pen:
    """Language, marks and width of a drawing.

    Args:
        lang: the language shown.
        glyphs: the marks that the terminal can draw.
        width: cells to draw in.
    """

    lang: Lang
    glyphs: Glyphs
    width: int

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
        """A bar of *cells*; full only where *done* reaches *total*."""
        filled = cells if total and done >= total else int(cells * done / total) if total else 0
        return (
            Span(self.glyphs.bar_full * filled, "ok"),
            Span(self.glyphs.bar_empty * (cells - filled), "dim"),
        )
