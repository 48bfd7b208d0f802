"""The logical clock: where a new event stands among all others, so that every machine orders them alike.

An event gets a later clock than every event that its writer knew. But there is a last clock, after which no event can
travel in a bundle, and one foreign event near it must not push our own events over it. So three ranges are treated
differently:

* up to a hundred years ahead of the wall clock (a clock that is merely wrong): every new event is put after it;
* further ahead: only new events about the same person, or by the same author, are put after it, so that an answer
  still stands after what it answers;
* the last 31 years before the last clock: no clock is pushed there. Nothing could be put after an event there, so it
  counts as the oldest of what people say (``rank``).
"""

from __future__ import annotations

import json
from typing import Final

from tui.journal.store import Store

LATEST: Final = 253_400_000_000_000
"""The last millisecond that a clock may show, late in 9999: a calendar must be able to name it."""
_ROOM: Final = 1_000_000_000_000
_FOLLOWED: Final = LATEST - _ROOM
"""The last clock that new events are put after; the 31 years behind it have room for an event every millisecond."""
_FAR: Final = 100 * 31_557_600_000
"""A hundred years, in milliseconds: so even a machine whose clock stands at 1970 puts its events after ours."""
_LAST_NUMBER: Final = 2**52
"""The number of an event after which its chain ends: half of what every reader of JSON can hold (RFC 8259, 6)."""

_NEAR: Final = "SELECT max(clock) FROM event WHERE clock <= ?"
_OF_MATTER: Final = """
SELECT max(clock) FROM event
WHERE clock > ? AND clock <= ? AND (author = ? OR trainee IN (SELECT value FROM json_each(?)))"""
_OWN: Final = "SELECT clock FROM event WHERE writer = ? ORDER BY n DESC, hash DESC LIMIT 1"


def wall(now: int) -> int:
    """The wall clock *now*, cut to what can be written: a machine's clock can be set to anything."""
    return min(max(now, 0), _FOLLOWED)


def rank(clock: int) -> int:
    """*clock* for ordering what people say: unchanged, or below all others in the range that no clock follows."""
    return clock if clock <= _FOLLOWED else clock - LATEST - 1


def next_clock(store: Store, writer: str, author: str, trainee: str, now: int) -> int:
    """The clock of the event that *author* writes now about *trainee*.

    Args:
        store: the journal.
        writer: the writer whose chain it continues; the event comes after everything in it.
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
    """Whether a chain whose last number is *n* is so near the last number or clock that a new chain has to begin."""
    return n >= _LAST_NUMBER or (store.one(_clock, _OWN, writer) or 0) >= LATEST - _ROOM // 2


def _clock(value: int | None) -> int:
    return -1 if value is None else value
