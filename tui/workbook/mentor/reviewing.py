"""The mentor's side of a workbook: whose claims wait, and the one path that writes a decision."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from tui.curriculum.model import Role, Step
from tui.errors import UsageError
from tui.journal.event import OF_ORGANISATION, Entry, EventHash, Json, Kind, NewEvent
from tui.journal.review import Verdict
from tui.progress.review import ClaimStage
from tui.progress.state import State
from tui.record import record
from tui.text.clean import stored
from tui.text.fold import fold
from tui.workbook.setup.reviewer import Reviewer
from tui.workbook.standings.people_names import ids_of
from tui.workbook.standings.views import CriterionView, Marks
from tui.workbook.standings.workbook import Workbook

_CLAIMED: Final = frozenset({State.CLAIMED})
_CONFIRMED: Final = frozenset({State.CONFIRMED, State.STALE})
_UNSIGNED: Final = frozenset({Kind.COMMENT, Kind.PERSON}) | OF_ORGANISATION
"""Kinds that are never signed, because they decide nothing."""


@record
class Waiting:
    """A claim that waits for a mentor, or was decided on and can be returned.

    Args:
        book: the trainee's workbook.
        role: the role of the criterion.
        step: its STEP.
        view: the criterion as it stands now, with what has changed since it was claimed.
    """

    book: Workbook
    role: Role
    step: Step
    view: CriterionView

    @property
    def recorded(self) -> int:
        """When it was claimed, in milliseconds."""
        return self.view.round.claim.recorded if self.view.round else 0

    @property
    def claim_id(self) -> str:
        """The hash of the claim."""
        return self.view.round.claim.id if self.view.round else ""

    def entries(self) -> list[Entry]:
        """The entries that the claim rests on and that are still there, as they are now."""
        claim = self.view.round.claim if self.view.round else None
        return list(self.book.claimed(claim)) if claim else []

    @property
    def decided(self) -> int:
        """When the decision that holds was made, in milliseconds; 0 while it waits."""
        return self.view.decision.recorded if self.view.decision else 0

    @property
    def bulk_refusal(self) -> str:
        """Message key of why this claim can't be confirmed in bulk; empty where it can."""
        if not self.has_evidence:
            return "workbook.bulk_without_evidence"
        return "workbook.bulk_moved" if self.view.moved else ""

    @property
    def has_evidence(self) -> bool:
        """Whether the claim rests on entries, not only on ticks; a bulk confirm refuses a claim without."""
        return self.view.round is not None and bool(self.view.round.claim.entries)


def queue(book: Workbook, reviewer: Reviewer) -> tuple[Waiting, ...]:
    """The claims that wait for a decision, of everybody in the journal but the reviewer, the oldest first.

    Raises:
        ContentFaults: a file of the pack has a fault.
        JournalError: the journal can't be read.
    """
    found = [waiting for trainee in _others(book, reviewer) for waiting in _waiting_of(book.of(trainee))]
    return tuple(sorted(found, key=lambda each: each.recorded))


def is_about(waiting: Waiting, text: str) -> bool:
    """Whether every word of *text* occurs in the name of the trainee, role or criterion, in either language."""
    about, role = waiting.view.criterion, waiting.role.name
    named = fold(" ".join((waiting.book.label, about.id, about.name.ja, about.name.en, role.ja, role.en)))
    return all(word in named for word in fold(text).split())


def returnable(book: Workbook, reviewer: Reviewer) -> tuple[Waiting, ...]:
    """The confirmed claims that can still be returned, because their STEP isn't signed; the last decided first.

    Raises:
        ContentFaults: a file of the pack has a fault.
        JournalError: the journal can't be read.
    """
    found = [
        confirmed
        for trainee in _others(book, reviewer)
        for confirmed in _found_in(book.of(trainee), ClaimStage.CONFIRMED, _CONFIRMED)
        if confirmed.step.id not in confirmed.book.signed()
    ]
    return tuple(sorted(found, key=lambda each: -each.decided))


def _others(book: Workbook, reviewer: Reviewer) -> Iterator[str]:
    """The trainees of the journal without the reviewer, under any of the reviewer's ids."""
    oneself = ids_of(book, reviewer.id)
    return (each for each in book.trainees() if each not in oneself)


def _waiting_of(book: Workbook) -> Iterator[Waiting]:
    return _found_in(book, ClaimStage.WAITING, _CLAIMED)


def _found_in(book: Workbook, stage: ClaimStage, states: frozenset[State]) -> Iterator[Waiting]:
    marks: Marks = book.marks()
    for item, found in marks.rounds.items():
        if found.stage is not stage:
            continue
        try:
            role, step, index = book.locate(item)
        except UsageError:
            continue  # this pack hasn't got it
        view = book.view(step.criteria[index], marks)
        if view.state in states:
            yield Waiting(book, role, step, view)


def decide(waiting: Waiting, reviewer: Reviewer, verdict: Verdict, reason: str = "") -> EventHash:
    """Confirm a claim, or return it with a reason. A confirmed claim can be returned until its STEP is signed.

    Raises:
        UsageError: it is returned without a reason, no longer waits, has changed since it was shown, rests on entries
            that aren't in this journal, or a signed STEP rests on it; or the reviewer may not decide on it.
        JournalError: the reviewer is the trainee, or the journal can't be written.
    """
    if verdict is Verdict.RETURNED and not stored(reason):
        raise UsageError("workbook.return_needs_reason", name=waiting.view.criterion.id)
    return say_as(waiting.book, reviewer, [_decision(waiting, reviewer, verdict, reason)])


def confirm_all(chosen: Iterable[Waiting], reviewer: Reviewer) -> int:
    """Confirm several claims at once: all of them, or none if one can't be confirmed.

    Returns:
        how many.

    Raises:
        UsageError: a claim has no entries or something has changed since it was made, so it needs a look of its own;
            or one of the reasons of ``decide`` holds.
        JournalError: the journal can't be written.
    """
    claims = list(chosen)
    for waiting in claims:
        if waiting.bulk_refusal:
            raise UsageError(waiting.bulk_refusal, name=waiting.view.criterion.id)
    if claims:
        news = [_decision(waiting, reviewer, Verdict.CONFIRMED, "") for waiting in claims]
        say_as(claims[0].book, reviewer, news)
    return len(claims)


def _decision(waiting: Waiting, reviewer: Reviewer, verdict: Verdict, reason: str) -> NewEvent:
    """A decision on exactly the claim that was shown.

    It is refused where the claim was withdrawn or made anew meanwhile, and where something has changed that wasn't
    shown: whoever decides has to have seen it. A claim isn't confirmed while an entry that it names isn't in this
    journal, because its event was altered or hasn't arrived.
    """
    book = waiting.book
    book.authority.require(reviewer.id, book.trainee, waiting.role.id)
    now = book.view(waiting.view.criterion)
    seen = waiting.view.round
    was_confirmed = verdict is Verdict.RETURNED and waiting.view.state in _CONFIRMED
    states = _CONFIRMED if was_confirmed else _CLAIMED
    if seen is None or now.round is None or now.state not in states or now.round.claim.id != seen.claim.id:
        raise UsageError("workbook.waits_no_more", name=waiting.view.criterion.id)
    if now.moved != waiting.view.moved:
        raise UsageError("workbook.moved_meanwhile", name=waiting.view.criterion.id)
    if was_confirmed and waiting.step.id in book.signed():
        raise UsageError("workbook.return_signed", step=waiting.step.id)
    absent = book.journal.not_here(book.trainee, seen.claim.entries) if verdict is Verdict.CONFIRMED else 0
    if absent:
        raise UsageError("workbook.entries_not_here", name=waiting.view.criterion.id, count=absent)
    body: dict[str, Json] = {
        "claim": str(seen.claim.id),
        "verdict": str(verdict),
        "reason": stored(reason),
        "policy": book.policy.digest,
        "heads": dict(book.journal.heads(book.trainee)),
    }
    if now.round.decision is not None:
        body["over"] = str(now.round.decision.id)
    return NewEvent(Kind.DECISION, book.trainee, seen.claim.item, body, (book.pack.id, book.pack.version))


def comment(waiting: Waiting, reviewer: Reviewer, text: str) -> EventHash:
    """Say something about a claim without deciding on it.

    Raises:
        UsageError: the text is empty, or there is no claim.
        JournalError: the journal can't be written.
    """
    clean = stored(text)
    claim = waiting.view.round.claim if waiting.view.round else None
    if not clean or claim is None:
        raise UsageError("workbook.empty_comment")
    pack = (waiting.book.pack.id, waiting.book.pack.version)
    event = NewEvent(Kind.COMMENT, waiting.book.trainee, claim.item, {"claim": str(claim.id), "text": clean}, pack)
    return say_as(waiting.book, reviewer, [event])


def say_as(book: Workbook, reviewer: Reviewer, news: Iterable[NewEvent]) -> EventHash:
    """Write what a reviewer says, all of it or nothing; decisions are signed if the reviewer has a key.

    Where the journal doesn't know the reviewer's name, it is written along, so that the trainee sees who it was.

    Returns:
        the hash of the last event.

    Raises:
        UsageError: the organisation requires a signature, and the reviewer has no key.
        SigningError: the key can't sign, or was refused; nothing was written.
        JournalError: the reviewer is the trainee, or the journal can't be written.
    """
    said = tuple(news)
    decides = any(each.kind not in _UNSIGNED for each in said)
    if decides and reviewer.signer is None and book.authority.requires_signature:
        raise UsageError("workbook.signature_required")
    is_known = book.journal.people().get(reviewer.id) == reviewer.name
    name = () if is_known else (NewEvent(Kind.PERSON, reviewer.id, body={"name": reviewer.name}),)
    if not decides or reviewer.signer is None:
        return book.journal.append([*name, *said], author=reviewer.id)[-1].hash
    return book.journal.append_sealed([*name, *said], reviewer.signer.seal, author=reviewer.id)[-1].hash
