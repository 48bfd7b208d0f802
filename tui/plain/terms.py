"""The words of the glossary: first those that were read out at the previous place, then all others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui.commands import TERMS
from tui.curriculum.organisation import Term
from tui.curriculum.terms import terms_in
from tui.drawing.pen import Pen
from tui.drawing.terms import term_lines
from tui.plain.face import Face
from tui.plain.pages import ListPlace
from tui.text.line import GAP, Row


class TermsPlace(ListPlace):
    """Words explained.

    Args:
        face: the face.
        text: everything that was read out at the previous place.
    """

    PLACE = TERMS

    def __init__(self, face: Face, text: str) -> None:
        super().__init__(face)
        self._text = text

    def title(self) -> str:
        """The title of the glossary."""
        return self.session.say("screens.terms.title")

    def rows(self, pen: Pen) -> Iterable[Row]:
        """The words of the previous place, then the others."""
        glossary = self.book.pack.glossary
        here = terms_in(self._text, glossary)
        yield from self._group("screens.terms.here" if here else "screens.terms.none_here", here, pen)
        yield GAP
        yield from self._group("screens.terms.others", (term for term in glossary if term not in here), pen)

    def _group(self, heading: str, terms: Iterable[Term], pen: Pen) -> Iterator[Row]:
        yield Row.of(pen.heading(pen.say(heading)))
        for term in terms:
            yield Row(tuple(term_lines(term, pen)), term.id)
