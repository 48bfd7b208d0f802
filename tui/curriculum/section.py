"""What a document says in prose, outside of its lists: introductions, reasons, closings, captions of figures."""

from __future__ import annotations

from tui.curriculum.model import NOTHING, Text
from tui.record import record


@record
class Figure:
    """A figure of a section: its number and caption. The drawing itself isn't in the extracted text.

    Args:
        number: as printed: ``4-1``.
        title: the caption, as printed.
        labels: the words inside the drawing, where the extracted text kept them, or ``NOTHING``.
    """

    number: str
    title: Text
    labels: Text = NOTHING

    @property
    def name(self) -> Text:
        """Number and caption on one line."""
        return Text(f"図 {self.number}  {self.title.ja}", f"Figure {self.number}  {self.title.en}")


@record
class Web:
    """An address that a section prints, with what is found there."""

    title: Text
    url: str


@record
class Section:
    """A section of a document.

    Args:
        id: e.g. ``section.soc-csirt``.
        source: citation.
        name: heading, as printed.
        text: what it says.
        figures: those that it prints.
        links: addresses that it prints.
        about: ids of the things that it is about: a role, a region, a function.
    """

    id: str
    source: str
    name: Text
    text: Text
    figures: tuple[Figure, ...] = ()
    links: tuple[Web, ...] = ()
    about: tuple[str, ...] = ()
    note: Text = NOTHING

    @property
    def document(self) -> str:
        """Id of the document that it stands in; empty where no document prints it."""
        return self.source.partition(":")[0]
