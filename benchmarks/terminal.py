"""A program on a pseudo-terminal, as its user has it: keys go in, a screen comes out, and all bytes are kept.

Nothing here sleeps for a fixed time: each wait ends when its condition holds, or fails at a deadline and shows the
screen.
"""

from __future__ import annotations

import fcntl
import os
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Final, NamedTuple

from benchmarks.display import Display
from benchmarks.xterm import ANSWERS, CURSOR_QUERY, LONGEST_QUERY, QUERY, cursor_answer, key_bytes

PATIENCE: Final = 30.0
"""The deadline of every wait, in seconds; far above what a loaded machine needs."""
QUIET: Final = 0.15
"""Seconds of silence after which an answer is complete."""
LOOK: Final = 0.02
"""Seconds between two checks of a condition that ``select`` can't wait for."""

# A session leader that opens a terminal gets it as its controlling terminal. Signals that are ignored before exec stay
# ignored.
_BEGIN: Final = 'tty=$1; shift; exec "$@" <>"$tty" >&0 2>&0'
_BEGIN_WITHOUT_HUP: Final = f'trap "" HUP; {_BEGIN}'


class Chunk(NamedTuple):
    """What one read from the terminal returned, and when (``time.perf_counter``)."""

    at: float
    data: bytes


def _parts(data: bytes) -> list[bytes]:
    """*data* cut after each question for the cursor position; the answer depends on all that was written before."""
    *asked, rest = data.split(CURSOR_QUERY)
    return [part + CURSOR_QUERY for part in asked] + ([rest] if rest else [])


class Terminal:
    """An xterm with one program in it.

    Args:
        command: the program and its arguments.
        env: its whole environment.
        cwd: its working directory.
        columns: width of the terminal.
        rows: its height.
        ambiguous: cells that it gives to a character of ambiguous width, 1 or 2.
        answers: whether it answers questions, as an xterm does.
        ignores_hangup: start the program with SIGHUP ignored, as ``nohup`` does.
    """

    def __init__(
        self,
        command: Sequence[str],
        env: Mapping[str, str],
        *,
        cwd: Path | None = None,
        columns: int = 80,
        rows: int = 24,
        ambiguous: int = 1,
        answers: bool = True,
        ignores_hangup: bool = False,
    ) -> None:
        self.chunks: list[Chunk] = []
        self._display = Display(columns, rows, ambiguous)
        self._shown = 0
        self._recent = b""
        self._answers = answers
        self._master, slave = os.openpty()
        self.resize(columns, rows)
        shell = ["/bin/sh", "-c", _BEGIN_WITHOUT_HUP if ignores_hangup else _BEGIN, "sh", os.ttyname(slave)]
        self.started = time.perf_counter()
        self.process = subprocess.Popen([*shell, *command], env=dict(env), cwd=cwd, start_new_session=True)
        self._ended = os.pidfd_open(self.process.pid)
        self._slave = slave

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Kill the program if it still runs, and close the terminal."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        for descriptor in (self._ended, self._slave, self._master):
            if descriptor >= 0:
                os.close(descriptor)
        self._ended = self._slave = self._master = -1

    # -- what comes out -------------------------------------------------------------------------------------------

    @property
    def written(self) -> bytes:
        """Every byte that the program has written and that was read."""
        return b"".join(chunk.data for chunk in self.chunks)

    @property
    def screen(self) -> str:
        """The screen after everything that was read so far."""
        self._show(len(self.chunks))
        return self._display.text

    def read(self, seconds: float) -> bool:
        """Read what is there, waiting for it at most *seconds*; False if nothing came."""
        lines = [self._master] if self._master >= 0 else []
        if not select.select(lines, [], [], max(0.0, seconds))[0]:
            return False
        try:
            data = os.read(self._master, 1 << 16)
        except OSError:  # how Linux says that nobody has the terminal open any more
            data = b""
        if not data:
            return False
        at = time.perf_counter()
        for part in _parts(data):
            self.chunks.append(Chunk(at, part))
            if self._answers:
                self._answer(part)
        return True

    def settle(self, quiet: float = QUIET) -> None:
        """Read until the program was silent for *quiet* seconds because it waits, not because it got no CPU time."""
        deadline = time.monotonic() + PATIENCE
        work = self._work()
        while self.read(quiet) or self._work() != work:
            work = self._work()
            self._check(deadline, "the program to be silent")

    def wait_for(self, text: str) -> float:
        """Read until the screen shows *text*; return when it first did (``time.perf_counter``)."""
        deadline = time.monotonic() + PATIENCE
        while (moment := self.first_shown(text)) is None:
            if not self.read(LOOK) and self.process.poll() is not None:
                raise ChildProcessError(f"ended before it showed {text!r}; the screen:\n{self.screen}")
            self._check(deadline, f"{text!r} on the screen")
        return moment

    def wait_until(self, is_so: Callable[[], bool], what: str) -> None:
        """Read until *is_so* gives True; *what* names the condition in the error at the deadline."""
        deadline = time.monotonic() + PATIENCE
        while not is_so():
            self._check(deadline, what)
            self.read(LOOK)

    def first_shown(self, text: str) -> float | None:
        """When the screen first showed *text*, in the part of the output that wasn't searched yet; None: it didn't."""
        if text in self._display.text:
            return self.chunks[self._shown - 1].at if self._shown else self.started
        while self._shown < len(self.chunks):
            self._show(self._shown + 1)
            if text in self._display.text:
                return self.chunks[self._shown - 1].at
        return None

    @property
    def is_full(self) -> bool:
        """Whether the program can't write any more, because nobody reads its output."""
        return not select.select([], [self._slave], [], 0)[1]

    # -- what goes in ---------------------------------------------------------------------------------------------

    def send(self, data: bytes) -> float:
        """Send bytes; return when they were sent (``time.perf_counter``)."""
        at = time.perf_counter()
        os.write(self._master, data)
        return at

    def press(self, *keys: str) -> bytes:
        """Press keys, each after the answer to the previous one; return the bytes of all answers."""
        before = len(self.chunks)
        for key in keys:
            self.send(key_bytes(key))
            self.read(QUIET)
            self.settle()
        return b"".join(chunk.data for chunk in self.chunks[before:])

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size; the program is told."""
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self._display.resize(columns, rows)

    # -- how it ends ----------------------------------------------------------------------------------------------

    def hang_up(self) -> None:
        """Cut the line."""
        for descriptor in (self._slave, self._master):
            os.close(descriptor)
        self._slave = self._master = -1

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the program."""
        self.process.send_signal(number)

    def wait_exit(self, *, reading: bool = True) -> int:
        """Wait until the program has ended; return its exit status, negative if a signal ended it.

        Args:
            reading: whether the terminal is read meanwhile; False imitates a stalled connection.
        """
        deadline = time.monotonic() + PATIENCE
        watched = [self._ended, *([self._master] if reading and self._master >= 0 else [])]
        while self._ended not in (ready := select.select(watched, [], [], 1.0)[0]):
            if ready:
                self.read(0)
            self._check(deadline, "the program to end")
        while reading and self.read(0):
            pass
        return self.process.wait()

    # -- inside ---------------------------------------------------------------------------------------------------

    def _work(self) -> tuple[str, int]:
        """The program's state (running or waiting) and its CPU time in ticks, to compare with a later call."""
        try:
            fields = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        except OSError:
            return "", 0
        # A program that is ready to run gets another value at every call: only one that sleeps or has ended has
        # answered.
        ticks = int(fields[11]) + int(fields[12])
        return fields[0], ticks if fields[0] in {"S", "Z"} else time.monotonic_ns()

    def _show(self, until: int) -> None:
        for chunk in self.chunks[self._shown : until]:
            self._display.feed(chunk.data)
        self._shown = until

    def _answer(self, data: bytes) -> None:
        """Answer the questions in *data*, in their order; one that two reads have split is answered at its end."""
        text = self._recent + data
        for query in QUERY.finditer(text):
            if query.end() <= len(self._recent):
                continue
            if query[0] == CURSOR_QUERY:
                self._show(len(self.chunks))
                self.send(cursor_answer(*self._display.cursor))
            else:
                self.send(ANSWERS[query[0]])
        self._recent = text[-LONGEST_QUERY:]

    def _check(self, deadline: float, what: str) -> None:
        if time.monotonic() > deadline:
            raise TimeoutError(f"waited {PATIENCE:.0f} s for {what}; the screen:\n{self.screen}")
