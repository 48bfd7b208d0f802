"""A cache of standings: what was computed from an item's entries, until an event touches the item.

Memos wait in memory and are written with the next event or at the end, in one transaction: a start that computes fifty
of them must not wait for the disk fifty times. A memo that an event has made out of date meanwhile is dropped.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from tui.journal.events import stamp
from tui.journal.seal import has_seal, sealed, unsealed
from tui.journal.store import Store

_GET: Final = "SELECT body FROM memo WHERE trainee = ? AND item = ? AND key = ?"
_DROP: Final = "DELETE FROM memo WHERE trainee = ? AND item = ?"
_ADD: Final = "INSERT INTO memo VALUES (?, ?, ?, ?)"
_TOUCHED: Final = "SELECT touched FROM memo_item WHERE trainee = ? AND item = ?"
_ALL: Final = "SELECT trainee, item, key, body FROM memo"
_ADD_ITEM: Final = "INSERT OR IGNORE INTO memo_item VALUES (?, ?, ?)"


class Memo(NamedTuple):
    """One computed standing.

    Args:
        key: digest of the rule and the policy that it was computed with.
        body: the standing, as text.
        touched: further items that it was computed from, such as the cases of a criterion.
    """

    key: str
    body: str
    touched: tuple[str, ...]


class Memos:
    """The memos of a state file.

    Args:
        store: where they are kept.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._stamp = -1
        self._asked: set[tuple[str, str]] = set()
        self._waiting: dict[tuple[str, str], Memo] = {}

    def get(self, trainee: str, item: str, key: str) -> str | None:
        """What was computed for *item* with the rule and policy of *key*, if no event has touched the item since."""
        now = stamp(self._store)
        if now != self._stamp:
            self._forget_waiting()
            self._stamp = now
        waiting = self._waiting.get((trainee, item))
        if waiting is not None and waiting.key == key:
            return waiting.body
        text = self._store.one(str, _GET, trainee, item, key)
        kept = None if text is None else _unsealed(self._store, trainee, item, key, text)
        if kept is None:
            self._asked.add((trainee, item))
        return kept

    def put(self, trainee: str, item: str, memo: Memo) -> None:
        """Keep what was computed after ``get`` gave None; without that call it could be out of date, and isn't kept."""
        # While the file can't be read, remembered answers may be from different moments: nothing of them is kept.
        if (trainee, item) in self._asked and not self._store.is_remembering:
            self._waiting[trainee, item] = memo

    def write(self) -> None:
        """Write what waits and is still true; to be called inside a write."""
        if self._waiting and stamp(self._store) == self._stamp:
            for (trainee, item), memo in self._waiting.items():
                self._store.run(_DROP, trainee, item)
                about = sorted({item, *memo.touched})
                self._store.run(_ADD, trainee, item, memo.key, sealed(memo.body, trainee, item, memo.key, *about))
                for touched in about:
                    self._store.run(_ADD_ITEM, trainee, touched, item)

    @property
    def are_waiting(self) -> bool:
        """Whether there is something to write."""
        return bool(self._waiting)

    def written(self) -> None:
        """Note that the transaction in which ``write`` was called is committed."""
        self._forget_waiting()

    def _forget_waiting(self) -> None:
        self._asked.clear()
        self._waiting.clear()


def has_damaged_memos(store: Store) -> bool:
    """Whether a memo doesn't match its seal. A memo without a seal isn't damage: it is ignored, and computed anew.

    Raises:
        JournalError: they can't be read.
    """
    return any(has_seal(row[-1]) and _unsealed(store, *row) is None for row in store.rows(_row, _ALL))


def _unsealed(store: Store, trainee: str, item: str, key: str, text: str) -> str | None:
    """What was computed; None where the memo, or its list of touched items, doesn't match the seal."""
    return unsealed(text, trainee, item, key, *sorted(store.rows(str, _TOUCHED, trainee, item)))


def _row(trainee: str, item: str, key: str, body: str) -> tuple[str, str, str, str]:
    return trainee, item, key, body
