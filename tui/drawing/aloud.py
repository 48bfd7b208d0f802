"""The pen of a face that is read out: the same drawings in words, each paragraph one line, no bars and no tables."""

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
"""Cells of a line: more than any paragraph has, so that nothing is cut or wrapped."""
_PAUSES: Final = frozenset("、。，．,.;:：；!?！？（(「“")
"""What already makes a reader pause, so that no comma follows it."""
_SILENT: Final = frozenset(("", "-", ">", "!"))
"""Marks that say nothing that the words don't."""


class AloudPen(Pen):
    """A pen that says in words what others draw."""

    __slots__ = ()

    @classmethod
    def like(cls, pen: Pen) -> AloudPen:
        """A pen that knows what *pen* knows, for whoever listens."""
        known: dict[str, Any] = {each.name: getattr(pen, each.name) for each in fields(pen)}
        return cls(**known | {"glyphs": words_for_marks(pen.lang), "width": WIDE})

    @property
    def aloud(self) -> bool:
        """What is drawn is read out."""
        return True

    def bullet(self, mark: str, text: str, style: str = "", mark_style: str = "") -> Iterator[Line]:
        """*text* behind the word that its mark stands for."""
        word = self._word(mark.strip())
        lines = list(self.paragraph(text, style))
        for number, line in enumerate(lines):
            yield (Span(f"{word} ", mark_style), *line) if word and not number else line

    def bar(self, done: float, total: float, cells: int) -> Line:
        """Nothing: the figures stand beside it."""
        return ()

    def mark_local(self, thing_id: str) -> Line:
        """That the organisation added it, in words."""
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
    """A line as it is read: what only sets things apart (two blanks or more between spans) becomes a comma.

    Blanks inside a span stay: they may be somebody's own words, the name of a file for instance.
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
