"""A program at the other end of a line: its output is a stream, the last that it complains of is kept."""

from __future__ import annotations

import io
import os
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from threading import Thread
from types import TracebackType
from typing import IO, Final

from tui.errors import TransportError
from tui.text.clean import one_line
from tui.transport.heard import Heard

KEPT: Final = 8192
"""Bytes of complaints that are kept, the last ones: a host can complain without end."""
LONGEST: Final = 200
"""Characters of a complaint that a sentence repeats."""
PATIENCE: Final = 15.0
"""Seconds in which a program that has closed its output must end."""
SILENCE: Final = 120.0
"""Seconds without a byte after which a program is given up. A journal of a million records is exported with less."""
LARGEST: Final = 2 << 30
"""Bytes that are taken from a program: a bundle of a million records has less than half."""


class RunningProgram:
    """A running program; ``with`` ends it, however it is left.

    Args:
        command: the program and its arguments.
        given: a file that becomes its standard input; None: nothing.
        silence: seconds without a byte after which it is given up.
        largest: bytes that are taken from it.

    Raises:
        TransportError: it can't be started.
    """

    def __init__(
        self,
        command: Sequence[str],
        given: IO[bytes] | None = None,
        *,
        silence: float | None = None,
        largest: int | None = None,
    ) -> None:
        try:
            self._process = subprocess.Popen(
                command, bufsize=0, stdin=given or subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE
            )
        except OSError as error:
            raise TransportError("transport.no_ssh", program=command[0], why=error.strerror or "") from error
        assert self._process.stdout is not None  # both are pipes
        assert self._process.stderr is not None
        self._complaints = b""
        self._complained = 0
        self._given = given
        limits = SILENCE if silence is None else silence, LARGEST if largest is None else largest
        self.stdout = io.BufferedReader(Heard(self._process.stdout, *limits, self._signs))
        self._listening = Thread(target=self._listen, args=(self._process.stderr,), daemon=True)
        self._listening.start()

    def __enter__(self) -> RunningProgram:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._process.poll() is None:
            self._process.terminate()
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(PATIENCE)
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        self.stdout.close()
        # A connection that ssh keeps for later may hold the other end of this pipe: it isn't waited for.
        self._listening.join(PATIENCE)

    def beginning(self) -> bytes:
        """What comes first, without taking it out of the stream; waits for it.

        Raises:
            TransportError: nothing comes.
        """
        return self.stdout.peek(1)

    def rest(self) -> str:
        """The last line that it writes to its standard output, cleaned; waits for its end.

        Raises:
            TransportError: nothing comes any more, or too much.
        """
        kept = b""
        while part := self.stdout.read(KEPT):
            kept = (kept + part)[-KEPT:]
        return _last(kept)

    def wait(self) -> int:
        """Its exit code; to be called when it has closed its output.

        Raises:
            TransportError: it doesn't end.
        """
        try:
            code = self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired as error:
            raise TransportError("transport.no_end") from error
        self._listening.join(PATIENCE)
        return code

    @property
    def complaints(self) -> list[str]:
        """What it has complained of, line by line, cleaned; the last ones."""
        lines = self._complaints.decode("utf-8", "replace").splitlines()
        return [clean[:LONGEST] for line in lines if (clean := one_line(line))]

    @property
    def last_words(self) -> str:
        """The last line that it complained of, or empty."""
        return _last(self._complaints)

    def _listen(self, stream: IO[bytes]) -> None:
        with stream, suppress(OSError, ValueError):
            while part := stream.read(KEPT):
                self._complaints = (self._complaints + part)[-KEPT:]
                self._complained += len(part)

    def _signs(self) -> tuple[int, int]:
        """How much it has complained, and how much of what it was given it has read: it shares that file's place."""
        return self._complained, 0 if self._given is None else os.lseek(self._given.fileno(), 0, os.SEEK_CUR)


def _last(raw: bytes) -> str:
    lines = raw.decode("utf-8", "replace").splitlines()
    return next((clean[:LONGEST] for line in reversed(lines) if (clean := one_line(line))), "")
