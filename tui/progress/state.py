"""Where a criterion or a STEP is on its way: one ladder of states for every face, each with one word."""

from __future__ import annotations

from enum import StrEnum


class State(StrEnum):
    """Where it is; what the entries prove and what people said stay two facts.

    Of a criterion, ``ready`` is ready to be claimed; of a STEP, to be signed. What a mentor has said stands in
    ``confirmed`` of a criterion and ``signed`` of a STEP. Basic and common education are ``ticked``: nobody confirms
    them. ``met`` and ``stale`` are a criterion's alone.
    """

    OPEN = "open"
    MET = "met"
    READY = "ready"
    RETURNED = "returned"
    CLAIMED = "claimed"
    CONFIRMED = "confirmed"
    WAIVED = "waived"
    STALE = "stale"
    TICKED = "ticked"
    SIGNED = "signed"
    SKIPPED = "skipped"


def step_state(*, confirmed: int, total: int, waiting: int, returned: int) -> State:
    """Where a STEP is that isn't signed: what the trainee has to do comes before what others have.

    Args:
        confirmed: how many of its criteria are confirmed or waived, and nothing has changed since.
        total: how many it has.
        waiting: how many claims wait for a mentor.
        returned: how many were returned and not claimed again.
    """
    if returned:
        return State.RETURNED
    if total and confirmed == total:
        return State.READY
    return State.CLAIMED if waiting else State.OPEN
