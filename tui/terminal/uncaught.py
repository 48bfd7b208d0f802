"""Errors that nobody caught, of a thread or a callback: the screen is left, and the program doesn't end with 0.

Python only prints them, and goes on as if nothing had happened.
"""

from __future__ import annotations

import asyncio
import errno
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Final

FAILED: Final = 1
"""Exit code after a mistake of the program; Textual's own for those that it catches."""
_GONE: Final = frozenset({errno.EIO, errno.EPIPE, errno.EBADF})
"""What a thread meets that writes to a terminal that is gone: no mistake of the program."""


class Uncaught:
    """The first error that nobody caught.

    Args:
        leave: saves what is being typed and exits the app; runs in the loop.
    """

    def __init__(self, leave: Callable[[], None]) -> None:
        self.error: BaseException | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._leave = leave

    def watch(self, loop: asyncio.AbstractEventLoop) -> None:
        """Be told of the errors of every thread, and of the callbacks of *loop*."""
        self._loop = loop
        loop.set_exception_handler(self._in_loop)
        threading.excepthook = self._in_thread

    def tell(self) -> int:
        """Write the traceback, now that the terminal is the user's own again; the exit code."""
        if self.error is None:
            return 0
        with suppress(OSError):
            traceback.print_exception(self.error, file=sys.stderr)
        return FAILED

    def _in_loop(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if error is None:
            loop.default_exception_handler(context)
        else:
            self._note(error)

    def _in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not (isinstance(args.exc_value, OSError) and args.exc_value.errno in _GONE):
            self._note(args.exc_value)

    def _note(self, error: BaseException) -> None:
        if self.error is None:
            self.error = error
            if self._loop is not None:
                with suppress(RuntimeError):  # the loop is closed: the app has left already
                    self._loop.call_soon_threadsafe(self._leave)
