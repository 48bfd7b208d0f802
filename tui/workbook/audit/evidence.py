"""Whether the files that entries name as evidence are still what they were: the same, changed, or missing.

Files of the reader's own entries are looked for at the path that the entry names. Files of other people's entries are
looked for only in folders that the reader has named: an entry could name any private file on the reader's machine.
The answer never shows what a file holds, nor its digest.
"""

from __future__ import annotations

import errno
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Final

from tui.errors import UsageError
from tui.journal.event import Entry, Evidence
from tui.record import record
from tui.workbook.standings.workbook import Workbook
from tui.workbook.trainee.evidence_file import digest, open_as_written, open_below

LARGEST: Final = 16 << 30
"""Bytes of the largest file that is read; a larger one counts as unchecked."""
LONGEST: Final = 600.0
"""Seconds after which no more is read."""
_NOT_THERE: Final = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENAMETOOLONG, errno.EISDIR})


class EvidenceOutcome(StrEnum):
    """What checking a file has shown."""

    SAME = "same"
    CHANGED = "changed"
    MISSING = "missing"
    UNCHECKED = "unchecked"
    """It is there, but can't be read, is too large, or there was no time."""


_WEIGHT: Final = (EvidenceOutcome.SAME, EvidenceOutcome.CHANGED, EvidenceOutcome.UNCHECKED, EvidenceOutcome.MISSING)
"""Which outcome counts where several places were searched: the first of these that occurred."""


class Search:
    """Looks for evidence files until the time is up.

    Args:
        folders: where the files of other people's entries may lie.
        largest: bytes of the largest file that is read.
        seconds: time limit; files that come later are unchecked.
        clock: a monotonic clock, in seconds.
        is_wanted: False once nobody waits for the answer any more; the search stops then.
    """

    def __init__(
        self,
        folders: Sequence[Path],
        *,
        largest: int = LARGEST,
        seconds: float = LONGEST,
        clock: Callable[[], float] = time.monotonic,
        is_wanted: Callable[[], bool] = lambda: True,
    ) -> None:
        self.folders = tuple(folders)
        self._largest = largest
        self._clock = clock
        self._end = clock() + seconds
        self._is_wanted = is_wanted

    def outcome(self, evidence: Evidence, *, is_own: bool = False) -> EvidenceOutcome:
        """Whether the file that *evidence* names still has the digest that was kept.

        Args:
            evidence: the reference, with its digest.
            is_own: whether it stands in the reader's own entry; it is then looked for at its own path, too.
        """
        places: list[Callable[[], int]] = [partial(open_as_written, evidence.ref)] if is_own else []
        places += [partial(open_below, folder, evidence.ref) for folder in self.folders]
        found = {self._outcome_at(place, evidence.sha256) for place in places}
        return next((each for each in _WEIGHT if each in found), EvidenceOutcome.MISSING)

    def _outcome_at(self, place: Callable[[], int], wanted: str) -> EvidenceOutcome:
        if not self._may_go_on(0):
            return EvidenceOutcome.UNCHECKED
        try:
            found = digest(place(), self._may_go_on)
        except ValueError:
            return EvidenceOutcome.MISSING  # nothing can have that name
        except OSError as error:
            return EvidenceOutcome.MISSING if error.errno in _NOT_THERE else EvidenceOutcome.UNCHECKED
        if not found:
            return EvidenceOutcome.UNCHECKED
        return EvidenceOutcome.SAME if found == wanted else EvidenceOutcome.CHANGED

    def _may_go_on(self, read: int) -> bool:
        return read <= self._largest and self._clock() < self._end and self._is_wanted()


@record
class Checked:
    """One checked reference of an entry.

    Args:
        entry: the entry that names it.
        ref: the name, as it stands in the entry.
        outcome: what the check has shown; None: not looked for, because no folder was named for others' files.
    """

    entry: Entry
    ref: str
    outcome: EvidenceOutcome | None


def check_evidence(book: Workbook, search: Search, own: str) -> Iterator[Checked]:
    """Look at every file with a digest that an entry of the journal names.

    Args:
        book: any workbook of the journal.
        search: where to look, and how long.
        own: id of the reader, whose own entries name files of this machine; empty: no entry is the reader's own.

    Raises:
        JournalError: the journal can't be read.
    """
    for entry in book.journal.entries_with_evidence():
        is_own = bool(own) and entry.trainee == own
        for each in entry.evidence:
            if each.sha256:
                can_look = is_own or search.folders
                yield Checked(entry, each.ref, search.outcome(each, is_own=is_own) if can_look else None)


def counts_of(outcomes: Iterable[EvidenceOutcome | None]) -> Mapping[str, int]:
    """How many files had each outcome; None isn't counted."""
    found = Counter(outcomes)
    return {str(outcome): found[outcome] for outcome in EvidenceOutcome}


def folders_named(names: Iterable[str]) -> tuple[Path, ...]:
    """The folders that the reader has named.

    Raises:
        UsageError: one of them isn't a folder, or can't be reached.
    """
    folders = tuple(Path(each).expanduser() for each in names)
    for each in folders:
        if not each.is_dir():
            raise UsageError("workbook.no_evidence_folder", path=each)
    return folders
