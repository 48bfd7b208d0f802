"""The open journal of a state file: the one way to write an event, and every question about what was written."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final

from tui.errors import JournalError
from tui.journal import derived, local, reviews
from tui.journal.event import Claim, Enrolment, Entry, Event, EventHash, Fate, Headcount, Kind, NewEvent
from tui.journal.events import find, resolve, stamp
from tui.journal.finding import Finding
from tui.journal.high_water import Height, HighWater
from tui.journal.keeping import BACKGROUND_MS, Keeping
from tui.journal.memo import Memo, Memos
from tui.journal.opening import Opened, open_state
from tui.journal.review import Comment, Decision, Signature, Signoff, Waiver
from tui.journal.store import BUSY_MS
from tui.journal.tally import Tally, entries_by_month, tallies
from tui.journal.watch import Watch
from tui.journal.writer import own_writer, random_id

if TYPE_CHECKING:
    from tui.journal.canonical import Record
    from tui.journal.register import EventFilter, Register
    from tui.journal.writing import Chain

NOWHERE: Final = HighWater(None)


FOREGROUND_MS: Final = 1000
"""How long what was asked for at a screen waits for another process that is writing, in milliseconds."""


def wall_clock() -> int:
    """Now, in milliseconds since 1970 (UTC)."""
    return time.time_ns() // 1_000_000


class Journal:
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
        self.store = opened.store
        self.path: Path = opened.store.path
        self.warnings: tuple[Finding, ...] = opened.warnings
        """What could go wrong: a network file system, a copied file, a file that can only be looked at."""
        self.problems: tuple[Finding, ...] = opened.problems
        """What is not as ikusei left it; while there is any, events are refused (``ikusei doctor --mend``)."""
        self.read_only_reason: Finding | None = opened.read_only
        self._lock = opened.lock
        self._clock = clock
        self._host = host
        self._new_writer_id = new_writer_id
        self._high_water = high_water
        self._memos = Memos(self.store)
        self.keeping = Keeping(self.store, clock)
        """What is written in the background: it can wait, and it says what waits, since when, and why."""
        self._opened_register: Register | None = None
        self._watch = Watch(self.store)
        self._closes = ExitStack()
        self.joined: Callable[[], Mapping[str, str]] = dict
        """Asks a roster, where there is one, which further ids and chains are whose."""
        self.is_cache = False
        """Whether this is the reader's own cache of somebody else's file."""
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
        """Have *close* called when the file is closed: of what was opened to answer questions about this journal."""
        self._closes.callback(close)

    def __enter__(self) -> Journal:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def hurry(self) -> None:
        """From now on wait less for another process: somebody sits before a screen that stands still meanwhile."""
        self.store.hurry(BACKGROUND_MS, FOREGROUND_MS)

    def remember(self) -> None:
        """From now on answer as before while the file can't be read: ``store.memory`` says since when, and why.

        Raises:
            JournalError: it can't be read now.
        """
        from tui.journal.memory import Memory  # noqa: PLC0415 - only screens stay open that long

        self.store.memory = Memory(self._clock)
        self.keeping.learn()

    def look_again(self) -> bool:
        """Whether the file can be read again, after it couldn't; nobody is waited for."""
        try:
            with self.store.asking(0):
                self.stamp()
        except JournalError:
            return False
        return True

    def _forget(self) -> None:
        """Forget what was read of events that others have come behind."""
        if self.store.memory is not None:
            self.store.memory.forget()

    def look_only(self, path: Path, reason: Finding, problems: tuple[Finding, ...]) -> None:
        """Show the file *path*, of which this is the reader's own cache: no event can be written from here on.

        What is only computed can still be kept in it.
        """
        self.path = path
        self.read_only_reason, self.problems, self.warnings = reason, problems, ()
        self.is_cache = True

    @property
    def _can_keep(self) -> bool:
        """Whether what was only computed can be kept in the file."""
        return self.is_cache or not self.read_only

    @property
    def read_only(self) -> bool:
        """Whether the file can only be looked at; ``read_only_reason`` says why."""
        return self.read_only_reason is not None

    # -- writing --------------------------------------------------------------------------------------------------

    def append(self, news: Sequence[NewEvent], *, author: str) -> tuple[Event, ...]:
        """Write events, all of them or none; they are on the disk when this returns.

        Args:
            news: what to write, in this order; each is checked against what stands before it.
            author: id of the person who writes.

        Returns:
            the events as written, one for each of *news*.

        Raises:
            JournalError: an event can't be so, the file can't be written, or its guards are gone.
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
            seal: gets the events exactly as they will stand and gives what is written about them; may take its time,
                the file is free meanwhile, and may be asked again where others have written in between.
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
        from tui.journal.called import keep_own_name  # noqa: PLC0415 - looking doesn't need what writing needs
        from tui.journal.merge import merge  # noqa: PLC0415

        self._require_writable()
        chain = self._chain()
        with self.store.write():
            self._write_aside()
            # Before anything comes in: what the owner is called stands beside the events from here on.
            keep_own_name(self.store)
            chain.leave()
            before = stamp(self.store)
            taken = merge(self.store, records)
            chain.leave_to_others(before)
        had_written = self.has_written
        self._written(chain)
        self.has_written = had_written or taken > 0
        return taken

    def accept(self, person: str) -> int:
        """Accept every chain here that says that it is *person*'s: what they call themself there counts from now on.

        Returns:
            how many chains hadn't been accepted before.

        Raises:
            JournalError: the file can't be written.
        """
        from tui.journal.called import accept  # noqa: PLC0415 - see merge
        from tui.journal.subject import refresh_person  # noqa: PLC0415

        self._require_writable()
        with self.store.write():
            new = accept(self.store, person)
            refresh_person(self.store, person)
        return new

    def note_held(self, chains: Collection[tuple[str, str]]) -> None:
        """Note chains that weren't taken in, each as person and writer: so they can be accepted without their bundle.

        Raises:
            JournalError: the file can't be written.
        """
        from tui.journal.namesake import note_held  # noqa: PLC0415 - see merge

        self._require_writable()
        with self.store.write():
            note_held(self.store, chains)

    def own_mark(self) -> Height | None:
        """What this file's own chain is known to have come to on this machine; None: nothing is known."""
        return self._high_water.mark(own_writer(self.store))

    def rebuild(self) -> None:
        """Make every derived table anew from the events.

        Raises:
            JournalError: the file can't be written.
        """
        from tui.journal.fold import rebuild  # noqa: PLC0415 - see merge

        self._require_writable()
        with self.store.write():
            rebuild(self.store)
        self._forget()

    def _chain(self) -> Chain:
        from tui.journal.writing import Chain  # noqa: PLC0415 - see merge

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
        """Write what waits for the next write, whatever it is of."""
        self._memos.write()
        self.keeping.write()

    def _aside_written(self) -> None:
        self._memos.written()
        self.keeping.written()

    # -- the state now --------------------------------------------------------------------------------------------

    def entry(self, entry_id: str) -> Entry | None:
        """The entry with this id after its corrections, or None where there is none (any more)."""
        return derived.entry(self.store, entry_id)

    def entries(self, trainee: str, items: Iterable[str]) -> list[Entry]:
        """The entries that count for any of *items*, each once, oldest first."""
        return derived.entries(self.store, trainee, items)

    def entries_with_evidence(self) -> list[Entry]:
        """The entries of everybody that name evidence, in the order in which they were written."""
        return derived.entries_with_evidence(self.store)

    def entry_states(self, trainee: str, entries: Iterable[str]) -> dict[str, str]:
        """By entry of the trainee, the hash of the event that says what it is now: its own, or a correction's."""
        return derived.entry_states(self.store, trainee, entries)

    def newest(self, trainee: str, items: Iterable[str], limit: int) -> list[Entry]:
        """The latest entries that count for any of *items*, oldest first; the others are not read."""
        return derived.newest(self.store, trainee, items, limit)

    def count_for(self, trainee: str, items: Iterable[str]) -> int:
        """How many entries count for any of *items*."""
        return derived.count_for(self.store, trainee, items)

    def recent(self, trainee: str, limit: int) -> list[Entry]:
        """The entries of the latest days, latest first."""
        return derived.recent(self.store, trainee, limit)

    def entry_count(self, trainee: str) -> int:
        """How many entries a trainee has."""
        return derived.entry_count(self.store, trainee)

    def last_entry(self, trainee: str) -> Entry | None:
        """The entry that was recorded last, or None where there is none."""
        return derived.last_entry(self.store, trainee)

    def last_supervision(self, trainee: str) -> str | None:
        """The supervision of the entry that was recorded last, or None where there is none."""
        return derived.last_supervision(self.store, trainee)

    def ticks(self, trainee: str) -> dict[str, int]:
        """What is ticked: item, and when in milliseconds."""
        return derived.ticks(self.store, trainee)

    def claims(self, trainee: str) -> dict[str, Claim]:
        """By criterion, the newest claim that wasn't withdrawn."""
        return reviews.claims(self.store, trainee)

    def all_claims(self, trainee: str) -> list[Claim]:
        """Every claim of a trainee, oldest first, the withdrawn ones too."""
        return reviews.all_claims(self.store, trainee)

    def claims_on(self, trainee: str, item: str) -> list[Claim]:
        """Every claim on a criterion, oldest first, the withdrawn ones too."""
        return reviews.claims_on(self.store, trainee, item)

    def decisions(self, trainee: str) -> list[Decision]:
        """What was decided on a trainee's claims, oldest first."""
        return reviews.decisions(self.store, trainee)

    def heads(self, trainee: str) -> dict[str, str]:
        """Of every writer that wrote about a trainee, number and hash (``n:hash``) of its newest event known here."""
        return reviews.heads(self.store, trainee)

    def comments(self, claim: str) -> list[Comment]:
        """The remarks on a claim, oldest first."""
        return reviews.comments(self.store, claim)

    def signoffs(self, trainee: str) -> list[Signoff]:
        """The sign-offs of a trainee's STEPs with their reopenings, oldest first."""
        return reviews.signoffs(self.store, trainee)

    def forks(self, trainee: str) -> list[tuple[str, int]]:
        """Writer and number of which there are two events, of the chains about a trainee: an alarm."""
        return reviews.forks(self.store, trainee)

    def deciders(self, decisions: Iterable[str]) -> frozenset[str]:
        """Ids of those who made the decisions with these hashes."""
        return reviews.deciders(self.store, decisions)

    def waivers(self, trainee: str) -> list[Waiver]:
        """What was said about criteria of a trainee that needn't be met, oldest first."""
        return reviews.waivers(self.store, trainee)

    def signatures(self, event: str) -> list[Signature]:
        """The signatures over an event, oldest first."""
        return reviews.signatures(self.store, event)

    def headcounts(self) -> dict[str, Headcount]:
        """By team, how it was said last to be staffed."""
        from tui.journal.headcounts import headcounts  # noqa: PLC0415 - few ask

        return headcounts(self.store)

    def has_headcounts(self) -> bool:
        """Whether a head count was ever written, undone or not: whether events name teams."""
        from tui.journal.headcounts import has_headcounts  # noqa: PLC0415 - few ask

        return has_headcounts(self.store)

    def enrolments(self, trainee: str) -> list[Enrolment]:
        """The roles that a trainee follows, in the order of enrolment."""
        return derived.enrolments(self.store, trainee)

    def people(self) -> dict[str, str]:
        """The name of each person by id."""
        return derived.people(self.store)

    def all_names(self) -> dict[str, tuple[str, ...]]:
        """By person, everything that they have called themself, the newest first."""
        from tui.journal.called import all_names  # noqa: PLC0415 - only who looks for somebody asks

        return all_names(self.store)

    def trainees(self) -> list[str]:
        """Ids of those who follow a role or have entries."""
        return derived.trainees(self.store)

    def tallies(self, key: str) -> list[Tally]:
        """Every trainee in one short row, with what was computed of them by *key*, if no event has come in since."""
        return tallies(self.store, key)

    def entries_by_month(self) -> dict[str, int]:
        """How many entries all trainees have of each month that has any, the oldest month first."""
        return entries_by_month(self.store)

    # -- the events -----------------------------------------------------------------------------------------------

    def event(self, prefix: str) -> Event:
        """The event whose hash is *prefix*, or begins with it as the only one.

        Raises:
            UsageError: no event begins so, or more than one.
        """
        return resolve(self.store, prefix).event()

    def not_here(self, trainee: str, entries: Iterable[str]) -> int:
        """How many of these entries aren't in this journal, or aren't the trainee's own."""
        found = (find(self.store, each) for each in entries)
        return sum(each is None or (each.kind, each.trainee) != (Kind.ENTRY, trainee) for each in found)

    def events(self, wanted: EventFilter, limit: int, offset: int = 0) -> list[Event]:
        """A window on the events that *wanted* lets through, newest first."""
        return self._register.events(wanted, limit, offset)

    def event_count(self, wanted: EventFilter) -> int:
        """How many events *wanted* lets through."""
        return self._register.count(wanted)

    def place_of(self, event: str, wanted: EventFilter) -> int | None:
        """At which offset of ``events`` the event with this hash stands; None where *wanted* leaves it out."""
        return self._register.place_of(event, wanted)

    def last_act(self, author: str) -> Event | None:
        """The last thing that somebody did and that has an effect, whether it can be undone or not."""
        return self._register.last_act(author)

    def undoable(self, author: str) -> Event | None:
        """The same where it can be undone, and None where it can't; undo after undo walks back."""
        return self._register.undoable(author)

    def redoable(self, author: str) -> Event | None:
        """The undo that somebody wrote last, where they have done nothing else since; undone, it is a redo."""
        return self._register.redoable(author)

    def newest_said(self, trainee: str, kind: Kind, item: str) -> Event | None:
        """The newest event of a kind about an item that isn't undone, whoever wrote it."""
        return self._register.newest_said(trainee, kind, item)

    def fates(self, hashes: Iterable[EventHash]) -> dict[str, Fate]:
        """What became of those of these events that were undone, corrected or withdrawn."""
        return self._register.fates(list(hashes))

    @property
    def _register(self) -> Register:
        from tui.journal.register import Register  # noqa: PLC0415 - the first screen shows no events

        if self._opened_register is None:
            self._opened_register = Register(self.store)
        return self._opened_register

    # -- of this file alone ---------------------------------------------------------------------------------------

    def local_get(self, key: str) -> str | None:
        """A value that belongs to this file and never travels: a draft, the language."""
        return self.keeping.get(key)

    def local_set(self, key: str, value: str) -> bool:
        """Keep such a value, now or not at all; False where the file can only be looked at."""
        return self._set(key, value)

    def local_delete(self, key: str) -> bool:
        """Forget such a value, now or not at all; False where the file can only be looked at."""
        return self._set(key, None)

    def keep(self, key: str, value: str | None) -> None:
        """Keep such a value (None: forget it) in the background: at once, or as soon as the file can be written.

        Where the file can only be looked at, nothing is kept.
        """
        if not self.read_only:
            self.keeping.keep(key, value)

    def _set(self, key: str, value: str | None) -> bool:
        if self.read_only:
            return False
        if value is not None or local.get(self.store, key) is not None:
            with self.store.write():
                local.put(self.store, key, value)
        self.keeping.settled(key, value)
        return True

    # -- cache and watch ------------------------------------------------------------------------------------------

    def memo_get(self, trainee: str, item: str, key: str) -> str | None:
        """What was computed from an item's entries by *key*, if no event has touched them since."""
        return self._memos.get(trainee, item, key)

    def memo_put(self, trainee: str, item: str, key: str, body: str, touched: Iterable[str] = ()) -> None:
        """Keep what was computed right after ``memo_get`` had nothing; it is written with the next event or at the end.

        Args:
            trainee: whose it is.
            item: the criterion.
            key: digest of what it was computed by.
            body: what was computed.
            touched: further items whose entries or ticks it was computed from.
        """
        self._memos.put(trainee, item, Memo(key, body, tuple(touched)))

    def keep_memos(self) -> None:
        """Write the memos that wait, in one transaction; best called when nothing else is to do.

        Raises:
            JournalError: the file can't be written now.
        """
        if self._memos.are_waiting and self._can_keep:
            with self.store.write():
                self._memos.write()
            self._memos.written()

    def stamp(self) -> int:
        """How many events the file has taken in: what is computed while it stays the same is of one moment."""
        return stamp(self.store)

    def keep_summaries(self, key: str, bodies: Mapping[str, str], stamp_then: int) -> bool:
        """Keep what was computed of trainees by *key* while ``stamp`` was *stamp_then*.

        Returns:
            whether it was kept: not where events have come in since, or the file can only be looked at.

        Raises:
            JournalError: the file can't be written now.
        """
        from tui.journal.summary import keep_summaries  # noqa: PLC0415 - only the team screen computes them

        if not (self._can_keep and bodies):
            return False
        with self.store.write():
            return keep_summaries(self.store, key, bodies, stamp_then)

    def changed_elsewhere(self) -> bool:
        """Whether another process has written since the last call; costs a look at the file's time stamp."""
        has_changed = self._watch.changed()
        if has_changed and self.store.memory is not None:
            self.store.memory.expire()
            with suppress(JournalError):  # it can't be read now: what is known of drafts stays
                self.keeping.learn()
        return has_changed
