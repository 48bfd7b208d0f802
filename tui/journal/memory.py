"""Remembered answers of a state file, used while the file can't be read.

Another process may hold the file for minutes, or somebody may have damaged it. A screen goes on with what was read
last, and says so. Nothing that is written rests on remembered answers: a write asks the file itself (``Store.asking``).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from typing import Any, Final, TypeVar

from tui.errors import JournalError
from tui.journal.failure import is_passing
from tui.journal.trouble import Trouble, trouble_again

T = TypeVar("T")

LONGEST: Final = 1000
"""Rows of the longest answer that is remembered: no screen shows more."""
MOST: Final = 20_000
"""Rows that are remembered in all; the oldest answers make way."""


class Memory:
    """Remembers answers, and gives them while the file gives none.

    Args:
        clock: gives the wall clock in milliseconds since 1970.
    """

    def __init__(self, clock: Callable[[], int]) -> None:
        self.trouble: Trouble | None = None
        """Since when and why the file can't be read; None while it can."""
        self.on_trouble: Callable[[], None] = lambda: None
        """Called when the file couldn't be read."""
        self._clock = clock
        self._answers: dict[Hashable, list[Any]] = {}
        self._rows = 0
        self._are_old = False
        self._is_passed_over = False

    @property
    def stands_in(self) -> bool:
        """Whether answers come from here, and may be old."""
        return self.trouble is not None and not self._is_passed_over

    def answer(self, question: Hashable, ask: Callable[[], list[T]]) -> list[T]:
        """What *ask* finds in the file; what it found the last time while the file can't be read.

        Raises:
            JournalError: it can't be read, and nobody has asked *question* before.
        """
        if not self.stands_in:
            try:
                found = ask()
            except JournalError as error:
                self._note(error)
                if not self.stands_in:
                    raise
            else:
                self._remember(question, found)
                return found
        known = self._answers.get(question)
        if known is None:
            assert self.trouble is not None  # ``stands_in`` is true only then
            raise JournalError(self.trouble.error.key, **self.trouble.error.fields)
        return list(known)

    @contextmanager
    def passed_over(self) -> Iterator[None]:
        """A block in which only the file answers."""
        before, self._is_passed_over = self._is_passed_over, True
        try:
            yield
        finally:
            self._is_passed_over = before

    def forget(self) -> None:
        """Forget every answer: the file has changed."""
        self._answers.clear()
        self._rows = 0
        self._are_old = False

    def recover(self) -> None:
        """Note that the file can be read again: what was asked before may have changed meanwhile."""
        self.trouble = None
        self.forget()

    def _note(self, error: JournalError) -> None:
        if is_passing(error):
            self.trouble = trouble_again(self.trouble, error, self._clock)
            self.on_trouble()

    def expire(self) -> None:
        """Note that somebody has written: the answers stand in until the file itself has given one."""
        self._are_old = True

    def _remember(self, question: Hashable, found: list[Any]) -> None:
        if self._are_old:
            self.forget()
        self._rows -= len(self._answers.pop(question, ()))
        if len(found) > LONGEST:
            return
        self._answers[question] = list(found)
        self._rows += len(found)
        while self._rows > MOST:
            self._rows -= len(self._answers.pop(next(iter(self._answers))))
