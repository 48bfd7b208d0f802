"""Where a criterion or a STEP is on its way: one ladder of states for every face, each with one word."""

from __future__ import annotations

from enum import StrEnum


class State(StrEnum):
    """Where a criterion or a STEP is; what the entries prove and what people said stay two facts.

    A criterion that is ``ready`` can be claimed; a STEP that is ``ready`` can be signed. Only criteria are
    ``confirmed``, ``met`` or ``stale``; only STEPs are ``signed``. Basic and common education are ``ticked``: nobody
    confirms them.
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
    """The state of an unsigned STEP: what the trainee has to do is shown before what others have to do.

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
