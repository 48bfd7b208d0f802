"""A program at the other end of a line: its output is a stream, the last that it complains of is kept."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from contextlib import suppress
from threading import Thread
from types import TracebackType
from typing import IO, BinaryIO, Final

from tui.errors import TransportError
from tui.text.clean import one_line

KEPT: Final = 8192
"""Bytes of complaints that are kept, the last ones: a host can complain without end."""
LONGEST: Final = 200
"""Characters of a complaint that a sentence repeats."""
PATIENCE: Final = 15.0
"""Seconds in which a program that has closed its output must end."""


class Line:
    """A running program; ``with`` ends it, however it is left.

    Args:
        command: the program and its arguments.
        given: a file that becomes its standard input; None: nothing.

    Raises:
        TransportError: it can't be started.
    """

    def __init__(self, command: Sequence[str], given: IO[bytes] | None = None) -> None:
        try:
            self._process = subprocess.Popen(
                command, stdin=given or subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE
            )
        except OSError as error:
            raise TransportError("transport.no_ssh", program=command[0], why=error.strerror or "") from error
        assert self._process.stdout is not None  # both are pipes
        assert self._process.stderr is not None
        self.stdout: BinaryIO = self._process.stdout  # type: ignore[assignment]  # a buffered reader
        self._complaints = b""
        self._listening = Thread(target=self._listen, args=(self._process.stderr,), daemon=True)
        self._listening.start()

    def __enter__(self) -> Line:
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
        """What comes first, without taking it out of the stream; waits for it."""
        return self.stdout.peek(1)  # type: ignore[attr-defined,no-any-return]  # a buffered reader has it

    def rest(self) -> str:
        """The last line that it writes to its standard output, cleaned; waits for its end."""
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
            while part := stream.read1(KEPT):  # type: ignore[attr-defined]  # a buffered reader has it
                self._complaints = (self._complaints + part)[-KEPT:]


def _last(raw: bytes) -> str:
    lines = raw.decode("utf-8", "replace").splitlines()
    return next((clean[:LONGEST] for line in reversed(lines) if (clean := one_line(line))), "")
