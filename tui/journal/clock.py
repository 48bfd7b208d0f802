"""The logical clock: where a new event stands among all others, so that every machine orders them alike.

An event stands behind every one that its writer knew. But a clock has an end, behind which nothing can travel: one
record from there, taken in, must not push one's own events over it. So a clock further ahead than any that is only
wrong is followed only by what is about the same person or by the same author: what is said next of a matter stands
behind what was said of it before. The last stretch before the end nobody's clock is ever pushed into: what stands there
can't be answered by a later clock, so among what people say it counts as the oldest (``rank``).
"""

from __future__ import annotations

import json
from typing import Final

from tui.journal.store import Store

LATEST: Final = 253_400_000_000_000
"""The last millisecond that a clock may show, late in 9999: a calendar must be able to name it."""
_ROOM: Final = 1_000_000_000_000
_FOLLOWED: Final = LATEST - _ROOM
"""No clock behind this is followed: the 31 years left have room for a record every millisecond."""
_FAR: Final = 100 * 31_557_600_000
"""A hundred years ahead of the wall clock, in milliseconds: a machine that believes to be in 1970 follows us."""
_LAST_NUMBER: Final = 2**52
"""Half of the numbers that every reader of JSON has (RFC 8259, 6)."""

_NEAR: Final = "SELECT max(clock) FROM event WHERE clock <= ?"
_OF_MATTER: Final = """
SELECT max(clock) FROM event
WHERE clock > ? AND clock <= ? AND (author = ? OR trainee IN (SELECT value FROM json_each(?)))"""
_OWN: Final = "SELECT clock FROM event WHERE writer = ? ORDER BY n DESC, hash DESC LIMIT 1"


def wall(now: int) -> int:
    """The wall clock *now* as it can be written: a machine's clock can be set to anything."""
    return min(max(now, 0), _FOLLOWED)


def rank(clock: int) -> int:
    """Where *clock* stands among what people say: as it is, but before all others where nobody's clock follows it."""
    return clock if clock <= _FOLLOWED else clock - LATEST - 1


def next_clock(store: Store, writer: str, author: str, trainee: str, now: int) -> int:
    """The clock of the event that *author* writes now about *trainee*.

    Args:
        store: the journal.
        writer: whose chain it continues; it stands behind everything in it.
        author: who writes.
        trainee: whom it is about; empty where it is about nobody.
        now: the wall clock in milliseconds since 1970.
    """
    near = min(now + _FAR, _FOLLOWED)
    about = json.dumps([trainee] if trainee else [])
    known = (
        store.one(_clock, _NEAR, near),
        store.one(_clock, _OF_MATTER, near, _FOLLOWED, author, about),
        store.one(_clock, _OWN, writer),
    )
    return max(now, *(each + 1 for each in known if each is not None))


def is_at_its_end(store: Store, writer: str, n: int) -> bool:
    """Whether a chain whose last number is *n* is so near the end of numbers or clocks that another has to begin."""
    return n >= _LAST_NUMBER or (store.one(_clock, _OWN, writer) or 0) >= LATEST - _ROOM // 2


def _clock(value: int | None) -> int:
    return -1 if value is None else value
