"""What an entry counts for, and which entry an event is about."""

from __future__ import annotations

from tui.journal.event import Entry, Event, Kind
from tui.workbook.standings.workbook import Workbook
from tui.workbook.trainee.writing import with_criteria


def counted_items(book: Workbook, chosen: str, criterion: str) -> tuple[str, ...]:
    """What an entry counts for: the training case that is *chosen* with its criteria, else the criterion; or nothing.

    Args:
        book: the workbook.
        chosen: id of the learning item or point that somebody has chosen, or empty.
        criterion: id of the criterion that it stands below, or empty.
    """
    items = with_criteria(book, (chosen,)) if chosen else ()
    if len(items) > 1:
        return items
    return (criterion,) if criterion else ()


def own_entry(book: Workbook, event: Event) -> Entry | None:
    """The entry that an event wrote or corrected, where it is the trainee's own; else None.

    Raises:
        JournalError: the journal can't be read.
    """
    if event.trainee != book.trainee:
        return None
    target = event.hash if event.kind == Kind.ENTRY else event.body.get("entry")
    return book.journal.entry(str(target)) if target else None
