"""What a document prints about itself, and what a section prints beside its text: figures and addresses."""

from __future__ import annotations

from collections.abc import Iterator

from tui.curriculum.model import Document
from tui.curriculum.section import Section
from tui.drawing.pen import Pen
from tui.text.line import Line


def printed_lines(thing: Document | Section, pen: Pen) -> Iterator[Line]:
    """The facts that a document prints about itself, or the figures and addresses of a section."""
    if isinstance(thing, Document):
        yield from _of_document(thing, pen)
        return
    yield from _figures(thing, pen)
    for link in thing.links:
        yield from ((), *pen.paragraph(pen.of(link.title)), *pen.paragraph(link.url))


def _of_document(document: Document, pen: Pen) -> Iterator[Line]:
    """One line for each fact (publisher, year, rights …); where the document doesn't print it, the line says so."""
    yield ()
    for name, value in (
        ("publisher", pen.of(document.publisher)),
        ("year", str(document.year)),
        ("edition", pen.of(document.edition)),
        ("issued", pen.of(document.issued)),
        ("authors", pen.of(document.authors)),
        ("rights", pen.of(document.rights)),
        ("history", pen.of(document.history)),
        ("contact", "  ".join(document.contact)),
        ("url", document.url),
    ):
        said = value or pen.say("screens.document.not-printed")
        yield from pen.bullet("-", pen.say(f"screens.document.{name}", value=said), mark_style="dim")


def _figures(section: Section, pen: Pen) -> Iterator[Line]:
    if not section.figures:
        return
    yield from ((), pen.heading(pen.say("screens.section.figures")))
    for figure in section.figures:
        yield from pen.bullet("-", pen.of(figure.name), mark_style="dim")
        yield from pen.paragraph(pen.of(figure.labels), indent="  ") if figure.labels.ja else ()
    yield from pen.paragraph(pen.say("screens.section.not-drawn"), "dim")
