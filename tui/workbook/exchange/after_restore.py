"""After a restore: taking back the records that the replaced state file had and the backup hasn't."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from tui.errors import JournalError
from tui.journal.bundle.preview import Preview
from tui.journal.bundle.writing import waiting_bundle
from tui.journal.journal import Journal
from tui.workbook.exchange.intake import Taken, take_in


def take_back(journal: Journal, kept: Path, pack: tuple[str, str], agrees: Callable[[Preview], bool]) -> Taken:
    """Take in every record that an earlier state of the same journal has and the present one hasn't.

    The earlier file is checked whole, like a bundle. Its records come back at the ends of the chains that they were
    written to. The present file writes another chain by then, so no number of a chain is used twice.

    Args:
        journal: the present journal, open for writing.
        kept: the state file as it was before the restore.
        pack: id and version of the pack in use.
        agrees: is shown what would come back, and says whether it is wanted.

    Raises:
        JournalError: *kept* can't be read, or is another person's.
        BundleError: something in it isn't as it was written.
    """
    with Journal.open(kept, write=False) as before:
        then, now = before.writer, journal.writer
        if then is None or now is None or then.person != now.person:
            raise JournalError("restore.not_own", path=kept)
        with waiting_bundle(before, pack=pack) as (_, file):
            # Here it is expected that a file brings records of the own chain (``takes_own``). Whether two chains are
            # one person's was answered when the earlier file took them in, so it isn't asked again (``joins``).
            taken = take_in(
                journal, file, None, lambda found: agrees(replace(found, own=0)), takes_own=True, joins=lambda _: True
            )
    return Taken(replace(taken.found, own=0), taken.events)
