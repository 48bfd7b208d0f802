"""When ctrl+c and other signals take effect: while the user is asked or reads, never in the middle of a write."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final

TWICE: Final = 2


class Left(BaseException):
    """A signal asks the process to end: SIGTERM, or SIGHUP after a lost connection.

    Args:
        number: the signal.
    """

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number

    @property
    def status(self) -> int:
        """The exit code."""
        return 128 + self.number


class Interrupts:
    """Handles the signals of a conversation; a signal during a write waits until ``welcome``."""

    def __init__(self) -> None:
        self._is_welcome = False
        self._waiting = 0
        self._times = 0

    def install(self) -> None:
        """Set the signal handlers."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._on_signal)

    @contextmanager
    def welcome(self) -> Iterator[None]:
        """A block that a signal may end, because it only reads or shows.

        Raises:
            KeyboardInterrupt: ctrl+c was pressed, now or while something was written.
            Left: the process is to end.
        """
        self._is_welcome = True
        try:
            if self._waiting:
                self._end(self._waiting)
            yield
        finally:
            self._is_welcome = False

    def count(self) -> bool:
        """Count a ctrl+c; True if it is the second one in a row, with nothing typed between."""
        self._times += 1
        return self._times >= TWICE

    def forget(self) -> None:
        """Start counting anew, because something was typed."""
        self._times = 0

    def _on_signal(self, number: int, _frame: FrameType | None) -> None:
        if self._is_welcome:
            self._end(number)
        self._waiting = number

    def _end(self, number: int) -> None:
        self._waiting = 0
        if number == signal.SIGINT:
            raise KeyboardInterrupt
        raise Left(number)
