"""Writing events: each is checked, linked to its writer's chain, hashed, stored, and folded into the derived tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Final, NoReturn

from tui.errors import JournalError
from tui.journal.beginning import continued_by
from tui.journal.body import kept
from tui.journal.called import keep_own_name
from tui.journal.canonical import Record, canonical
from tui.journal.check import Incoming, check, check_claims
from tui.journal.clock import is_at_its_end, next_clock, wall
from tui.journal.event import Event, Kind, NewEvent
from tui.journal.events import insert, tip, tip_about
from tui.journal.fields import LONGEST_WORD
from tui.journal.fold import apply
from tui.journal.high_water import HighWater
from tui.journal.store import Store
from tui.journal.strand import BEFORE, link_text
from tui.journal.writer import FileLocation, current_writer, move_writer, new_writer, place_of
from tui.text.clean import one_line

_OWN_CAME_IN: Final = "SELECT EXISTS (SELECT 1 FROM event WHERE rowid > ? AND writer = ?)"
ATTEMPTS: Final = 5
"""How often sealing is tried again while another process keeps writing to the same file in between."""


class _TakenBack(Exception):  # noqa: N818 - no error: how a write that was only tried ends
    """Raised to roll back events that were written only to see how they come out."""


class Chain:
    """The chain of events that this file writes.

    Args:
        store: the file.
        clock: gives the wall clock in milliseconds since 1970.
        host: name of this machine.
        new_id: gives the id of a new writer.
        high_water: how far each writer has come on this machine.
    """

    def __init__(
        self, store: Store, clock: Callable[[], int], host: str, new_id: Callable[[], str], high_water: HighWater
    ) -> None:
        self._store = store
        self._clock = clock
        self._host = host
        self._new_id = new_id
        self._high_water = high_water
        self.last: Record | None = None
        """What was written last, or None where nothing was."""

    def write(self, news: Sequence[NewEvent], author: str) -> tuple[Event, ...]:
        """Write events at the end of the chain; to be called inside a write.

        Raises:
            JournalError: an event is invalid.
        """
        person = one_line(author) or _nobody()
        writer = self._writer(person)
        return tuple(self._write(new, person, writer) for new in news)

    def write_sealed(
        self,
        news: Sequence[NewEvent],
        author: str,
        seal: Callable[[Sequence[Event]], Sequence[NewEvent]],
        first: Callable[[], None],
    ) -> tuple[Event, ...]:
        """Write events together with what *seal* says about them: all of it in one write, or nothing.

        A seal covers an event with its place in the chain, and sealing may wait for a person. So the events are first
        written and rolled back, then sealed while the file is free, then written again unchanged.

        Args:
            news: what to write.
            author: who writes.
            seal: gets the events exactly as they will be written, and gives the events about them.
            first: called at the beginning of the final write.

        Raises:
            JournalError: an event is invalid, or others kept writing in between.
        """
        with self._store.write():
            self._writer(one_line(author) or _nobody())
        for _ in range(ATTEMPTS):
            draft: tuple[Event, ...] = ()
            with suppress(_TakenBack), self._store.write():
                draft = self.write(news, author)
                raise _TakenBack
            seals = seal(draft)
            with suppress(_TakenBack), self._store.write():
                first()
                self._again(draft, news, author)
                self.write(seals, author)
                return draft
        raise JournalError("journal.moved_while_sealing", path=self._store.path)

    def _again(self, draft: Sequence[Event], news: Sequence[NewEvent], author: str) -> None:
        """Write *news* with the time stamps of their draft; roll back if they don't come out equal to the draft."""
        moments = iter([event.recorded for event in draft])
        then = Chain(self._store, lambda: next(moments), self._host, self._new_id, self._high_water)
        if then.write(news, author) != tuple(draft):
            raise _TakenBack
        self.last = then.last

    def leave(self) -> None:
        """Begin a new chain if the file was copied or set back; to be called inside a write.

        It must come before later events of the old chain are taken in: with only a part of them here, the file's own
        chain would have gaps.
        """
        known = current_writer(self._store)
        if known is not None:
            self._writer(known.person)

    def leave_to_others(self, stamp_then: int) -> None:
        """Begin a new chain if events of the own chain came in since ``stamp`` was *stamp_then*.

        Then another state of this file, or a forger, continues that chain. To be called inside a write.
        """
        known = current_writer(self._store)
        if known is not None and bool(self._store.one(int, _OWN_CAME_IN, stamp_then, known.id)):
            self.go_on_anew()

    def go_on_anew(self) -> None:
        """Begin a new chain, wherever the file lies; to be called inside a write."""
        known = current_writer(self._store)
        if known is not None:
            self._begin(known.person, known.id, place_of(self._store.path, self._host))

    def _writer(self, person: str) -> str:
        """Id of the writer to write as. A new file, or one that was copied or set back, begins a new chain."""
        place = place_of(self._store.path, self._host)
        known = current_writer(self._store)
        if known is not None and known.is_at(place) and self._goes_on(known.id):
            move_writer(self._store, known, place)
            return known.id
        # A new file that has taken in its owner's records from another machine continues the chain of that machine.
        return self._begin(person, known.id if known else continued_by(self._store, person), place)

    def _goes_on(self, writer: str) -> bool:
        """Whether the chain of *writer* can be continued: the file wasn't set back, and the next event could travel."""
        n, _ = tip(self._store, writer)
        return self._high_water.missing(self._store, writer) is None and not is_at_its_end(self._store, writer, n)

    def _begin(self, person: str, before: str, place: FileLocation) -> str:
        """Begin a chain; *before* is the writer that it continues, or empty."""
        writer = new_writer(self._store, self._new_id(), person, place)
        body = {"person": person, "host": one_line(self._host), "copied_from": before}
        self._write(NewEvent(Kind.WRITER, "", body=body), person, writer.id)
        return writer.id

    def _write(self, new: NewEvent, author: str, writer: str) -> Event:
        trainee, item = one_line(new.trainee), one_line(new.item)
        if not trainee and new.kind is not Kind.WRITER:
            raise JournalError("journal.no_trainee", kind=new.kind)
        body = kept(new.kind, item, new.body)
        _require_short(new.kind, item, *new.pack)
        check(self._store, Incoming(new.kind, author, trainee, item, body))
        if trainee:
            # A link besides that of the chain (``strand``): so a part of the chain, too, shows that nothing about this
            # person is missing.
            before = tip_about(self._store, writer, trainee, is_name=new.kind is Kind.PERSON)
            body[BEFORE] = link_text(*before)
        pack, version = (one_line(part) for part in new.pack)
        record = self._next(writer, (author, trainee, str(new.kind), item, canonical(body), pack, version))
        insert(self._store, record)
        apply(self._store, record)
        self.last = record
        owner = current_writer(self._store)
        if new.kind is Kind.PERSON and owner is not None and author == trainee == owner.person:
            keep_own_name(self._store, str(body["name"]))
        if new.kind is Kind.UNDO:
            check_claims(self._store, trainee)
        return record.event()

    def _next(self, writer: str, said: tuple[str, str, str, str, str, str, str]) -> Record:
        """The event that comes next in the chain; *said* are its columns from the author on."""
        n, previous = tip(self._store, writer)
        now = wall(self._clock())
        author, trainee = said[:2]
        # Later than every event that it may be about: a clock set back must not put an undo before what it undoes.
        clock = next_clock(self._store, writer, author, trainee, now)
        record = Record("", writer, n + 1, previous, clock, now, *said)
        return record._replace(hash=record.digest())


def _require_short(kind: str, *words: str) -> None:
    """Refuse ids that are too long for a bundle: the event could never leave this machine."""
    if any(len(one_line(word)) > LONGEST_WORD for word in words):
        raise JournalError("journal.too_long", kind=kind, limit=LONGEST_WORD)


def _nobody() -> NoReturn:
    raise JournalError("journal.no_author")
