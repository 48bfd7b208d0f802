"""Asking the terminal how wide it draws characters of ambiguous width.

Unicode leaves the width of ``○ │ → ①`` and some hundred others to the context. mlterm, xterm with ``-cjk_width`` and
Tera Term in Japanese draw them two cells wide, and with them every border. No environment variable shows that. Blocks
and shades belong to these characters, but some terminals have a separate setting for them.
"""

from __future__ import annotations

import os
import re
import select
import termios
import time
import tty
from contextlib import suppress
from typing import Final, Literal, NamedTuple

ASKED: Final = "○│█▒"
QUESTION: Final = b"\r" + ASKED.encode() + b"\x1b[6n\r\x1b[K"
"""Writes ``○│█▒`` in the first column, asks for the cursor's position, and clears the line: one round trip."""

ANSWER: Final = re.compile(rb"\x1b\[\d+;(\d+)R")


class Probe(NamedTuple):
    """The result of asking the terminal.

    Args:
        cells: 1 or 2 cells for an ambiguous character, None where the terminal didn't answer.
        typed: what the user typed meanwhile; hand it to ``driver_for``, or it is lost.
    """

    cells: Literal[1, 2] | None
    typed: bytes


def probe_ambiguous(stdin_fd: int, out_fd: int, timeout: float = 0.4) -> Probe:
    """Ask the terminal; takes one round trip (1 to 12 ms on one machine), or *timeout* seconds without an answer.

    The terminal's modes are always restored. If only one of the characters is wide the answer is 2: translating both is
    always right.

    Args:
        stdin_fd: the terminal, for reading.
        out_fd: the terminal, for writing.
        timeout: seconds in all.
    """
    try:
        modes = termios.tcgetattr(stdin_fd)
    except termios.error:
        return Probe(None, b"")
    try:
        tty.setcbreak(stdin_fd, termios.TCSANOW)
        os.write(out_fd, QUESTION)
        received = _receive(stdin_fd, time.monotonic() + timeout)
    except (OSError, termios.error):
        return Probe(None, b"")
    finally:
        with suppress(termios.error):  # the line may be gone
            termios.tcsetattr(stdin_fd, termios.TCSANOW, modes)
    answer = ANSWER.search(received)
    if answer is None:
        return Probe(None, received)
    typed = received[: answer.start()] + received[answer.end() :]
    return Probe(1 if int(answer[1]) == 1 + len(ASKED) else 2, typed)


def _receive(stdin_fd: int, deadline: float) -> bytes:
    """The bytes that the terminal and the user send until the answer is complete or the time is up."""
    received = b""
    while not ANSWER.search(received):
        ready, _, _ = select.select([stdin_fd], [], [], max(0.0, deadline - time.monotonic()))
        chunk = os.read(stdin_fd, 1024) if ready else b""
        if not chunk:
            break
        received += chunk
    return received
