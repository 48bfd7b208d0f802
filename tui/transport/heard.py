"""Reading a pipe from another machine, with limits on silence and on the number of bytes."""

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
    """A stream that gives up after a long silence or too many bytes.

    Args:
        pipe: the pipe to read; unbuffered.
        silence: seconds of silence after which a read gives up.
        most: the most bytes that are read in all.
        signs: gives other signs of life: if its value has changed, a silent pipe is waited for again.

    A read raises ``TransportError`` after too long a silence or too many bytes.
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
        """True: the stream can be read."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Wait for the next bytes, and read them into *buffer*."""
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
        """Close the stream and the pipe."""
        self._pipe.close()
        super().close()
