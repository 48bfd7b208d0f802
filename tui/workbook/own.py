"""The reader's own state file, whatever file is looked at."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

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
        return Journal.open(settings.own, marks=settings.marks)


def is_own(settings: Settings, journal: Journal) -> bool:
    """Whether an open journal is the reader's own."""
    return journal.path == settings.own.resolve()


@contextmanager
def own_journal(settings: Settings, journal: Journal | None) -> Iterator[Journal | None]:
    """The reader's own journal, to look at: the open one where it is that, else opened for the while; None: no file.

    Raises:
        JournalError: it can't be opened.
    """
    if not settings.own.exists():
        yield None
    elif journal is not None and is_own(settings, journal):
        yield journal
    else:
        with look_at_own(settings) as own:
            yield own
