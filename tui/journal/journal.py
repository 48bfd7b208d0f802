"""The open journal of a state file: all access to it, and the only way to write an event.

Nothing outside this package uses its store.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final

from tui.errors import JournalError
from tui.journal.event import Event, NewEvent
from tui.journal.events import add_new, stamp
from tui.journal.high_water import Height, HighWater
from tui.journal.open_file import OpenFile
from tui.journal.opening import Opened, open_state
from tui.journal.store import BUSY_MS, Store
from tui.journal.writer import own_writer, random_id

if TYPE_CHECKING:
    from tui.journal.canonical import Record
    from tui.journal.writing import Chain

NOWHERE: Final = HighWater(None)


def wall_clock() -> int:
    """Now, in milliseconds since 1970 (UTC)."""
    return time.time_ns() // 1_000_000


class Journal(OpenFile):
    """An open state file; ``Journal.open`` makes it.

    Args:
        opened: the file, and what was noticed about it.
        clock: gives the wall clock in milliseconds since 1970.
        host: name of this machine.
        new_writer_id: gives the id of a new writer.
        high_water: how far each writer has come on this machine.
    """

    def __init__(
        self,
        opened: Opened,
        clock: Callable[[], int],
        host: str,
        new_writer_id: Callable[[], str] = random_id,
        high_water: HighWater = NOWHERE,
    ) -> None:
        super().__init__(opened, clock)
        self._lock = opened.lock
        self._host = host
        self._new_writer_id = new_writer_id
        self._high_water = high_water
        self._closes = ExitStack()
        self.joined: Callable[[], Mapping[str, str]] = dict
        """Asks the roster, where there is one, which further ids and chains belong to whom."""
        self.has_written = False
        """Whether events were written since the file was opened."""
        self.writes = 0
        """How often events were written or taken in since then."""

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        write: bool = True,
        create: bool = False,
        clock: Callable[[], int] = wall_clock,
        host: str = "",
        busy_ms: int = BUSY_MS,
        new_writer_id: Callable[[], str] = random_id,
        marks: Path | None = None,
    ) -> Journal:
        """Open the state file *path*; nothing in it changes until something is written.

        Args:
            path: the file.
            write: False to only look; a file that can't be written is opened so by itself.
            create: make the file, and the folders above it, where there is none.
            clock: gives the wall clock in milliseconds since 1970.
            host: name of this machine; left out, what it calls itself.
            busy_ms: how long to wait for another process that is writing, in milliseconds.
            new_writer_id: gives the id of a new writer; the same each time makes the same journal each time.
            marks: folder that notes how far each writer has come, so that a file that was set back is noticed.

        Raises:
            JournalError: there is no such file, it is another program's, a newer ikusei's, locked, or damaged.
        """
        host = host or os.uname().nodename
        high_water = HighWater(marks)
        opened = open_state(path, write=write, create=create, host=host, busy_ms=busy_ms, high_water=high_water)
        return cls(opened, clock, host, new_writer_id, high_water)

    def close(self) -> None:
        """Write what is only a cache, and close the file; closing twice does no harm."""
        try:
            self.keep_memos()
        except JournalError:
            self._memos.written()  # a cache: the next start computes it again
        finally:
            self._closes.close()
            self.store.close()
            if self._lock is not None:
                self._lock.release()

    def now(self) -> int:
        """The wall clock of this machine, in milliseconds since 1970."""
        return self._clock()

    def at_close(self, close: Callable[[], None]) -> None:
        """Have *close* called when the file is closed, for something that was opened to answer questions about it."""
        self._closes.callback(close)

    def __enter__(self) -> Journal:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    # -- writing --------------------------------------------------------------------------------------------------

    def append(self, news: Sequence[NewEvent], *, author: str) -> tuple[Event, ...]:
        """Write events, all of them or none; they are on the disk when this returns.

        Args:
            news: what to write, in this order; each is checked against what stands before it.
            author: id of the person who writes.

        Returns:
            the events as written, one for each of *news*.

        Raises:
            JournalError: an event is invalid, the file can't be written, or its guards are gone.
        """
        self._require_writable()
        if not news:
            return ()
        chain = self._chain()
        with self.store.write():
            self._write_aside()
            events = chain.write(news, author)
        self._written(chain)
        return events

    def append_sealed(
        self, news: Sequence[NewEvent], seal: Callable[[Sequence[Event]], Sequence[NewEvent]], *, author: str
    ) -> tuple[Event, ...]:
        """Write events and what *seal* says about them (their signatures), all of it or nothing.

        Args:
            news: what to write, in this order.
            seal: gets the events exactly as they will be written, and gives the events about them. It may take its
                time, since the file is free meanwhile. It is called again where others have written in between.
            author: id of the person who writes.

        Returns:
            the events as written, one for each of *news*.

        Raises:
            JournalError: as for ``append``; or others kept writing in between.
        """
        self._require_writable()
        chain = self._chain()
        events = chain.write_sealed(news, author, seal, self._write_aside)
        self._written(chain)
        return events

    def merge(self, records: Iterable[Record]) -> int:
        """Take in events of other writers, all of them or none; they are on the disk when this returns.

        Args:
            records: events whose hashes have been checked, in any order; what is known already changes nothing.

        Returns:
            how many of them are new.

        Raises:
            JournalError: the file can't be written, or its guards are gone.
        """
        return self.take_in(lambda store: add_new(store, records))

    def take_in(self, add: Callable[[Store], None]) -> int:
        """The same, of what *add* writes into the table of the events."""
        from tui.journal.called import keep_own_name  # looking doesn't need what writing needs
        from tui.journal.merge import merge

        self._require_writable()
        chain = self._chain()
        with self.store.write():
            self._write_aside()
            # Before anything comes in, so that no event from elsewhere can set the owner's name.
            keep_own_name(self.store)
            chain.leave()
            before = stamp(self.store)
            taken = merge(self.store, add)
            chain.leave_to_others(before)
        had_written = self.has_written
        self._written(chain)
        self.has_written = had_written or taken > 0
        return taken

    def accept(self, person: str) -> int:
        """Accept every chain here that names *person* as its owner: names that it gives count from now on.

        Returns:
            how many chains hadn't been accepted before.

        Raises:
            JournalError: the file can't be written.
        """
        from tui.journal.called import accept  # see merge
        from tui.journal.subject import refresh_people

        self._require_writable()
        with self.store.write():
            new = accept(self.store, person)
            refresh_people(self.store, [person])
        return new

    def note_held(self, chains: Collection[tuple[str, str]]) -> None:
        """Note chains that weren't taken in, as (person, writer), so that they can be accepted before they come again.

        Raises:
            JournalError: the file can't be written.
        """
        from tui.journal.namesake import note_held  # see merge

        self._require_writable()
        with self.store.write():
            note_held(self.store, chains)

    def own_mark(self) -> Height | None:
        """The last event that this file is known to have written on this machine; None: nothing is known."""
        return self._high_water.mark(own_writer(self.store))

    def rebuild(self) -> None:
        """Make every derived table anew from the events.

        Raises:
            JournalError: the file can't be written.
        """
        from tui.journal.fold import rebuild  # see merge

        self._require_writable()
        with self.store.write():
            rebuild(self.store)
        self._forget()

    def _chain(self) -> Chain:
        from tui.journal.writing import Chain  # see merge

        return Chain(self.store, self._clock, self._host, self._new_writer_id, self._high_water)

    def _written(self, chain: Chain) -> None:
        """Note a write that is on the disk."""
        self._aside_written()
        self._forget()
        self.writes += 1
        self.has_written = True
        if chain.last is not None:
            self._high_water.note(chain.last.writer, Height(chain.last.n, chain.last.hash))

    def _require_writable(self) -> None:
        if self.read_only_reason is not None:
            raise JournalError(self.read_only_reason.key, **self.read_only_reason.fields)
        if self.problems:
            raise JournalError(self.problems[0].key, **self.problems[0].fields)

    def _write_aside(self) -> None:
        """Write the memos and kept values that wait for the next write."""
        self._memos.write()
        self.keeping.write()

    def _aside_written(self) -> None:
        self._memos.written()
        self.keeping.written()
