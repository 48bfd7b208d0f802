"""The words of the glossary: first those that stand on the screen in front, then all the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui.commands import TERMS
from tui.curriculum.organisation import Term
from tui.curriculum.terms import terms_in
from tui.drawing.pen import Pen
from tui.drawing.terms import term_lines
from tui.screens.bindings import bindings_for
from tui.screens.page import Page
from tui.session import Session
from tui.text.line import GAP, Row, Span


class TermsPage(Page[None]):
    """Words explained.

    Args:
        session: what the screens share.
        text: everything that stands on the screen in front.
    """

    PLACE = TERMS
    BINDINGS = bindings_for(TERMS)

    def __init__(self, session: Session, text: str) -> None:
        super().__init__(session)
        self._text = text

    def title_text(self) -> str:
        """What the page is."""
        return self.session.say("screens.terms.title")

    def draw(self) -> None:
        """The words on the screen in front, then the others."""
        pen = self.reading_pen()
        glossary = self.session.book.pack.glossary
        here = terms_in(self._text, glossary)
        rows = list(self._group("screens.terms.here" if here else "screens.terms.none_here", here, pen))
        rows += [GAP, *self._group("screens.terms.others", (term for term in glossary if term not in here), pen)]
        self.choices.fill(rows)

    def _group(self, heading: str, terms: Iterable[Term], pen: Pen) -> Iterator[Row]:
        yield Row.of((Span(" "), *pen.heading(pen.say(heading))))
        for term in terms:
            yield Row(tuple((Span(" "), *line) for line in term_lines(term, pen.narrower(2))), term.id)
