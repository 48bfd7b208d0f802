"""Reading an open state file: one method for each question that screens and verbs ask."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tui.journal import derived, reviews
from tui.journal.event import Claim, DayTally, Enrolment, Entry, Event, EventHash, Fate, Headcount, Kind
from tui.journal.events import find, resolve, stamp
from tui.journal.review import Comment, Decision, Signature, Signoff, Waiver
from tui.journal.store import Store
from tui.journal.tally import Tally, day_tallies, entries_by_month, tallies
from tui.journal.writer import Writer, current_writer

if TYPE_CHECKING:
    from tui.journal.assessment import Assessment, Columns, WantedPattern
    from tui.journal.canonical import Record
    from tui.journal.register import EventFilter, Register


class Questions:
    """The questions that are asked often; those of bundles and audits are functions beside them that take the journal.

    Args:
        store: the file. Only modules of this package look into it.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self._opened_register: Register | None = None

    def stamp(self) -> int:
        """A number that grows with each event taken in: while it stays the same, all answers are of one moment."""
        return stamp(self.store)

    @property
    def writer(self) -> Writer | None:
        """The writer that the file stands for, or None before its first event."""
        return current_writer(self.store)

    @property
    def own_writer(self) -> str:
        """The id of that writer; empty before the first event."""
        writer = self.writer
        return writer.id if writer is not None else ""

    # -- the state now --------------------------------------------------------------------------------------------

    def entry(self, entry_id: str) -> Entry | None:
        """The entry with this id after its corrections, or None where there is none (any more)."""
        return derived.entry(self.store, entry_id)

    def entries(self, trainee: str, items: Iterable[str]) -> list[Entry]:
        """The entries that count for any of *items*, each once, oldest first."""
        return derived.entries(self.store, trainee, items)

    def day_tallies(self, trainee: str, items: Iterable[str]) -> list[DayTally]:
        """What the entries that count for any of *items* come to, each entry once, oldest day first."""
        return day_tallies(self.store, trainee, items)

    def entries_with_evidence(self) -> list[Entry]:
        """The entries of everybody that name evidence, in the order in which they were written."""
        return derived.entries_with_evidence(self.store)

    def entry_states(self, trainee: str, entries: Iterable[str]) -> dict[str, str]:
        """By entry of the trainee, the hash of the event with its present content: its own, or a correction's."""
        return derived.entry_states(self.store, trainee, entries)

    def newest(self, trainee: str, items: Iterable[str], limit: int) -> list[Entry]:
        """The latest *limit* entries that count for any of *items*, oldest first; the others are not read."""
        return derived.newest(self.store, trainee, items, limit)

    def count_for(self, trainee: str, items: Iterable[str]) -> int:
        """How many entries count for any of *items*."""
        return derived.count_for(self.store, trainee, items)

    def recent(self, trainee: str, limit: int) -> list[Entry]:
        """The latest *limit* entries by day, latest first."""
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
        """Forks of the chains about a trainee: each writer, with the first number that two of its events have."""
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
        """By team, its present head count."""
        from tui.journal.headcounts import headcounts  # few ask

        return headcounts(self.store)

    def has_headcounts(self) -> bool:
        """Whether a head count was ever written, undone or not: whether events name teams."""
        from tui.journal.headcounts import has_headcounts  # few ask

        return has_headcounts(self.store)

    def enrolments(self, trainee: str) -> list[Enrolment]:
        """The roles that a trainee follows, in the order of enrolment."""
        return derived.enrolments(self.store, trainee)

    def people(self) -> dict[str, str]:
        """The name of each person by id."""
        return derived.people(self.store)

    def all_names(self) -> dict[str, tuple[str, ...]]:
        """By person, everything that they have called themself, the newest first."""
        from tui.journal.called import all_names  # only who looks for somebody asks

        return all_names(self.store)

    def trainees(self) -> list[str]:
        """Ids of those who follow a role or have entries."""
        return derived.trainees(self.store)

    def tallies(self, key: str) -> list[Tally]:
        """Every trainee in one short row, with the summary computed under *key* if no event has come in since."""
        return tallies(self.store, key)

    def entries_by_month(self) -> dict[str, int]:
        """How many entries all trainees have of each month that has any, the oldest month first."""
        return entries_by_month(self.store)

    def assessments(self) -> list[Assessment]:
        """Every assessment of a duty that isn't undone, oldest first."""
        from tui.journal.organisation import assessments  # few ask

        return assessments(self.store)

    def columns(self) -> list[Columns]:
        """Every choice of SecBoK columns that isn't undone, oldest first."""
        from tui.journal.organisation import columns  # few ask

        return columns(self.store)

    def wanted(self) -> list[WantedPattern]:
        """Every pattern that was wanted and isn't undone, oldest first."""
        from tui.journal.organisation import wanted  # few ask

        return wanted(self.store)

    def accepted_chains(self) -> frozenset[str]:
        """Every chain that the reader has accepted as its person's."""
        from tui.journal.accepting import all_accepted  # only who takes something in asks

        return frozenset(all_accepted(self.store))

    def owner_of_chain(self, writer: str) -> str:
        """The person whom a chain names as its owner; empty where its first event isn't here."""
        from tui.journal.beginning import owner_of_chain  # only who takes something in asks

        return owner_of_chain(self.store, writer)

    # -- the events -----------------------------------------------------------------------------------------------

    def event(self, prefix: str) -> Event:
        """The only event whose hash is *prefix* or begins with it.

        Raises:
            UsageError: no event begins so, or more than one.
        """
        return resolve(self.store, prefix).event()

    def record(self, event: str) -> Record | None:
        """The event with this hash as it was written, readable or not; None where it isn't here."""
        return find(self.store, event)

    def not_here(self, trainee: str, entries: Iterable[str]) -> int:
        """How many of *entries* aren't in this journal, or aren't the trainee's own."""
        found = (find(self.store, each) for each in entries)
        return sum(each is None or (each.kind, each.trainee) != (Kind.ENTRY, trainee) for each in found)

    def events(self, wanted: EventFilter, limit: int, offset: int = 0) -> list[Event]:
        """A window on the events that *wanted* lets through, newest first."""
        return self._register.events(wanted, limit, offset)

    def event_count(self, wanted: EventFilter) -> int:
        """How many events *wanted* lets through."""
        return self._register.count(wanted)

    def place_of(self, event: str, wanted: EventFilter) -> int | None:
        """The offset in ``events`` of the event with this hash; None where *wanted* leaves it out."""
        return self._register.place_of(event, wanted)

    def last_act(self, author: str) -> Event | None:
        """The newest event of somebody that still has an effect, whether it can be undone or not."""
        return self._register.last_act(author)

    def undoable(self, author: str) -> Event | None:
        """The event of ``last_act`` if it can be undone, else None; repeated undos go back event by event."""
        return self._register.undoable(author)

    def redoable(self, author: str) -> Event | None:
        """The last undo of somebody, if they have written nothing else since; undoing it is a redo."""
        return self._register.redoable(author)

    def newest_said(self, trainee: str, kind: Kind, item: str) -> Event | None:
        """The newest event of a kind about an item that isn't undone, whoever wrote it."""
        return self._register.newest_said(trainee, kind, item)

    def fates(self, hashes: Iterable[EventHash]) -> dict[str, Fate]:
        """By hash, the fate of those of *hashes* that were undone, corrected or withdrawn."""
        return self._register.fates(list(hashes))

    @property
    def _register(self) -> Register:
        from tui.journal.register import Register  # the first screen shows no events

        if self._opened_register is None:
            self._opened_register = Register(self.store)
        return self._opened_register
