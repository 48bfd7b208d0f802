"""The driver through which ikusei writes to the terminal and reads from it."""

from __future__ import annotations

import os
import select
import signal
from contextlib import suppress
from typing import TYPE_CHECKING, Any, ClassVar, Final

from textual import events
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from tui.terminal.display import Display
from tui.terminal.keyboard import Keyboard
from tui.terminal.mode import Mode
from tui.terminal.translation import Translation

if TYPE_CHECKING:
    from textual.app import App

LOOK: Final = 0.1
"""Seconds between two looks whether the driver is to end, and after which a lone Escape is one."""


class TerminalDriver(LinuxDriver):
    """Textual's driver; what was typed before it began is not lost, and no byte that comes or goes ends the program."""

    typed: ClassVar[bytes] = b""
    """Keys that were typed while the terminal was asked for its widths."""

    def __init__(self, app: App[Any], **options: Any) -> None:  # noqa: ANN401 - Textual's, passed on
        super().__init__(app, **options)
        self._display = Display(self._file.fileno(), self._fail)  # type: ignore[union-attr]  # it is a terminal
        self._file = self._display  # type: ignore[assignment]  # all that Textual's thread calls is there

    def start_application_mode(self) -> None:
        """Take the terminal over, and pass on the keys that were typed before."""
        super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual leaves this one untyped
        early, type(self).typed = type(self).typed, b""  # the mode starts again after a suspension
        if early:
            # Enter came as a newline: the terminal wasn't raw yet.
            for message in Keyboard().feed(early.replace(b"\n", b"\r")):
                self.process_message(message)

    def _sigtstp_application(self, *signalled: Any) -> None:  # noqa: ANN401 - a signal handler's
        """Stop on ctrl+z as every program does: while an editor has the terminal, the kernel decides.

        Textual always stops. Where no shell could continue it, as below ``ssh -t HOST ikusei``, that is for ever.
        """
        if self._auto_restart:
            super()._sigtstp_application(*signalled)
            return
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, self._sigtstp_application)

    def _get_terminal_size(self) -> tuple[int, int]:
        """The size of what is drawn on; Textual asks standard output, which may be closed or a file."""
        with suppress(OSError):
            columns, rows = os.get_terminal_size(self._display.fileno())
            if columns and rows:
                return columns, rows
        return super()._get_terminal_size()

    def run_input_thread(self) -> None:
        """Read what the terminal sends until the driver ends."""
        keyboard = Keyboard()
        while not self.exit_event.is_set():
            ready, _, _ = select.select([self.fileno], [], [], LOOK)
            data = self._read() if ready else b""
            if ready and not data:
                self.exit_event.wait(LOOK)  # the end of input is there at once, again and again
            for message in keyboard.feed(data):
                self.process_message(message)

    def _run_input_thread(self) -> None:
        """Textual's begin of the thread would print any error and end with status 0."""
        try:
            self.run_input_thread()
        except OSError as error:
            self._fail(error)

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, 4096)
        except BlockingIOError:  # somebody else has read it
            return b""

    def process_message(self, message: Message) -> None:
        """Pass on a message; a size that wasn't asked for isn't believed, it may be any number."""
        if not isinstance(message, events.Resize) or self._in_band_window_resize:
            super().process_message(message)

    def _fail(self, error: OSError) -> None:
        """Let the app end with *error*: the terminal can't be read, or can't be written to."""
        poll = select.poll()
        poll.register(self.fileno, 0)
        if poll.poll(0):
            return  # the line was cut, which is no fault: see ``lifecycle``
        with suppress(RuntimeError):  # the loop is closed: the app has ended already
            self._loop.call_soon_threadsafe(self._app._handle_exception, error)


class TranslatingDriver(TerminalDriver):
    """A driver for terminals in which characters of ambiguous width take two cells: it writes ASCII in their place."""

    table: ClassVar[Translation] = Translation()

    def write(self, data: str) -> None:
        """Write *data*, each of its ambiguous characters as one ASCII character."""
        super().write(data.translate(self.table))


def driver_for(mode: Mode) -> type[LinuxDriver]:
    """The driver class for a mode, to be given to the app as ``driver_class``."""
    kind = TranslatingDriver if mode.translate else TerminalDriver
    kind.typed = mode.typed
    return kind
