"""The line of an event that is to travel: what nearly every event is, is seen without reading its line anew.

Whatever else an event holds is no matter for here: ``line`` writes it, reads it as its receiver will, and says what is
wrong with it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from tui.journal.bundle.limits import HASH, ID, KIND, LATEST, LONGEST_WORD, MOST, SUBJECT
from tui.journal.bundle.line import SURELY_FITS, checked_line_of
from tui.journal.canonical import Record
from tui.journal.entry_text import is_as_written
from tui.journal.event import Kind

_ENTRY: Final = str(Kind.ENTRY)
_DIFFERENT: Final = 1024
"""Whose events of which edition of the content there are in one journal, as many as are remembered."""


class _PlainColumns(NamedTuple):
    """The columns of an event that are the same in many, as they stand in its line."""

    author: str
    item: str
    pack: str
    whom: str


def ready_line_of(record: Record) -> bytes:
    """The line of an event, with its line end, if a receiver will take it in.

    Raises:
        BundleError: the event isn't what was written, or no bundle could hold it.
    """
    event, writer, n, previous, clock, recorded, author, trainee, kind, item, body, pack, version = record
    words = _words((author, item, pack, version, trainee, writer)) if kind == _ENTRY else None
    if (
        words is None
        or not (1 <= n <= MOST and 0 <= clock <= LATEST and 0 <= recorded <= LATEST)
        or not (previous == "" or HASH.fullmatch(previous))
        or len(body) > SURELY_FITS
        or not is_as_written(body)
        or record.digest() != event
    ):
        return checked_line_of(record)
    return (
        f'{words.author},"body":{body},"clock":{clock},"hash":"{event}",{words.item},"n":{n},{words.pack},'
        f'"previous":"{previous}","recorded":{recorded},{words.whom}}}\n'
    ).encode()


@lru_cache(_DIFFERENT)
def _words(columns: tuple[str, str, str, str, str, str]) -> _PlainColumns | None:
    """These columns of an entry as they stand in a line; None where any of them can't stand there as it is."""
    author, item, pack, version, trainee, writer = columns
    if not (ID.fullmatch(author) and ID.fullmatch(writer) and SUBJECT.fullmatch(trainee)):
        return None
    if not all(each == "" or (len(each) <= LONGEST_WORD and KIND.fullmatch(each)) for each in (item, pack)):
        return None
    if not (version == "" or ID.fullmatch(version)):
        return None
    return _PlainColumns(
        f'{{"author":"{author}"',
        f'"item":"{item}","kind":"{_ENTRY}"',
        f'"pack":"{pack}","pack_version":"{version}"',
        f'"trainee":"{trainee}","writer":"{writer}"',
    )
