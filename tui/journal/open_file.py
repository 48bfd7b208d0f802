"""An open state file: what is kept in it beside its events, and how it is looked at while others write to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tui.errors import JournalError
from tui.journal import local
from tui.journal.finding import Finding
from tui.journal.keeping import BACKGROUND_MS, Keeping
from tui.journal.memo import Memo, Memos
from tui.journal.opening import Opened
from tui.journal.questions import Questions
from tui.journal.watch import Watch

if TYPE_CHECKING:
    from tui.journal.memory import Memory

FOREGROUND_MS: Final = 1000
"""How long a write that a user asked for waits for another process that is writing, in milliseconds."""


class OpenFile(Questions):
    """A state file that is open.

    Args:
        opened: the file, and what was noticed about it.
        clock: gives the wall clock in milliseconds since 1970.
    """

    def __init__(self, opened: Opened, clock: Callable[[], int]) -> None:
        super().__init__(opened.store)
        self.path: Path = opened.store.path
        self.warnings: tuple[Finding, ...] = opened.warnings
        """What could go wrong: a network file system, a copied file, a file that can only be looked at."""
        self.problems: tuple[Finding, ...] = opened.problems
        """What is not as ikusei left it; while there is any, events are refused (``ikusei doctor --mend``)."""
        self.read_only_reason: Finding | None = opened.read_only
        self.is_cache = False
        """Whether this is the reader's own cache of somebody else's file."""
        self.keeping = Keeping(self.store, clock)
        """What is written in the background: it can wait, and it says what waits, since when, and why."""
        self._clock = clock
        self._memos = Memos(self.store)
        self._watch = Watch(self.store)

    def hurry(self) -> None:
        """From now on wait less for another process: somebody sits before a screen that stands still meanwhile."""
        self.store.hurry(BACKGROUND_MS, FOREGROUND_MS)

    def remember(self) -> None:
        """From now on answer from memory while the file can't be read; ``store.memory`` says since when, and why.

        Raises:
            JournalError: it can't be read now.
        """
        from tui.journal.memory import Memory  # only screens stay open that long

        self.store.memory = Memory(self._clock)
        self.keeping.learn()

    def look_again(self) -> bool:
        """Whether the file can be read again; it doesn't wait for another process."""
        try:
            with self.store.asking(0):
                self.stamp()
        except JournalError:
            return False
        return True

    def _forget(self) -> None:
        """Forget remembered answers: new events have made them old."""
        if self.store.memory is not None:
            self.store.memory.forget()

    def look_only(self, path: Path, reason: Finding, problems: tuple[Finding, ...]) -> None:
        """Declare this journal the reader's cache of the file *path*: from now on no event can be written.

        Memos and summaries can still be kept in it.
        """
        self.path = path
        self.read_only_reason, self.problems, self.warnings = reason, problems, ()
        self.is_cache = True

    @property
    def _can_keep(self) -> bool:
        """Whether memos and summaries can be kept in the file."""
        return self.is_cache or not self.read_only

    @property
    def read_only(self) -> bool:
        """Whether the file can only be looked at; ``read_only_reason`` says why."""
        return self.read_only_reason is not None

    @property
    def memory(self) -> Memory | None:
        """The remembered answers after ``remember``; None: only the file answers."""
        return self.store.memory

    def asking(self, most_ms: int = BACKGROUND_MS) -> AbstractContextManager[None]:
        """A block in which only the file itself answers, waiting at most *most_ms* for another process."""
        return self.store.asking(most_ms)

    def waiting(self, most_ms: int) -> AbstractContextManager[None]:
        """A block in which reads and writes wait at most *most_ms* for another process."""
        return self.store.waiting(most_ms)

    @property
    def is_replaced(self) -> bool:
        """Whether another file was put in the place of this one."""
        return self.store.is_replaced

    # -- of this file alone ---------------------------------------------------------------------------------------

    def local_get(self, key: str) -> str | None:
        """A value that belongs to this file and never travels: a draft, the language."""
        return self.keeping.get(key)

    def local_set(self, key: str, value: str) -> bool:
        """Keep a value as for ``local_get``, at once or with an error; False where the file can only be looked at."""
        return self._set(key, value)

    def local_delete(self, key: str) -> bool:
        """Forget a value as for ``local_get``, at once or with an error; False where the file can only be looked at."""
        return self._set(key, None)

    def keep(self, key: str, value: str | None) -> None:
        """Keep a value as for ``local_get`` (None: forget it) in the background, as soon as the file can be written.

        Where the file can only be looked at, nothing is kept.
        """
        if not self.read_only:
            self.keeping.keep(key, value)

    def _set(self, key: str, value: str | None) -> bool:
        if self.read_only:
            return False
        if value is not None or local.get(self.store, key) is not None:
            with self.store.write():
                local.put(self.store, key, value)
        self.keeping.settled(key, value)
        return True

    # -- cache and watch ------------------------------------------------------------------------------------------

    def memo_get(self, trainee: str, item: str, key: str) -> str | None:
        """What was computed from an item's entries under *key* (rule and policy), if no event has touched it since."""
        return self._memos.get(trainee, item, key)

    def memo_put(self, trainee: str, item: str, key: str, body: str, touched: Iterable[str] = ()) -> None:
        """Keep what was computed after ``memo_get`` gave None; it is written with the next event or at the end.

        Args:
            trainee: whose it is.
            item: the criterion.
            key: digest of the rule and the policy that it was computed with.
            body: what was computed.
            touched: further items whose entries or ticks it was computed from.
        """
        self._memos.put(trainee, item, Memo(key, body, tuple(touched)))

    def keep_memos(self) -> None:
        """Write the memos that wait, in one transaction; best called while the program is idle.

        Raises:
            JournalError: the file can't be written now.
        """
        if self._memos.are_waiting and self._can_keep:
            with self.store.write():
                self._memos.write()
            self._memos.written()

    def keep_summaries(self, key: str, bodies: Mapping[str, str], stamp_then: int) -> bool:
        """Keep what was computed of trainees by *key* while ``stamp`` was *stamp_then*.

        Returns:
            whether it was kept: not where events have come in since, or the file can only be looked at.

        Raises:
            JournalError: the file can't be written now.
        """
        from tui.journal.summary import keep_summaries  # only the team screen computes them

        if not (self._can_keep and bodies):
            return False
        with self.store.write():
            return keep_summaries(self.store, key, bodies, stamp_then)

    def changed_elsewhere(self) -> bool:
        """Whether another process has written since the last call; costs a look at the file's time stamp."""
        has_changed = self._watch.changed()
        if has_changed and self.store.memory is not None:
            self.store.memory.expire()
            with suppress(JournalError):  # it can't be read now: the values known so far stay
                self.keeping.learn()
        return has_changed
