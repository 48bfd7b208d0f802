"""Where the screen is drawn: a file that waits where the terminal has no room, and never fails."""

from __future__ import annotations

import os
import select
from collections.abc import Callable
from typing import Final

FULL: Final = 1 << 14
"""Bytes that are written without waiting for the end of a frame."""


class Display:
    """The terminal for Textual's writing thread, which ends at the first error and leaves the program hanging.

    Args:
        descriptor: the terminal.
        lost: called once, with the error, when nothing can be written any more.
    """

    def __init__(self, descriptor: int, lost: Callable[[OSError], None]) -> None:
        self._descriptor = descriptor
        self._lost = lost
        self._is_lost = False
        self._waiting = bytearray()

    def fileno(self) -> int:
        """The terminal."""
        return self._descriptor

    def write(self, text: str) -> None:
        """Write *text*, soon."""
        self._waiting += text.encode("utf-8", "replace")
        if len(self._waiting) > FULL:
            self.flush()

    def flush(self) -> None:
        """Write what waits."""
        data, self._waiting = bytes(self._waiting), bytearray()
        while data and not self._is_lost:
            try:
                data = data[os.write(self._descriptor, data) :]
            except BlockingIOError:
                # Another program of this terminal has left it in a mode in which writing doesn't wait: we wait.
                select.select([], [self._descriptor], [])
            except OSError as error:
                self._is_lost = True
                self._lost(error)
