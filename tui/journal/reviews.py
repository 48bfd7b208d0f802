"""Reading claims, and what mentors and trainees said about them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Final, NamedTuple, TypeVar

from tui.errors import JournalError
from tui.journal.canonical import Record, parsed
from tui.journal.clock import rank
from tui.journal.deciding import decision_of, reopening_of, signoff_of, waiver_of
from tui.journal.event import Claim, EventHash, Kind
from tui.journal.fields import Fields
from tui.journal.review import Comment, Decision, Reopening, Signature, Signoff, Verdict, Waiver
from tui.journal.store import Store

R = TypeVar("R")
T = TypeVar("T")

_CLAIM: Final = "SELECT id, trainee, item, recorded, body, clock, withdrawn, withdrawal FROM claim"
_CLAIMS: Final = f"{_CLAIM} WHERE trainee = ? ORDER BY clock, id"
_CLAIMS_ON: Final = f"{_CLAIM} WHERE trainee = ? AND item = ? ORDER BY clock, id"
_ONE_CLAIM: Final = f"{_CLAIM} WHERE id = ?"
_DECISIONS: Final = "SELECT * FROM decision WHERE trainee = ? ORDER BY clock, id"
_ALL_DECISIONS: Final = "SELECT * FROM decision ORDER BY clock, id"
_ABOUT: Final = """
SELECT event.* FROM about
JOIN event ON event.hash = about.event
JOIN event AS target ON target.hash = about.target AND target.trainee = event.trainee
WHERE about.target = ? AND event.kind = ?
ORDER BY event.clock, event.hash"""
# From the events, not from a derived table, which could be edited: nobody may sign what rests on their own decisions.
_DECIDERS: Final = """
SELECT DISTINCT author FROM event
WHERE hash IN (SELECT value FROM json_each(?)) AND kind = 'decision'
ORDER BY author"""
_EVENT: Final = "SELECT * FROM event WHERE hash = ?"
# Only the first fork of each writer: what follows on either branch is the same fork. A name against another event is no
# fork.
_FORKS: Final = """
SELECT writer, min(n) FROM (
    SELECT writer, n FROM event
    WHERE writer IN (SELECT DISTINCT writer FROM event WHERE trainee = ?) AND kind <> 'person'
    GROUP BY writer, n HAVING count(*) > 1
)
GROUP BY writer ORDER BY writer"""
_KNOWS: Final = "SELECT EXISTS (SELECT 1 FROM event WHERE writer = ?)"
# Only events about the trainee: a mentor's newest record may be about somebody else, and never travel to the trainee.
# SQLite takes bare columns from the row with the maximum (lang_select.html, 2.5). Writers that were known first come
# first, because a record can name only so many.
_HEADS: Final = """
SELECT writer, n, hash FROM (
    SELECT writer, max(n) AS n, hash FROM event WHERE trainee = ? AND kind <> 'person' GROUP BY writer
) AS tip
ORDER BY (SELECT rowid FROM event WHERE event.writer = tip.writer ORDER BY n LIMIT 1) LIMIT 500"""
_OF_KIND: Final = "SELECT * FROM event WHERE kind = ? AND trainee = ? ORDER BY clock, hash"


def claims(store: Store, trainee: str) -> dict[str, Claim]:
    """By criterion, the newest claim that wasn't withdrawn."""
    return {claim.item: claim for claim in all_claims(store, trainee) if claim.withdrawn is None}


def all_claims(store: Store, trainee: str) -> list[Claim]:
    """Every claim of a trainee, oldest first, the withdrawn ones too."""
    return _readable(store.rows(_Claim, _CLAIMS, trainee), _Claim.claim)


def claims_on(store: Store, trainee: str, item: str) -> list[Claim]:
    """Every claim on a criterion, oldest first: its rounds."""
    return _readable(store.rows(_Claim, _CLAIMS_ON, trainee, item), _Claim.claim)


def claim(store: Store, claim_id: str) -> Claim | None:
    """The claim with this hash."""
    return next(iter(_readable(store.rows(_Claim, _ONE_CLAIM, claim_id), _Claim.claim)), None)


def decisions(store: Store, trainee: str = "") -> list[Decision]:
    """The decisions about a trainee, or about all of them, oldest first."""
    found = store.rows(_Decided, _DECISIONS, trainee) if trainee else store.rows(_Decided, _ALL_DECISIONS)
    known = (each.decision() for each in found if each.verdict in tuple(Verdict))
    return [replace(each, over=_over_of(store, each.id)) if rank(each.clock) < 0 else each for each in known]


def _over_of(store: Store, decision: str) -> str:
    """The decision that held when *decision* was made, by its event: the derived table doesn't have it."""
    said = _readable(store.rows(Record, _EVENT, decision), lambda r: decision_of(r.event()))
    return said[0].over if said else ""


def deciders(store: Store, decisions: Iterable[str]) -> frozenset[str]:
    """Who made the decisions with these hashes."""
    return frozenset(store.rows(str, _DECIDERS, json.dumps(list(decisions))))


def comments(store: Store, claim_id: str) -> list[Comment]:
    """The remarks on a claim, oldest first."""
    return _readable(store.rows(Record, _ABOUT, claim_id, Kind.COMMENT), partial(_comment, claim_id))


def waivers(store: Store, trainee: str) -> list[Waiver]:
    """The waivers for a trainee, oldest first; those that the trainee wrote themself don't count."""
    found = _readable(store.rows(Record, _OF_KIND, Kind.WAIVER, trainee), lambda r: waiver_of(r.event()))
    return [each for each in found if each.author != trainee]


def signoffs(store: Store, trainee: str) -> list[Signoff]:
    """The sign-offs of a trainee's STEPs with their reopenings, oldest first."""
    # By the events themselves, not by a derived table. A reopening that names another STEP or trainee has no effect.
    reopened: dict[tuple[str, str], list[Reopening]] = {}
    for each in _readable(store.rows(Record, _OF_KIND, Kind.REOPENING, trainee), lambda r: reopening_of(r.event())):
        if each.author != trainee:
            reopened.setdefault((each.signoff, each.item), []).append(each)
    found = _readable(store.rows(Record, _OF_KIND, Kind.SIGNOFF, trainee), lambda r: signoff_of(r.event()))
    theirs = (each for each in found if each.author != trainee)
    return [replace(each, reopened=tuple(reopened.get((each.id, each.item), ()))) for each in theirs]


def signatures(store: Store, event: str) -> list[Signature]:
    """The signatures over an event, oldest first."""
    return _readable(store.rows(Record, _ABOUT, event, Kind.SIGNATURE), partial(_signature, event))


def forks(store: Store, trainee: str) -> list[tuple[str, int]]:
    """Forks of the chains about a trainee: each writer, with the first number that two of its events have."""
    return store.rows(_fork, _FORKS, trainee)


def _fork(writer: str, n: int) -> tuple[str, int]:
    return writer, n


def knows_writer(store: Store, writer: str) -> bool:
    """Whether any event of a writer is here."""
    return bool(store.one(int, _KNOWS, writer))


def heads(store: Store, trainee: str) -> dict[str, str]:
    """Of every writer that wrote about a trainee, number and hash (``n:hash``) of the newest that it wrote of them."""
    return dict(store.rows(_head, _HEADS, trainee))


def _head(writer: str, n: int, event: str) -> tuple[str, str]:
    return writer, f"{n}:{event}"


def _readable(rows: Iterable[R], read: Callable[[R], T]) -> list[T]:
    """*rows*, read; those that can't be read (of a newer ikusei, damaged, or forged) are left out."""
    found = []
    for row in rows:
        with suppress(JournalError):
            found.append(read(row))
    return found


def _comment(claim_id: str, r: Record) -> Comment:
    return Comment(EventHash(r.hash), claim_id, r.author, _body(r).text("text"), r.recorded, r.clock)


def _signature(event: str, r: Record) -> Signature:
    fields = _body(r)
    return Signature(EventHash(r.hash), event, r.author, fields.text("text"), fields.text("signature"), r.recorded)


class _Decided(NamedTuple):
    """A row of ``decision``."""

    id: str
    claim: str
    trainee: str
    item: str
    author: str
    verdict: str
    reason: str
    recorded: int
    clock: int

    def decision(self) -> Decision:
        """The row as a decision; its verdict must be known."""
        return Decision(**self._asdict() | {"id": EventHash(self.id), "verdict": Verdict(self.verdict)})


class _Claim(NamedTuple):
    """A row of ``claim``."""

    id: str
    trainee: str
    item: str
    recorded: int
    body: str
    clock: int
    withdrawn: int | None
    withdrawal: str

    def claim(self) -> Claim:
        """What the row says.

        Raises:
            JournalError: it isn't what a claim says.
        """
        try:
            body = json.loads(self.body)
        except (ValueError, RecursionError) as error:
            raise JournalError("journal.body_damaged", hash=self.id) from error
        fields = Fields(Kind.CLAIM, body if isinstance(body, dict) else {})
        return Claim(
            id=EventHash(self.id),
            trainee=self.trainee,
            item=self.item,
            recorded=self.recorded,
            entries=fields.words("entries"),
            policy=fields.texts("policy"),
            points=fields.words("points"),
            comment=fields.text("comment"),
            states=fields.texts("states"),
            wording=fields.text("wording"),
            clock=self.clock,
            withdrawn=None if self.withdrawn is None else (self.withdrawn, self.withdrawal),
        )


def _body(record: Record) -> Fields:
    """The body of an event.

    Raises:
        JournalError: it can't be read.
    """
    return Fields(record.kind, parsed(record))
