"""Running a program that may ask the user something on the terminal."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from signal import SIGINT, default_int_handler, signal
from threading import current_thread, main_thread

from tui.text.clean import neutralise


def converse(
    command: list[str], text: int, inherited: list[int], tell: Callable[[str], None]
) -> tuple[int, str, list[str]]:
    """Run *command* with the file *text* as its input.

    Args:
        command: program and arguments; no shell.
        text: number of the file that it reads.
        inherited: numbers of files that it finds as ``/dev/fd/N``.
        tell: gets every line of its standard error, at once.

    Returns:
        Its exit status (negative: the signal that ended it), its standard output, and the lines of its standard error.

    Raises:
        OSError: it can't be started.
    """
    from subprocess import PIPE, Popen  # a start pays for no subprocess

    # ssh-keygen always asks for a passphrase on /dev/tty. But it says "confirm user presence" for a FIDO key only where
    # its standard error is a terminal (OpenSSH 9.2 readpass.c, notify_start). So it gets a pseudo-terminal if ours is a
    # terminal.
    ours, its = os.openpty() if os.isatty(2) else os.pipe()
    try:
        with _interrupts_left_to_it(), Popen(command, stdin=text, stdout=PIPE, stderr=its, pass_fds=inherited) as it:
            os.close(its)
            its = -1
            said = []
            for line in _lines(ours):
                said.append(line)
                tell(line)
            # A signature fits into the buffer of a pipe, so the program never waits for us to read it.
            assert it.stdout is not None
            return it.wait(), it.stdout.read().decode("ascii", "replace"), said
    finally:
        os.close(ours)
        if its >= 0:
            os.close(its)


@contextmanager
def _interrupts_left_to_it() -> Iterator[None]:
    """A block in which Ctrl-C ends the program that was started, and not this one.

    The handler does nothing; SIG_IGN wouldn't do, because a child would inherit it. It replaces asyncio's handler,
    which would cancel a running app.
    """
    if current_thread() is not main_thread():
        yield
        return
    before = signal(SIGINT, lambda _number, _frame: None)
    try:
        yield
    finally:
        signal(SIGINT, default_int_handler if before is None else before)


def to_terminal(line: str) -> None:
    """Show *line* where the program would have shown it."""
    os.write(2, f"{line}\n".encode())


def _lines(number: int) -> Iterator[str]:
    """The lines that are read from the file *number*, each as soon as it is whole."""
    waiting = b""
    while chunk := _chunk(number):
        *whole, waiting = (waiting + chunk).split(b"\n")
        yield from map(_line, whole)
    if waiting:
        yield _line(waiting)


def _chunk(number: int) -> bytes:
    try:
        return os.read(number, 4096)
    except OSError:
        return b""  # Linux says EIO where the other end of a pseudo-terminal is closed


def _line(raw: bytes) -> str:
    return neutralise(raw.decode("utf-8", "replace").strip("\r"))
