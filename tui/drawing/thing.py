"""Any thing of a pack as a sheet: its name, its texts, its relations to other things."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

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
from tui.curriculum.organisation import Staffing, Term, texts_of
from tui.curriculum.relations import Relation
from tui.curriculum.section import Section
from tui.curriculum.textbook import Duty, Function, Region
from tui.curriculum.thing import Thing
from tui.drawing.document import printed_lines
from tui.drawing.duty import below, item_lines
from tui.drawing.pen import LOCAL, Pen
from tui.text.line import GAP, Line, Row, Span
from tui.workbook.wording.pack_names import kind_of, title_of


def thing_sheet(thing: Thing, found: Iterable[Relation], pen: Pen) -> list[Row]:
    """Everything that the pack says about a thing; related things can be chosen, their keys are ids."""
    head = (*title_lines(thing, pen), *head_lines(thing, pen), *note_lines(thing, pen))
    return [Row(head), *relation_rows(found, pen)]


def relation_rows(found: Iterable[Relation], pen: Pen) -> Iterator[Row]:
    """The relations of a thing to other things."""
    for relation in found:
        yield from (GAP, Row.of(pen.heading(pen.say(f"screens.relation.{relation.kind}"))))
        for link in relation.links:
            name = tuple(pen.bullet(">", pen.named(link.id, pen.of(link.name)), mark_style="dim"))
            why = tuple(pen.paragraph(pen.of(link.why), "dim", indent="    ")) if link.why.ja else ()
            yield Row((*name, *why), link.id)


def title_lines(thing: Thing, pen: Pen) -> Iterator[Line]:
    """Name, kind, id and citation."""
    source = "" if isinstance(thing, Role | RoleEntry | Point) else thing.source
    yield from pen.paragraph(pen.of(title_of(thing)), "title")
    about = "  ".join(part for part in (pen.say(kind_of(thing)), thing.id, source) if part)
    yield from pen.paragraph(f"{about}  {pen.say('screens.local')}" if pen.local(thing.id) else about, "dim")


def head_lines(thing: Thing, pen: Pen) -> Iterator[Line]:
    """The texts of a thing, then its details under headings."""
    for text in said_of(thing):
        if text.ja:
            yield ()
            yield from pen.paragraph(pen.of(text))
    yield from detail_lines(thing, pen)


def note_lines(thing: Thing, pen: Pen) -> Iterator[Line]:
    """Its note on the printed text, and the remark of the organisation."""
    if not isinstance(thing, RoleEntry | StepDefinition | Point):
        note = pen.bullet("*", pen.of(thing.note), "dim", "dim") if thing.note.ja else ()
        yield from below(note)
    remark: Text = getattr(thing, "remark", NOTHING)
    if remark.ja:
        yield from pen.bullet(LOCAL, pen.of(remark), mark_style="strong")


def said_of(thing: Thing) -> tuple[Text, ...]:
    """The texts of a thing below its name, in the order to read them."""
    match thing:
        case Criterion() | Step() | Function() | Region():
            return (thing.text,)
        case Item():
            return (thing.detail,)
        case Duty():
            return (thing.text,)
        case StepDefinition():
            return (thing.who, thing.becomes, thing.text)
        case Document() | Role() | RoleEntry() | Point() | Reference() | Staffing():
            return ()
        case _:
            return texts_of(thing)


def detail_lines(thing: Thing, pen: Pen) -> Iterator[Line]:
    """The details of a thing, each under its own heading."""
    match thing:
        case Role():
            yield from ((), pen.heading(pen.say("screens.tasks")), *item_lines(thing.tasks, pen))
        case Item() if thing.children:
            yield from ((), *item_lines(thing.children, pen))
        case Criterion():
            yield from ((), pen.heading(pen.say("screens.points.title")))
            for point in thing.points:
                yield from pen.bullet("-", pen.of(point.text), mark_style="dim")
        case Reference():
            for text in (thing.author, thing.publisher):
                yield from pen.paragraph(text) if text else ()
            yield from pen.paragraph(thing.url)
        case Duty():
            yield from _under(pen, (("screens.inputs", thing.inputs), ("screens.outputs", thing.outputs)))
        case Staffing():
            yield from ((), *pen.paragraph(pen.of(thing.text)))
            yield from ((), (Span(pen.say("screens.staffing.total", count=thing.total), "strong"),))
            yield from _under(pen, (("screens.staffing.can", thing.can), ("screens.staffing.cannot", thing.cannot)))
        case Document() | Section():
            yield from printed_lines(thing, pen)
        case Term() if thing.also:
            yield from ((), *pen.paragraph(pen.say("screens.term.also", names=", ".join(thing.also)), "dim"))
        case _:
            return


def _under(pen: Pen, parts: Iterable[tuple[str, Text]]) -> Iterator[Line]:
    for key, text in parts:
        if text.ja:
            yield from ((), pen.heading(pen.say(key)), *pen.paragraph(pen.of(text)))
