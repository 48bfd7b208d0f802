"""Looking at somebody else's state file: what its events say, kept in the reader's own cache.

The cache is a journal like any other, filled from the checked events of a private copy; so every screen and verb reads
it as it reads one's own, and nothing that the file's owner has computed, edited or hung on it is ever asked. It is
filled once and brought up to date when the file has changed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tui.errors import JournalError
from tui.journal.canonical import Record
from tui.journal.finding import Finding, Severity, warning
from tui.journal.foreign import foreign_events
from tui.journal.journal import Journal
from tui.journal.snapshot import copy_bytes, stamp_of

FOLDER: Final = "looked"
"""Below the cache folder: one file for each that was looked at."""
_STAMP: Final = "looked.stamp"
_LEFT_OUT: Final = "looked.left_out"
"""Keys, among the local values of the kept file, of what the original was like then, and of what was passed over."""
_HASHES: Final = "SELECT hash FROM event"
_MOST_TOLD: Final = 20
"""Rows that weren't as written of which each is named; of more there is the number."""

Tell = Callable[[int], None]
"""Is told how many rows were read, now and then."""


def look_at(path: Path, cache: Path, tell: Tell = lambda _: None) -> Journal:
    """Open what the state file *path*, which is somebody else's, says.

    Args:
        path: the file; neither it nor anything beside it is changed.
        cache: the reader's folder of what can be lost without harm.
        tell: is told how many rows were read, where there are new ones.

    Returns:
        a journal in which nothing can be written; its ``problems`` say what was passed over.

    Raises:
        JournalError: it is no state file, can't be read, or its owner keeps writing; or the cache can't be written.
    """
    path = path.absolute().resolve()
    kept = _kept_file(path, cache)
    try:
        journal = _brought_up_to_date(path, kept, tell)
    except JournalError:
        if not kept.exists():
            raise
        # A cache that can't be read or filled (an older ikusei's, damaged) is made anew once.
        kept.unlink(missing_ok=True)
        journal = _brought_up_to_date(path, kept, tell)
    journal.look_only(path, warning("journal.others", path=path), _left_out(journal))
    return journal


def is_up_to_date(journal: Journal) -> bool:
    """Whether the file that *journal* looks at is as it was; True where it can't be reached now."""
    try:
        return json.dumps(stamp_of(journal.path)) == journal.local_get(_STAMP)
    except JournalError:
        return True


def refresh(journal: Journal, tell: Tell = lambda _: None) -> None:
    """Take in what has come to the file that *journal* looks at.

    Raises:
        JournalError: it can't be read now, or has lost events: look at it anew.
    """
    with Journal.open(journal.store.path) as kept:
        _fill(kept, journal.path, tell)
    journal.problems = _left_out(journal)


def _kept_file(path: Path, cache: Path) -> Path:
    folder = cache / FOLDER
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise JournalError("journal.no_copy", path=path, folder=folder, why=why) from error
    return folder / f"{hashlib.sha256(str(path).encode('utf-8', 'surrogateescape')).hexdigest()[:32]}.sqlite"


def _brought_up_to_date(path: Path, kept: Path, tell: Tell) -> Journal:
    stamp = stamp_of(path)
    journal = Journal.open(kept, create=True)
    try:
        if journal.local_get(_STAMP) != json.dumps(stamp):
            _fill(journal, path, tell)
    except BaseException:
        journal.close()
        raise
    return journal


def _fill(journal: Journal, path: Path, tell: Tell) -> None:
    """Take in what is new in *path*; nothing is taken in where it lacks something that is kept."""
    with TemporaryDirectory(prefix="ikusei-") as folder:
        copy = Path(folder, "copy")
        stamp = copy_bytes(path, copy)
        known = frozenset(journal.store.each(str, _HASHES))
        with foreign_events(copy, path) as events:
            journal.merge(_new(events.records(tell), known, path))
            found = [(each.key, dict(each.fields)) for each in events.left_out[:_MOST_TOLD]]
            count = len(events.left_out)
    journal.local_set(_LEFT_OUT, json.dumps([count, found]))
    journal.local_set(_STAMP, json.dumps(stamp))


def _new(records: Iterator[Record], known: frozenset[str], path: Path) -> Iterator[Record]:
    """Those that aren't known; an error at the end, which takes the merge back, where one that is known has gone."""
    gone = set(known)
    for record in records:
        if record.hash in known:
            gone.discard(record.hash)
        else:
            yield record
    if gone:
        raise JournalError("journal.set_back", path=path)


def _left_out(journal: Journal) -> tuple[Finding, ...]:
    with suppress(ValueError, TypeError):
        count, found = json.loads(journal.local_get(_LEFT_OUT) or "[0, []]")
        told = [Finding(Severity.FAULT, key, fields) for key, fields in found]
        more = (
            [Finding(Severity.FAULT, "journal.foreign_more", {"count": count - len(told)})] if count > len(told) else []
        )
        return (*told, *more)
    return ()
