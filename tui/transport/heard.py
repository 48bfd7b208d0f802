"""What comes through a pipe from another machine: as long as it comes, and no more than any journal has."""

from __future__ import annotations

import io
import os
import select
from collections.abc import Callable
from typing import IO, TYPE_CHECKING

from tui.errors import TransportError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer


class Heard(io.RawIOBase):
    """A stream that doesn't wait for ever, nor read for ever.

    Args:
        pipe: where it comes from; unbuffered.
        silence: seconds in which something must come.
        most: bytes that may come in all.
        signs: other signs of life. As long as what it gives changes, somebody is there, though nothing comes here.

    Each read raises ``TransportError`` where nothing comes, or too much.
    """

    def __init__(self, pipe: IO[bytes], silence: float, most: int, signs: Callable[[], object]) -> None:
        self._pipe = pipe
        self._silence = silence
        self._most = most
        self._left = most
        self._signs = signs
        self._ready = select.poll()
        self._ready.register(pipe, select.POLLIN)

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Wait for what comes next."""
        while True:
            before = self._signs()
            if self._ready.poll(self._silence * 1000):
                break
            if self._signs() == before:
                raise TransportError("transport.silent", seconds=f"{self._silence:g}")
        read = os.readv(self._pipe.fileno(), [buffer])
        self._left -= read
        if self._left < 0:
            raise TransportError("transport.too_much", most=self._most >> 20)
        return read

    def close(self) -> None:
        """Close the pipe, too."""
        self._pipe.close()
        super().close()
