"""Leaving when the line drops or the system asks: what is typed is saved, and the process surely ends soon.

Without a handler SIGHUP ends Textual at once, and typed text is lost. Where it is ignored (nohup) the process lives on
at 100 % CPU, because the end of input looks like no input. And while nobody reads the terminal, Textual's loop is
blocked.
"""

from __future__ import annotations

import asyncio
import os
import select
import signal
import termios
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from types import FrameType
from typing import Any, Final

STALLED: Final = 0.2
"""After so many seconds without room for one byte we assume that nobody reads the terminal any more."""

PAUSE: Final = 0.01
"""Seconds between two looks at the terminal while the app leaves."""


def install_signals(
    loop: asyncio.AbstractEventLoop,
    leave: Callable[[], None],
    hard_exit_after: float = 3.0,
    *,
    stdin_fd: int = 0,
    out_fd: int = 2,
) -> None:
    """Leave on SIGHUP, SIGTERM and the end of the terminal, also under ``nohup``, which only has SIGHUP ignored.

    To be called once, in the main thread, by an app on a real terminal. *leave* runs in the loop, once; it saves and
    asks the app to exit. Meanwhile output that nobody reads is thrown away, so that the loop isn't blocked. After
    *hard_exit_after* seconds the process is ended, with the status of the signal.

    Args:
        loop: the app's event loop.
        leave: saves the draft and exits the app.
        hard_exit_after: seconds after which the process is ended.
        stdin_fd: the terminal, for reading: its end is a hang-up even where the signal went to another process.
        out_fd: the terminal, for writing.
    """
    departure = _Departure(loop, leave, hard_exit_after)
    for number in (signal.SIGHUP, signal.SIGTERM):
        signal.signal(number, departure.on_signal)
    threading.Thread(target=departure.watch, args=(stdin_fd, out_fd), name="ikusei-departure", daemon=True).start()


def catch_failures(loop: asyncio.AbstractEventLoop, fail: Callable[[Exception], None]) -> None:
    """Call *fail* in the loop with any uncaught error of a thread or of a callback of the loop.

    Python itself would only print it over the screen and go on.

    Args:
        loop: the app's event loop.
        fail: ends the app.
    """

    def in_thread(thread: threading.ExceptHookArgs) -> None:
        if isinstance(thread.exc_value, Exception):
            with suppress(RuntimeError):  # the loop is closed: the app has left already
                loop.call_soon_threadsafe(fail, thread.exc_value)

    def in_callback(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if isinstance(error, Exception):
            fail(error)
        else:
            loop.default_exception_handler(context)

    threading.excepthook = in_thread
    loop.set_exception_handler(in_callback)


class _Departure:
    """What the signal handler and the watching thread share."""

    def __init__(self, loop: asyncio.AbstractEventLoop, leave: Callable[[], None], limit: float) -> None:
        self.loop = loop
        self.leave = leave
        self.limit = limit
        self.status = 128 + signal.SIGHUP
        self.begun = threading.Lock()
        self.waked, self.waker = os.pipe()

    def on_signal(self, number: int, _frame: FrameType | None) -> None:
        """Begin to leave. The thread is woken through a pipe, because the interrupted code may hold any lock."""
        self.status = 128 + number
        self.begin()
        os.write(self.waker, b"\0")

    def begin(self) -> None:
        """Have *leave* run in the loop, the first time only."""
        if self.begun.acquire(blocking=False):
            with suppress(RuntimeError):  # the loop is closed: the app has left already
                self.loop.call_soon_threadsafe(self.leave)

    def watch(self, stdin_fd: int, out_fd: int) -> None:
        """Wait, without using CPU, for a signal or a hang-up; then make sure that the process ends."""
        # The main thread handles signals, and changing the terminal from this thread must not stop us (SIGTTOU).
        signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
        poll = select.poll()
        poll.register(self.waked, select.POLLIN)
        if os.isatty(stdin_fd):
            poll.register(stdin_fd, 0)  # a hang-up is reported without being asked for
        poll.poll()
        self.begin()
        deadline = time.monotonic() + self.limit
        patience = STALLED
        while time.monotonic() < deadline:
            if _takes_output(out_fd, patience):
                time.sleep(PAUSE)
            else:
                _discard_output(out_fd)
                patience = PAUSE
        os._exit(self.status)


def _takes_output(out_fd: int, patience: float) -> bool:
    poll = select.poll()
    poll.register(out_fd, select.POLLOUT)
    return bool(poll.poll(patience * 1000))


def _discard_output(out_fd: int) -> None:
    """Discard output that nobody reads, and wake the thread that waits for room; a flush alone doesn't wake it."""
    with suppress(termios.error):
        termios.tcflow(out_fd, termios.TCOOFF)
        termios.tcflush(out_fd, termios.TCOFLUSH)
        termios.tcflow(out_fd, termios.TCOON)
