"""The file that the screen is written to: it waits while the terminal has no room, and never raises."""

from __future__ import annotations

import os
import select
from collections.abc import Callable
from typing import Final

FULL: Final = 1 << 14
"""With more waiting bytes than this, they are written before the end of the frame."""


class Display:
    """The terminal as a file for Textual's writing thread, which an error would end, leaving the app hanging.

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
                # Another program has set the terminal to O_NONBLOCK, so writing doesn't wait by itself.
                select.select([], [self._descriptor], [])
            except OSError as error:
                self._is_lost = True
                self._lost(error)
