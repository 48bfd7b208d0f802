"""Taking back what a state file had before a backup was put in its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryFile

from tui.errors import JournalError
from tui.journal.bundle.preview import Preview
from tui.journal.bundle.writing import write_bundle
from tui.journal.journal import Journal
from tui.workbook.exchange.intake import Taken, take_in


def take_back(journal: Journal, kept: Path, pack: tuple[str, str], agrees: Callable[[Preview], bool]) -> Taken:
    """Take in every record that an earlier state of the same journal has and the present one hasn't.

    It is checked as a bundle is, whole. The records come back at the ends of the chains that they were written to;
    the present file writes another chain by then, so no number is given twice.

    Args:
        journal: the present one, open for writing.
        kept: the state file from before.
        pack: id and version of the pack in use.
        agrees: is shown what would come back, and says whether it is wanted.

    Raises:
        JournalError: *kept* can't be read, or is another person's.
        BundleError: something in it isn't as it was written.
    """
    with Journal.open(kept, write=False) as before, TemporaryFile() as file:
        then, now = before.writer, journal.writer
        if then is None or now is None or then.person != now.person:
            raise JournalError("restore.not_own", path=kept)
        write_bundle(before, file, pack=pack)
        file.seek(0)

        # Records of the own chain coming back are expected here; whoever takes them in begins another chain.
        # What stood in it was let in before: nobody is asked again whether two chains are one person's.
        taken = take_in(
            journal, file, None, lambda found: agrees(replace(found, own=0)), takes_own=True, joins=lambda _: True
        )
    return Taken(replace(taken.found, own=0), taken.events)
