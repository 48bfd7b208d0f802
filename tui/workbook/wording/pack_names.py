"""The names of the things of a pack."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tui.curriculum.model import (
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
from tui.curriculum.textbook import Duty, Function, Region
from tui.curriculum.thing import Thing, things_of_items, things_of_role
from tui.journal.event import Event, Kind
from tui.lang import Lang, say
from tui.text.cells import excerpt
from tui.workbook.standings.retired import retired_names
from tui.workbook.standings.workbook import Workbook
from tui.workbook.wording.standings import event_kind, event_subject

NAME_ROOM: Final = 60
"""Cells by which an event is called where another one names it: its note stands in full on its own line."""


def title_of(thing: Thing) -> Text:
    """The name of a thing, or its text or title where it has no name."""
    match thing:
        case Role() | RoleEntry() | Criterion() | Function() | Duty() | Region():
            return thing.name
        case Step() | StepDefinition():
            return Text(say("ja", "words.step", number=thing.number), say("en", "words.step", number=thing.number))
        case Item() | Point():
            return thing.text
        case Reference() | Document():
            return thing.title
        case _:
            from tui.curriculum.organisation import name_of  # the other things need nothing of it

            return name_of(thing)


def kind_of(thing: Thing) -> str:
    """Key of the message that says what kind of thing it is."""
    match thing:
        case Role() | RoleEntry():
            return "words.kind.role"
        case StepDefinition():
            return "words.kind.definition"
        case _:
            return f"words.kind.{type(thing).__name__.lower()}"


def names_of(book: Workbook, lang: Lang) -> dict[str, str]:
    """Names by id, for the ids that a trainee's events can hold.

    They cover all roles, the contents of basic education and of the followed roles, the policy's reading lists, and
    things that the pack no longer has.
    """
    names = retired_names(book, lang) | {entry.id: entry.name.of(lang) for entry in book.pack.roles}
    names |= {item.id: item.text.of(lang) for item in things_of_items(book.pack.basic)}
    for role in book.roles():
        names |= {thing.id: title_of(thing).of(lang) for thing in things_of_role(role)}
    for items in book.policy.readings.values():
        names |= {item.id: item.title for item in items}
    if book.journal.has_headcounts():
        from tui.workbook.organisation.staffing import team_names  # most journals name no team

        names |= team_names(book, lang)
    return names


def names_in(events: Iterable[Event], book: Workbook, lang: Lang) -> dict[str, str]:
    """Names by id, for the ids in *events* that ``names_of`` doesn't know.

    A lead's journal is about roles that the lead doesn't follow, and about the organisation. An undo names the event
    that it takes back: that is called by its kind and subject.

    Raises:
        ContentError: a role of the pack can't be read.
        JournalError: an event that was undone is damaged.
    """
    undone = _undone(events := tuple(events), book)
    names = _names_within((*events, *undone), book, lang)
    known = names_of(book, lang) | names if undone else names
    for event in undone:  # an undo that was undone itself comes after what it had undone, so that it can name that
        named = f"{event_kind(event, lang)}  {excerpt(event_subject(event, known, lang), NAME_ROOM)}"
        names[event.hash] = known[event.hash] = named
    return names


def _undone(events: Iterable[Event], book: Workbook) -> tuple[Event, ...]:
    """What the undos in *events* have undone and is here; before an undo (to undo that is to redo) what it undid."""
    found: dict[str, Event] = {}
    for event in events:
        about = _undone_by(event, book)
        first = _undone_by(about, book) if about else None
        found |= {each.hash: each for each in (first, about) if each is not None and each.hash not in found}
    return tuple(found.values())


def _undone_by(event: Event, book: Workbook) -> Event | None:
    record = book.journal.record(str(event.body.get("event", ""))) if event.kind == Kind.UNDO else None
    return record.event() if record is not None else None


def _names_within(events: Iterable[Event], book: Workbook, lang: Lang) -> dict[str, str]:
    """The names of the pack for *events*.

    Raises:
        ContentError: a role of the pack can't be read.
    """
    names: dict[str, str] = {}
    events = tuple(events)
    for section in {item.partition(".")[0] for event in events for item in _items(event)}:
        role = book.pack.role(section)
        if role is not None:
            names |= {thing.id: title_of(thing).of(lang) for thing in things_of_role(role)}
    if any(event.kind == Kind.PATTERN for event in events):
        names |= {pattern.id: pattern.name.of(lang) for pattern in book.pack.organisation.patterns}
    return names


def _items(event: Event) -> tuple[str, ...]:
    """The ids that an event is about."""
    items = event.body.get("items")
    return (event.item, *(map(str, items) if isinstance(items, list) else ()))
