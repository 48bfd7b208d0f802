"""Looking at somebody else's state file: what its events say, kept in the reader's own cache.

The cache is a journal like any other, filled from the checked events of a private copy. So every screen and verb reads
it as it reads one's own, and derived tables, edits and triggers of the file's owner have no effect. It is filled once
and brought up to date when the file has changed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

from tui.errors import JournalError
from tui.journal.finding import Finding, Severity, warning
from tui.journal.foreign import ReadSoFar, foreign_events, said_writer
from tui.journal.journal import Journal
from tui.journal.snapshot import Stamp, copy_bytes, stamp_of

FOLDER: Final = "looked"
"""Below the cache folder: one file for each that was looked at."""
_KNOWN: Final = "looked"
"""Key of the local value of the cache that holds what is known of the original (``_Known``)."""
_LARGE: Final = 64 << 20
"""Bytes of a file that takes a second or more to copy: for it *tell* is called before the first row is read."""
_MOST_TOLD: Final = 20
"""How many damaged rows are named one by one; of the others only the number is given."""

Tell = Callable[[int], None]
"""Called with the number of rows read so far, now and then."""


class _Known(NamedTuple):
    """What is known of a file that was looked at.

    Args:
        stamp: the stamp that it had then.
        read: how far it was read.
        passed_over: how many rows were left out, because they weren't as they were written.
        left_out: the findings about the first of them: message keys with their fields.
        writer: the writer that it claims to stand for, or empty.
        content: the digest of its bytes.
    """

    stamp: Stamp = Stamp(0, 0, 0, 0, 0)
    read: ReadSoFar = ReadSoFar()
    passed_over: int = 0
    left_out: Sequence[tuple[str, dict[str, object]]] = ()
    writer: str = ""
    content: str = ""


def look_at(path: Path, cache: Path, tell: Tell = lambda _: None) -> Journal:
    """Open the reader's cache of somebody else's state file *path*, brought up to date.

    Args:
        path: the file; neither it nor anything beside it is changed.
        cache: the reader's cache folder.
        tell: called with the number of rows read so far, where there are new ones.

    Returns:
        a journal in which nothing can be written; its ``problems`` say what was passed over.

    Raises:
        JournalError: it is no state file, can't be read, or its owner keeps writing; or the cache can't be written.
    """
    path = path.absolute().resolve()
    kept = _kept_file(path, cache)
    try:
        journal = _brought_up_to_date(path, kept, tell)
    except JournalError as error:
        # The cache is made anew once: where the file was set back, or where the cache itself can't be read.
        if error.key != "journal.foreign_set_back" and error.fields.get("path") != kept:
            raise
        kept.unlink(missing_ok=True)
        journal = _brought_up_to_date(path, kept, tell)
    journal.look_only(path, warning("journal.others", path=path), left_out(journal))
    return journal


def is_up_to_date(journal: Journal) -> bool:
    """Whether the file that *journal* is the cache of is unchanged; True where it can't be reached now."""
    try:
        return stamp_of(journal.path) == _known(journal).stamp
    except JournalError:
        return True


def stands_for(journal: Journal) -> str:
    """The writer that the file claims to stand for which *journal* is the cache of; empty for one's own file."""
    return _known(journal).writer if journal.is_cache else ""


def refresh(journal: Journal, tell: Tell = lambda _: None) -> None:
    """Take in what is new in the file that *journal* is the cache of.

    Raises:
        JournalError: it can't be read now, or has lost events: look at it anew.
    """
    read_again(journal, tell)
    journal.problems = left_out(journal)


def read_again(journal: Journal, tell: Tell = lambda _: None) -> None:
    """As ``refresh``, but with a connection of its own: a thread may do it while *journal* answers in another.

    Args:
        journal: what ``look_at`` gave.
        tell: called with the number of rows read so far; an exception of it ends the reading, and nothing is kept.

    Raises:
        JournalError: as for ``refresh``.
    """
    with Journal.open(journal.store.path) as cache:
        _fill(cache, journal.path, tell)


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
        if _known(journal).stamp != stamp:
            _fill(journal, path, tell)
    except BaseException:
        journal.close()
        raise
    return journal


def _fill(journal: Journal, path: Path, tell: Tell) -> None:
    """Take in what is new in *path*: all of it, or nothing where what was there before isn't there as it was."""
    known = _known(journal)
    size = stamp_of(path).size
    if size > _LARGE:
        tell(0)
    if known.content and size == known.stamp.size:
        # The file was touched or copied back, or the share invents time stamps. Reading it for its digest costs a tenth
        # of copying and checking it.
        stamp, content = copy_bytes(path, None)
        if content == known.content:
            journal.local_set(_KNOWN, json.dumps(known._replace(stamp=stamp)))
            return
    with TemporaryDirectory(prefix="ikusei-") as folder:
        copy = Path(folder, "copy")
        stamp, content = copy_bytes(path, copy)
        with foreign_events(copy, path) as events:
            journal.merge(events.records(known.read, tell))
        writer = said_writer(copy, path)
    found = [*known.left_out, *((each.key, dict(each.fields)) for each in events.left_out)]
    now = _Known(stamp, events.read, known.passed_over + len(events.left_out), found[:_MOST_TOLD], writer, content)
    journal.local_set(_KNOWN, json.dumps(now))


def _known(journal: Journal) -> _Known:
    kept = journal.local_get(_KNOWN)
    if kept is None:
        return _Known()
    stamp, read, *rest = json.loads(kept)
    return _Known(Stamp(*stamp), ReadSoFar(*read), *rest)


def left_out(journal: Journal) -> tuple[Finding, ...]:
    """Findings about the rows that were left out of the file that *journal* is the cache of."""
    known = _known(journal)
    found = [Finding(Severity.FAULT, key, fields) for key, fields in known.left_out]
    if known.passed_over > len(found):
        found.append(Finding(Severity.FAULT, "journal.foreign_more", {"count": known.passed_over - len(found)}))
    return tuple(found)
