"""The reader's own state file, whatever file is looked at."""

from __future__ import annotations

from tui.errors import JournalError
from tui.journal.journal import Journal
from tui.workbook.settings import Settings


def look_at_own(settings: Settings) -> Journal:
    """The reader's own state file, to look at who they are and whom they trust.

    One of an older ikusei is brought up to date, as any start does.

    Raises:
        JournalError: it can't be opened.
    """
    try:
        return Journal.open(settings.own, write=False)
    except JournalError as error:
        if error.key != "journal.older":
            raise
        return Journal.open(settings.own)
