"""Running a program such as ssh: its output is read as a stream, and the end of its standard error is kept."""

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
"""How many bytes of standard error are kept, the last ones: a host can write there without end."""
LONGEST: Final = 200
"""How many characters of such a line a message repeats."""
PATIENCE: Final = 15.0
"""Seconds within which a program has to end after it has closed its output."""
SILENCE: Final = 120.0
"""Seconds of silence after which a program is given up; exporting a million records is silent for a shorter time."""
LARGEST: Final = 2 << 30
"""The most bytes that are read from a program: a bundle of a million records has less than half of it."""


class RunningProgram:
    """A running program; the end of a ``with`` block ends it in any case.

    Args:
        command: the program and its arguments.
        given: a file that becomes its standard input; None: an empty one.
        silence: seconds of silence after which it is given up; None: ``SILENCE``.
        largest: the most bytes that are read from it; None: ``LARGEST``.

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
        # A connection that ssh keeps open for later calls (ControlPersist) may hold the other end of this pipe, so the
        # thread isn't waited for without limit.
        self._listening.join(PATIENCE)

    def beginning(self) -> bytes:
        """The first bytes of the output, which stay in the stream; waits for them.

        Raises:
            TransportError: nothing comes.
        """
        return self.stdout.peek(1)

    def rest(self) -> str:
        """The last line of the program's output, cleaned; waits for the end of the output.

        Raises:
            TransportError: nothing comes any more, or too much.
        """
        kept = b""
        while part := self.stdout.read(KEPT):
            kept = (kept + part)[-KEPT:]
        return _last(kept)

    def wait(self) -> int:
        """The program's exit code; to be called after it has closed its output.

        Raises:
            TransportError: the program doesn't end.
        """
        try:
            code = self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired as error:
            raise TransportError("transport.no_end") from error
        self._listening.join(PATIENCE)
        return code

    @property
    def complaints(self) -> list[str]:
        """The last lines that the program wrote to standard error, cleaned."""
        lines = self._complaints.decode("utf-8", "replace").splitlines()
        return [clean[:LONGEST] for line in lines if (clean := one_line(line))]

    @property
    def last_words(self) -> str:
        """The last line that the program wrote to standard error, cleaned; or empty."""
        return _last(self._complaints)

    def _listen(self, stream: IO[bytes]) -> None:
        with stream, suppress(OSError, ValueError):
            while part := stream.read(KEPT):
                self._complaints = (self._complaints + part)[-KEPT:]
                self._complained += len(part)

    def _signs(self) -> tuple[int, int]:
        """Signs of life: the bytes of standard error so far, and how far the program has read the given file.

        The program and we share the file's offset.
        """
        return self._complained, 0 if self._given is None else os.lseek(self._given.fileno(), 0, os.SEEK_CUR)


def _last(raw: bytes) -> str:
    lines = raw.decode("utf-8", "replace").splitlines()
    return next((clean[:LONGEST] for line in reversed(lines) if (clean := one_line(line))), "")
