"""What an entry counts for, and which entry an event is about."""

from __future__ import annotations

from tui.journal.event import Entry, Event, Kind
from tui.workbook.standings.workbook import Workbook
from tui.workbook.trainee.writing import with_criteria


def counted_items(book: Workbook, chosen: str, criterion: str) -> tuple[str, ...]:
    """Ids that an entry counts for: the *chosen* training case with its criteria, else *criterion*; or none.

    Args:
        book: the workbook.
        chosen: id of the training case, learning item or point under the cursor, or empty.
        criterion: id of the criterion under which it stands, or empty.
    """
    items = with_criteria(book, (chosen,)) if chosen else ()
    if len(items) > 1:
        return items
    return (criterion,) if criterion else ()


def own_entry(book: Workbook, event: Event) -> Entry | None:
    """The entry that an event wrote or corrected, if it is about the trainee of *book*; else None.

    Raises:
        JournalError: the journal can't be read.
    """
    if event.trainee != book.trainee:
        return None
    target = event.hash if event.kind == Kind.ENTRY else event.body.get("entry")
    return book.journal.entry(str(target)) if target else None
