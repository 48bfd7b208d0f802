"""The pen for screen readers: the same drawings in words, each paragraph on one line, no bars and no tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any, Final

from tui.drawing.pen import LOCAL, Pen
from tui.lang import Lang, say
from tui.text.clean import flat
from tui.text.glyphs import Glyphs
from tui.text.line import Line, Span

WIDE: Final = 10_000
"""Cells of a line: longer than any paragraph, so that nothing is cut or wrapped."""
_PAUSES: Final = frozenset("、。，．,.;:：；!?！？（(「“")
"""Characters at which a screen reader pauses by itself, so that no comma is put after them."""
_SILENT: Final = frozenset(("", "-", ">", "!"))
"""Marks that add nothing to the words beside them, so that they aren't read out."""


class AloudPen(Pen):
    """A pen that writes in words what other pens draw."""

    __slots__ = ()

    @classmethod
    def like(cls, pen: Pen) -> AloudPen:
        """A pen with the settings of *pen*, for reading out."""
        known: dict[str, Any] = {each.name: getattr(pen, each.name) for each in fields(pen)}
        return cls(**known | {"glyphs": words_for_marks(pen.lang), "width": WIDE})

    @property
    def aloud(self) -> bool:
        """True: what is drawn is read out."""
        return True

    def bullet(self, mark: str, text: str, style: str = "", mark_style: str = "") -> Iterator[Line]:
        """*text* after the word that its mark stands for."""
        word = self._word(mark.strip())
        lines = list(self.paragraph(text, style))
        for number, line in enumerate(lines):
            yield (Span(f"{word} ", mark_style), *line) if word and not number else line

    def bar(self, done: float, total: float, cells: int) -> Line:
        """An empty line: the figures beside a bar already say it."""
        return ()

    def mark_local(self, thing_id: str) -> Line:
        """The mark for things that the organisation added, in words."""
        return (Span("  "), Span(self.say("words.mark.local"))) if self.local(thing_id) else ()

    def _word(self, mark: str) -> str:
        if mark in _SILENT:
            return ""
        if mark == "*":
            return self.say("plain.note")
        return self.say("plain.local") if mark == LOCAL else mark


def words_for_marks(lang: Lang) -> Glyphs:
    """Words in the place of marks, so that a drawing that sets a mark says it."""
    return Glyphs(
        done=say(lang, "plain.done"),
        missing=say(lang, "plain.missing"),
        unticked=say(lang, "plain.unticked"),
        ticked=say(lang, "plain.ticked"),
        warn=say(lang, "plain.warn"),
        bar_full="",
        bar_empty="",
    )


def said(line: Line, lang: Lang) -> str:
    """A line as it is read out: two or more blanks between spans, which only separate, become a comma.

    Blanks inside a span stay: they may be part of a text that somebody typed, such as a file name.
    """
    comma = say(lang, "plain.list_sign")
    text, blanks = "", 0
    for span in line:
        cells = flat(span.text)
        core = cells.strip(" ")
        if not core:
            blanks += len(cells)
            continue
        blanks += len(cells) - len(cells.lstrip(" "))
        if text:
            text += " " if blanks == 1 or (blanks and text[-1] in _PAUSES) else comma if blanks else ""
        text += core
        blanks = len(cells) - len(cells.rstrip(" "))
    return text
