"""Searching the things of a pack: by words in either language, by id, by citation, by the code of a duty."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final, Literal, TypeAlias

from tui.curriculum.model import (
    NOTHING,
    Criterion,
    Document,
    Item,
    Point,
    Reference,
    Role,
    RoleEntry,
    Step,
    StepDefinition,
    Text,
)
from tui.curriculum.organisation import (
    Career,
    Cycle,
    Pattern,
    Phase,
    Purpose,
    Secbok,
    Staffing,
    Team,
    Term,
    Title,
    name_of,
    texts_of,
)
from tui.curriculum.pack import Pack
from tui.curriculum.section import Section
from tui.curriculum.textbook import Duty, Function, Region
from tui.curriculum.thing import (
    Thing,
    former_ids,
    remark_of,
    things_of_items,
    things_of_organisation,
    things_of_step,
    things_of_textbook,
)
from tui.lang import LANGS, Lang, say
from tui.record import record
from tui.text.fold import fold

FoundKind: TypeAlias = Literal[
    "role",
    "step",
    "item",
    "reference",
    "criterion",
    "point",
    "definition",
    "function",
    "duty",
    "region",
    "title",
    "purpose",
    "phase",
    "cycle",
    "pattern",
    "team",
    "staffing",
    "career",
    "secbok",
    "term",
    "document",
    "section",
]

SNIPPET: Final = 60
"""Characters of the piece of text that a hit shows."""


@record
class Hit:
    """Something found.

    Args:
        id: its id.
        kind: what it is.
        title: its name or line.
        snippet: the part of its further text around the first word of the query, or its beginning where there is none.
        where: the role and STEP, chapter or function that it belongs to.
    """

    id: str
    kind: FoundKind
    title: Text
    snippet: Text
    where: Text


@record
class _Entry:
    """One thing as it is searched.

    Args:
        names: folded id, former ids, code and citation.
        titles: folded title, by language.
        everything: all of it, folded.
    """

    id: str
    kind: FoundKind
    title: Text
    body: Text
    where: Text
    names: tuple[str, ...]
    titles: dict[Lang, str]
    everything: str


def search(pack: Pack, query: str, lang: Lang, limit: int = 200) -> list[Hit]:
    """Things that contain every word of *query*, in either language, the best first.

    First come things whose id, code or citation is exactly *query*; then those with every word in their title, in
    *lang* before the other language; then those with them anywhere. Equal ones are in printed order. A single character
    counts as a word.

    Raises:
        ContentFaults: a file of the pack has a fault.
    """
    whole = fold(query)
    words = whole.split()
    if not words:
        return []
    ranked = [
        (_rank(entry, whole, words, lang), number, entry)
        for number, entry in enumerate(_entries(pack))
        if all(word in entry.everything for word in words)
    ]
    return [_hit(entry, words[0]) for _, _, entry in sorted(ranked, key=lambda found: found[:2])[:limit]]


def _rank(entry: _Entry, whole: str, words: list[str], lang: Lang) -> int:
    if whole in entry.names:
        return -1 if whole == entry.names[0] else 0
    other: Lang = "en" if lang == "ja" else "ja"
    for rank, language in ((1, lang), (2, other)):
        if all(word in entry.titles[language] for word in words):
            return rank
    return 3


def _hit(entry: _Entry, word: str) -> Hit:
    snippet = Text(_piece(entry.body.ja, word), _piece(entry.body.en, word))
    return Hit(entry.id, entry.kind, entry.title, snippet, entry.where)


def _piece(text: str, word: str) -> str:
    """The piece of *text* around *word*."""
    if len(text) <= SNIPPET:
        return text
    key = fold(text)
    # The folded key is nearly as long as its text, which is exact enough to centre the piece on the word.
    middle = max(key.find(word), 0) * len(text) // max(len(key), 1)
    start = min(max(middle - SNIPPET // 3, 0), len(text) - SNIPPET)
    piece = text[start : start + SNIPPET].strip()
    return f"{'…' if start else ''}{piece}{'…' if start + SNIPPET < len(text) else ''}"


@lru_cache(maxsize=2)
def _entries(pack: Pack) -> tuple[_Entry, ...]:
    return tuple(_entry(thing, where) for thing, where in _placed(pack))


def _placed(pack: Pack) -> Iterator[tuple[Thing, Text]]:
    """Everything of *pack*, with the name of what it belongs to."""
    basic, textbook, steps, glossary = (
        _label(f"content.where-{place}") for place in ("basic", "textbook", "steps", "glossary")
    )
    yield from ((document, document.publisher) for document in pack.documents)
    yield from ((definition, steps) for definition in pack.steps)
    yield from ((item, basic) for item in things_of_items(pack.basic))
    for entry in pack.roles:
        role = pack.role(entry.id)
        yield role or entry, NOTHING
        if role:
            yield from ((task, role.name) for task in things_of_items(role.tasks))
            common = _label("content.where-common", role=role.name)
            yield from ((item, common) for item in things_of_items(role.common))
            for step in role.steps:
                where = _label("content.where-step", role=role.name, number=step.number)
                yield from ((thing, role.name if thing is step else where) for thing in things_of_step(step))
    names = {duty.id: function.name for function in pack.textbook.functions for duty in function.duties}
    yield from ((thing, names.get(thing.id, textbook)) for thing in things_of_textbook(pack.textbook))
    yield from ((title, title.group) for title in pack.titles)
    yield from ((thing, textbook) for thing in things_of_organisation(pack.organisation))
    yield from ((term, glossary) for term in pack.glossary)
    documents = {document.id: document.title for document in pack.documents}
    yield from ((section, documents.get(section.document, NOTHING)) for section in pack.sections)


def _label(key: str, **fields: Text | int) -> Text:
    ja, en = (
        say(lang, key, **{name: value.of(lang) if isinstance(value, Text) else value for name, value in fields.items()})
        for lang in LANGS
    )
    return Text(ja, en)


def _entry(thing: Thing, where: Text) -> _Entry:
    kind, title, texts, plain = _content(thing)
    code = (thing.code,) if isinstance(thing, Function | Duty | Region) else ()
    source = "" if isinstance(thing, Role | RoleEntry | Point) else thing.source
    names = tuple(fold(name) for name in (thing.id, *former_ids(thing), *code, source) if name)
    body = Text(" ".join(text.ja for text in texts if text.ja), " ".join(text.en for text in texts if text.en))
    titles: dict[Lang, str] = {"ja": fold(title.ja), "en": fold(title.en)}
    everything = "\n".join((*names, *titles.values(), fold(body.ja), fold(body.en), *(fold(words) for words in plain)))
    return _Entry(thing.id, kind, title, body, where, names, titles, everything)


def _content(thing: Thing) -> tuple[FoundKind, Text, tuple[Text, ...], tuple[str, ...]]:
    """Kind, title, further texts, and what is written in one language only."""
    kind: FoundKind
    texts: tuple[Text, ...] = ()
    plain: tuple[str, ...] = ()
    if isinstance(thing, Document | Section):
        return _printed(thing)
    match thing:
        case Role() | RoleEntry():
            kind, title = "role", thing.name
        case Step():
            kind, title, texts = "step", _label("content.step", number=thing.number), (thing.text,)
        case StepDefinition():
            kind, title = "definition", _label("content.step", number=thing.number)
            texts = (thing.who, thing.becomes, thing.text)
        case Item():
            kind, title, texts = "item", thing.text, (thing.detail,)
        case Reference():
            kind, title, plain = "reference", thing.title, (thing.author, thing.publisher, thing.url)
        case Criterion():
            kind, title, texts = "criterion", thing.name, (thing.text,)
        case Point():
            kind, title = "point", thing.text
        case Function():
            kind, title, texts = "function", thing.name, (thing.text, thing.short)
        case Duty():
            kind, title = "duty", thing.name
            texts = (thing.text, thing.inputs, thing.outputs, *(link.text for link in thing.links))
        case Region():
            kind, title, texts = "region", thing.name, (thing.text, thing.short)
        case _:
            kind, title, texts = _KINDS[type(thing)], name_of(thing), texts_of(thing)
            plain = thing.also if isinstance(thing, Term) else ()
    notes = () if isinstance(thing, RoleEntry | StepDefinition | Point) else (thing.note, remark_of(thing))
    return kind, title, (*texts, *notes), plain


def _printed(thing: Document | Section) -> tuple[FoundKind, Text, tuple[Text, ...], tuple[str, ...]]:
    """As ``_content``, for a document or for a section with the captions of its figures."""
    if isinstance(thing, Document):
        texts = (thing.publisher, thing.edition, thing.issued, thing.authors, thing.rights, thing.history, thing.note)
        return "document", thing.title, texts, (str(thing.year), *thing.contact, thing.url)
    printed = (text for figure in thing.figures for text in (figure.name, figure.labels))
    said = (thing.text, *printed, *(link.title for link in thing.links), thing.note)
    return "section", thing.name, said, tuple(link.url for link in thing.links)


_KINDS: Final[dict[type, FoundKind]] = {
    Title: "title", Purpose: "purpose", Phase: "phase", Cycle: "cycle", Pattern: "pattern",
    Team: "team", Staffing: "staffing", Career: "career", Secbok: "secbok", Term: "term",
}  # fmt: skip
