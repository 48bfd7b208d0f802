"""Undo and redo: each writes a new event, and nothing is removed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Final

from tui.errors import JournalError, UsageError
from tui.journal.check import UNDOABLE
from tui.journal.event import Event, EventHash, Fate, Kind, NewEvent
from tui.workbook.standings.workbook import Workbook

HASH_SHORT: Final = 8
"""How many digits of a hash a message shows to name an event."""
DONE: Final = "act.done"
UNDONE: Final = "act.undone"
"""Keys, among the local values, of the events that one key press wrote together, and of those that undid them."""


def undo(book: Workbook, author: str = "", event: str = "") -> Event:
    """Undo the last thing that somebody did, by a new event, and return the undone event.

    Args:
        book: the workbook.
        author: id of the person; left out: the trainee of *book*.
        event: beginning of the hash of the event to undo, instead of the last thing.

    Raises:
        UsageError: there is nothing to undo, or what was done last can't be undone.
        JournalError: *event* names none, one that can't be undone, or another person's; or it can't be written.
    """
    person = author or book.trainee
    last = to_undo(book, person, event)
    acts = (last,) if event else together(book, DONE, last)
    undos = book.journal.append([_undoing(book, each) for each in reversed(acts)], author=person)
    remember_together(book, UNDONE, undos)
    return last


def to_undo(book: Workbook, author: str, event: str = "") -> Event:
    """The event that ``undo`` would undo. If the last thing can't be undone, nothing older is taken instead.

    Raises:
        UsageError: there is nothing to undo, or what was done last can't be undone.
        JournalError: *event* names none, or one that can't be undone.
    """
    if event:
        named = book.journal.event(event)
        if named.kind not in UNDOABLE:
            raise JournalError("journal.not_undoable", id=event, kind=named.kind)
        return named
    last = book.journal.last_act(author)
    if last is None:
        raise UsageError("workbook.nothing_to_undo")
    if last.kind not in UNDOABLE:
        how = last.kind if last.kind in {Kind.PERSON, Kind.ENROL} else "mentor"
        raise UsageError(f"workbook.last_stays.{how}", id=last.hash[:HASH_SHORT])
    return last


def redo(book: Workbook, author: str = "") -> Event:
    """Bring back what somebody undid last, by a new event, and return the event that holds again.

    Raises:
        UsageError: they have undone nothing, or done something else since.
        JournalError: the journal can't be written.
    """
    person = author or book.trainee
    undoing = book.journal.redoable(person)
    if undoing is None:
        raise UsageError("workbook.nothing_to_redo")
    book.journal.append([_undoing(book, each) for each in reversed(together(book, UNDONE, undoing))], author=person)
    return undone_by(book, undoing)


def remember_together(book: Workbook, key: str, events: Sequence[Event]) -> None:
    """Remember that one key press wrote several events, as a heading does that ticks everything below it.

    Only the last such key press is remembered, and only on this machine. Elsewhere the events are undone one by one.
    """
    if len(events) > 1:
        book.journal.keep(key, json.dumps([event.hash for event in events]))


def together(book: Workbook, key: str, last: Event) -> tuple[Event, ...]:
    """The events that one key press wrote together with *last* and that still hold, *last* at the end."""
    kept = book.journal.local_get(key)
    hashes: list[str] = json.loads(kept) if kept else []
    if hashes[-1:] != [last.hash]:
        return (last,)
    fates = book.journal.fates([EventHash(each) for each in hashes])
    return tuple(book.journal.event(each) for each in hashes if fates.get(EventHash(each)) is not Fate.UNDONE)


def undone_by(book: Workbook, undoing: Event) -> Event:
    """The event that an undo has undone.

    Raises:
        JournalError: that event isn't in the journal.
    """
    return book.journal.event(str(undoing.body["event"]))


def _undoing(book: Workbook, event: Event) -> NewEvent:
    return NewEvent(Kind.UNDO, event.trainee, event.item, {"event": str(event.hash)}, pack_of(book))


def pack_of(book: Workbook) -> tuple[str, str]:
    """Id and version of the pack, as they stand on every event."""
    return (book.pack.id, book.pack.version)
