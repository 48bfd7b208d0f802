"""When ctrl+c ends what is being done: while somebody is asked or reads, never in the middle of a write."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final

TWICE: Final = 2


class Left(BaseException):
    """The system wants us gone, or the line was cut.

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
    """Takes the signals of a conversation: each waits until nothing is being written."""

    def __init__(self) -> None:
        self._is_welcome = False
        self._waiting = 0
        self._times = 0

    def install(self) -> None:
        """Take the signals from here on."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._on_signal)

    @contextmanager
    def welcome(self) -> Iterator[None]:
        """A block that a signal may end: it reads or shows.

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
        """Note a ctrl+c; whether it is the second one with nothing typed between."""
        self._times += 1
        return self._times >= TWICE

    def forget(self) -> None:
        """Something was typed."""
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
