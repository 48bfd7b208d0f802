"""Reading a bundle whole before anything of it is taken in: its events wait in a temporary table, not in memory."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from types import TracebackType
from typing import BinaryIO, Final

from tui.errors import BundleError
from tui.journal.bundle.beginning import read_header
from tui.journal.bundle.header import ChainReach, Header
from tui.journal.bundle.holding import Held, hold_namesakes
from tui.journal.bundle.limits import LONGEST_LINE
from tui.journal.bundle.line import read_record
from tui.journal.bundle.sifting import SEEN_TOGETHER, leave_out_own, sift
from tui.journal.bundle.writing import reach_of
from tui.journal.canonical import Record
from tui.journal.event import Kind
from tui.journal.journal import Journal
from tui.journal.namesake import IsOne
from tui.journal.store import Store

_TABLE: Final = """
CREATE TEMP TABLE incoming (
    hash TEXT, writer TEXT, n INTEGER, previous TEXT, clock INTEGER, recorded INTEGER, author TEXT,
    trainee TEXT, kind TEXT, item TEXT, body TEXT, pack TEXT, pack_version TEXT
)"""
# Made when all lines are in: sorting once is less work than finding the place of each, and two lines are never one
# event, since each stands behind the one before it.
_INDICES: Final = (
    "CREATE UNIQUE INDEX temp.incoming_hash ON incoming (hash)",
    "CREATE INDEX temp.incoming_chain ON incoming (writer, n)",
    "CREATE INDEX temp.incoming_writer ON incoming (trainee) WHERE kind = 'writer'",
    "CREATE INDEX temp.incoming_person ON incoming (trainee) WHERE kind = 'person'",
)
_DROP: Final = ("DROP VIEW IF EXISTS temp.together", "DROP TABLE IF EXISTS temp.incoming")
_ADD: Final = "INSERT INTO temp.incoming VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
# Between the tables of one connection no row passes through Python.
_TAKE: Final = f"""
INSERT INTO main.event SELECT {", ".join(Record._fields)} FROM temp.incoming WHERE true ORDER BY incoming.rowid
ON CONFLICT (hash) DO NOTHING"""

EVERYBODY: Final = frozenset({Kind.WRITER, Kind.PERSON})
"""Kinds that are taken in whoever they are about: beginnings of chains and names, as far as ``sift`` lets them pass."""


class Staged:
    """A bundle that has been read whole and found sound; nothing of it is taken in yet.

    Args:
        journal: what its events wait beside.
        header: what the bundle says about itself.
    """

    def __init__(self, journal: Journal, header: Header) -> None:
        self.store = journal.store
        self.header = header
        self._journal = journal

    def take_in(self) -> int:
        """Take its events in, all of them or none (``Journal.merge``); how many of them are new.

        Raises:
            JournalError: the journal can't be written.
        """
        return self._journal.take_in(lambda store: store.run(_TAKE))

    def leave_out_own(self, *, takes_own: bool) -> int:
        """Leave out records that claim to be of the file's own chain, and that the file hasn't written.

        Args:
            takes_own: whether records of the own chain may come back, into a file that was set back.

        Returns:
            how many records were left out.
        """
        return leave_out_own(self.store, self._journal.own_mark(), takes_own=takes_own)

    def hold_namesakes(self, me: str, is_one: IsOne) -> tuple[Held, ...]:
        """Leave out what may be a namesake's.

        Args:
            me: id of the reader. Under this id only chains that are here already are the reader's own.
            is_one: whether the reader or the roster has said that a chain belongs to a person.

        Returns:
            what was left out, one item for each chain.
        """
        return hold_namesakes(self.store, me, is_one)

    def close(self) -> None:
        """Forget its events."""
        _forget(self.store)

    def __enter__(self) -> Staged:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


def stage(journal: Journal, stream: BinaryIO, *, takes: frozenset[str] | None = None) -> Staged:
    """Read a bundle to its end and check every line of it.

    Others can write to the journal meanwhile, however slowly *stream* comes.

    Args:
        journal: what may take it in.
        stream: the bundle.
        takes: ids of the only people whose events may be in it; None for anybody's.

    Raises:
        BundleError: it is refused; the message names the line, the reason and how to mend it.
    """
    store = journal.store
    header = read_header(stream)
    _forget(store)
    for statement in (_TABLE, SEEN_TOGETHER):
        store.run(statement)
    try:
        # One transaction, or each row would be one; it touches the temporary table alone, so it locks nobody out.
        with store.read():
            store.fill(_ADD, _Lines(header, takes).checked(stream))
            for statement in _INDICES:
                store.run(statement)
            sift(store)
    except BaseException:
        _forget(store)
        raise
    return Staged(journal, header)


def _forget(store: Store) -> None:
    for statement in _DROP:
        store.run(statement)


class _Lines:
    """The lines after the header, compared with the header.

    Args:
        header: what the bundle says about itself.
        takes: ids of the only people whose events may be in it.
    """

    def __init__(self, header: Header, takes: frozenset[str] | None) -> None:
        self._header = header
        self._takes = takes
        self._people: set[str] = set()
        self._trainees: set[str] = set()
        self._writers: dict[str, ChainReach] = {}

    def checked(self, stream: BinaryIO) -> Iterator[Record]:
        """The events, one after the other; the end is refused where the whole isn't what the header says."""
        said = self._header.events
        digest = hashlib.sha256()
        line = 1
        before: tuple[int, str, int, str] = (-1, "", 0, "")
        while raw := stream.readline(LONGEST_LINE + 1):
            line += 1
            if line > said + 1:
                raise BundleError("bundle.trailing", line, said=said)
            if not raw.endswith(b"\n") and len(raw) <= LONGEST_LINE:
                raise BundleError("bundle.cut_off", line)
            if raw.endswith(b"\r\n"):
                raise BundleError("bundle.rewritten", line)
            record = read_record(raw, line)
            place = (record.clock, record.writer, record.n, record.hash)
            if place <= before:
                raise BundleError("bundle.order", line)
            before = place
            self._note(record, line)
            digest.update(raw)
            yield record
        if line < said + 1:
            raise BundleError("bundle.truncated", line, found=line - 1, said=said)
        if digest.hexdigest() != self._header.digest:
            raise BundleError("bundle.digest", 1)
        self._compare()

    def _note(self, record: Record, line: int) -> None:
        """Note the people and the chain of an event; refuse what the header doesn't name, so that memory can't fill."""
        if self._takes is not None and record.kind not in EVERYBODY and record.trainee not in self._takes:
            raise BundleError("bundle.not_taken", line, trainee=record.trainee)
        for person in {record.author, record.trainee} - {""}:
            if person not in self._header.people:
                raise BundleError("bundle.not_named", line, name=person)
            self._people.add(person)
        if record.writer not in self._header.writers:
            raise BundleError("bundle.not_named", line, name=record.writer)
        if record.trainee:
            self._trainees.add(record.trainee)
        self._writers[record.writer] = reach_of(record.n, record.hash, self._writers.get(record.writer))

    def _compare(self) -> None:
        found: Mapping[str, object] = {
            "people": self._people,
            "trainees": tuple(sorted(self._trainees)),
            "writers": self._writers,
        }
        said: Mapping[str, object] = {
            "people": set(self._header.people),
            "trainees": self._header.trainees,
            "writers": self._header.writers,
        }
        for field, value in found.items():
            if value != said[field]:
                raise BundleError("bundle.header_differs", 1, field=field)
