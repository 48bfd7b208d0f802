"""What mentors said about a trainee: decisions, comments, waivers, sign-offs; each is one event, as it was written.

Whether an event counts (its author may decide, its signature holds) is decided in ``tui.progress.review``.
"""

from __future__ import annotations

from enum import StrEnum

from tui.journal.clock import rank
from tui.journal.event import EventHash, EventOrder
from tui.record import record


class Verdict(StrEnum):
    """What a mentor decides on a claim."""

    CONFIRMED = "confirmed"
    RETURNED = "returned"


@record
class Decision:
    """A mentor's decision on a claim.

    Args:
        id: hash of the decision event.
        claim: hash of the claim.
        item: the criterion.
        author: who decided.
        verdict: confirmed or returned.
        reason: why it was returned; may be empty where it was confirmed.
        recorded: when, milliseconds.
        clock: logical clock.
        over: hash of the decision that held when this one was made; used only where the clock can't tell the order.
    """

    id: EventHash
    claim: str
    trainee: str
    item: str
    author: str
    verdict: Verdict
    reason: str
    recorded: int
    clock: int
    over: str = ""

    @property
    def order(self) -> EventOrder:
        """Sort key: of the decisions on a claim, the newest has the largest."""
        return rank(self.clock), self.id


@record
class Comment:
    """A remark on a claim, by the trainee or somebody else."""

    id: EventHash
    claim: str
    author: str
    text: str
    recorded: int
    clock: int


@record
class Waiver:
    """A mentor says that a criterion needn't be met; or, where ``on`` is false, that it must be met after all.

    ``over`` is the waiver that held when this one was written; used only where the clock can't tell the order.
    """

    id: EventHash
    trainee: str
    item: str
    author: str
    reason: str
    on: bool
    recorded: int
    clock: int
    over: str = ""

    @property
    def order(self) -> EventOrder:
        """Sort key: of the waivers of a criterion, the newest has the largest."""
        return rank(self.clock), self.id


@record
class Signoff:
    """A whole STEP is signed.

    Args:
        id: hash of the event.
        trainee: whose STEP it is.
        item: id of the STEP.
        author: who signed.
        declaration: the text that was declared.
        decisions: hashes of the decisions that it rests on.
        exception: why it was signed out of order; empty where it wasn't.
        recorded: when, milliseconds.
        clock: logical clock.
        reopened: reopenings, oldest first; the STEP is open again where there is one that counts.
    """

    id: EventHash
    trainee: str
    item: str
    author: str
    declaration: str
    decisions: tuple[str, ...]
    exception: str
    recorded: int
    clock: int
    reopened: tuple[Reopening, ...] = ()

    @property
    def order(self) -> EventOrder:
        """Sort key: of the sign-offs and reopenings of a STEP, the newest has the largest."""
        return rank(self.clock), self.id


@record
class Reopening:
    """A signed STEP is opened again; what was signed stays."""

    id: EventHash
    trainee: str
    item: str
    signoff: str
    author: str
    reason: str
    recorded: int
    clock: int

    @property
    def order(self) -> EventOrder:
        """Sort key: of the sign-offs and reopenings of a STEP, the newest has the largest."""
        return rank(self.clock), self.id


@record
class Signature:
    """A signature over an event.

    Args:
        id: hash of the signature event.
        event: hash of the event that was signed.
        author: who signed; the author of that event.
        text: what was signed, as it was signed.
        signature: SSHSIG, armoured.
        recorded: when, milliseconds.
    """

    id: EventHash
    event: str
    author: str
    text: str
    signature: str
    recorded: int
