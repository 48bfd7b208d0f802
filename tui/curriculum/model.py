"""The curriculum as frozen data: what a pack says, with the words of the design.

Every class stands for one table of the TOML (``docs/content.md`` shows how it is written). Ids are lower case, dotted
and stable; ``source`` is the citation of the place in the document (``nca:4.3.6.4#2``) or empty where the text is ours.
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.curriculum.rule import Rule
from tui.lang import Lang
from tui.record import record


@record
class Text:
    """A text at equal rank in both languages."""

    ja: str
    en: str

    def of(self, lang: Lang) -> str:
        """The text in *lang*."""
        return self.ja if lang == "ja" else self.en


NOTHING = Text("", "")
"""An empty text."""


@record
class Item:
    """Anything a trainee can look at or tick: a goal, a learning item, a topic of basic or common education.

    Args:
        id: e.g. ``soc.2.learn.drill``.
        source: citation, or empty.
        text: the item, as a short line.
        detail: a further paragraph, or ``NOTHING``.
        children: the nested items below it.
        note: what the reader should know about the printed text (a misprint, how it is read), or ``NOTHING``.
        remark: the remark of the organisation's overlay, or ``NOTHING``; this holds for every class with a remark.
        renamed: former ids whose progress belongs to this item.
    """

    id: str
    source: str
    text: Text
    detail: Text = NOTHING
    children: tuple[Item, ...] = ()
    note: Text = NOTHING
    remark: Text = NOTHING
    renamed: tuple[str, ...] = ()

    def walk(self) -> Iterator[Item]:
        """This item and everything below it, in printed order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def leaves(self) -> Iterator[Item]:
        """The items below that have no children (itself where it has none): what can be ticked."""
        for item in self.walk():
            if not item.children:
                yield item


@record
class Reference:
    """A course, book or page that a step points to: title, author and publisher as printed."""

    id: str
    source: str
    title: Text
    author: str = ""
    publisher: str = ""
    url: str = ""
    note: Text = NOTHING
    remark: Text = NOTHING
    renamed: tuple[str, ...] = ()


@record
class Point:
    """One observable point of a criterion's checklist, in our own words.

    Args:
        id: e.g. ``soc.2.paired.handover``.
        text: what trainee and mentor can observe.
        see: id of the learning item, goal or case of the step that it comes from; empty where it is ours.
        renamed: former ids.
    """

    id: str
    text: Text
    see: str = ""
    renamed: tuple[str, ...] = ()


@record
class Criterion:
    """An achievement criterion: what is asked, the rule that computes it, the points that show it.

    Args:
        asks: the few words of the document that say how it is done (独力で, 実施する), or empty.
        clarified: beginnings of the digests of earlier wordings that asked the same.
    """

    id: str
    source: str
    name: Text
    text: Text
    rule: Rule
    points: tuple[Point, ...]
    leads: tuple[str, ...] = ()
    note: Text = NOTHING
    remark: Text = NOTHING
    renamed: tuple[str, ...] = ()
    asks: str = ""
    clarified: tuple[str, ...] = ()


@record
class Step:
    """STEP 1, 2 or 3 of a role.

    Args:
        id: e.g. ``soc.2``.
        number: 1, 2 or 3.
        source: citation of the STEP explanation.
        text: the explanation.
        goals: what the step aims at, nested as printed.
        learning: learning items, nested as printed.
        references: courses and documents.
        criteria: achievement criteria, in printed order; groups of the document are headings in ``group``.
    """

    id: str
    number: int
    source: str
    text: Text
    goals: tuple[Item, ...]
    learning: tuple[Item, ...]
    references: tuple[Reference, ...]
    criteria: tuple[Criterion, ...]
    note: Text = NOTHING
    remark: Text = NOTHING


@record
class RoleEntry:
    """A line of the pack's table of contents: a role, before its file is read.

    Args:
        id: e.g. ``soc``.
        name: as printed in 1.3.
        file: the TOML with its content, relative to the pack; empty where the pack has none.
        chapter: the citation prefix of the role, e.g. ``nca:4.3``; empty where no chapter of a document is about it.
    """

    id: str
    name: Text
    file: str
    chapter: str


@record
class Document:
    """A published document that a pack cites. What it doesn't print is an empty field, and the screen says so.

    Args:
        id: as citations begin: ``nca``.
        title: as printed.
        publisher: who published it.
        year: of publication.
        source: citation of the document as a whole.
        edition: as printed.
        issued: the day of publication.
        authors: who wrote it.
        rights: what use of the document it permits.
        history: what changed from edition to edition.
        contact: where to ask about it, line by line as printed.
        url: where it is published.
    """

    id: str
    title: Text
    publisher: Text
    year: int
    source: str = ""
    edition: Text = NOTHING
    issued: Text = NOTHING
    authors: Text = NOTHING
    rights: Text = NOTHING
    history: Text = NOTHING
    contact: tuple[str, ...] = ()
    url: str = ""
    note: Text = NOTHING


@record
class Contents:
    """What a pack says about itself in ``pack.toml``, which is read before its other files."""

    id: str
    version: str
    name: Text
    documents: tuple[Document, ...]
    roles: tuple[RoleEntry, ...]


@record
class Role:
    """One training role with everything its chapter says."""

    id: str
    name: Text
    tasks: tuple[Item, ...]
    common: tuple[Item, ...]
    steps: tuple[Step, ...]
    note: Text = NOTHING
    remark: Text = NOTHING

    def step(self, number: int) -> Step | None:
        """The step with this number, or None."""
        return next((step for step in self.steps if step.number == number), None)

    def criteria(self) -> Iterator[Criterion]:
        """Every criterion of the role, in the order of the steps."""
        for step in self.steps:
            yield from step.criteria


@record
class StepDefinition:
    """What STEP 0 to 5 means for everyone (`nca` 1.4, table 1-1)."""

    id: str
    number: int
    source: str
    who: Text
    text: Text
    becomes: Text
