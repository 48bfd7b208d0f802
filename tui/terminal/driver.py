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
from tui.terminal.mode import DrawingMode
from tui.terminal.one_read import marked
from tui.terminal.shell import may_have_shell
from tui.terminal.translation import Translation

if TYPE_CHECKING:
    from textual.app import App

LOOK: Final = 0.1
"""Seconds between two looks whether the driver is to end, and after which a lone Escape is one."""


class TerminalDriver(LinuxDriver):
    """Textual's driver; what was typed before it began is not lost, and no byte that comes or goes ends the program."""

    typed: ClassVar[bytes] = b""
    """Keys that were typed while the terminal was asked for its widths."""
    _is_aside = False
    """Whether the terminal was given back to the shell."""

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

    def stop_application_mode(self) -> None:
        """Give the terminal back with nothing of ours on it: mosh, or GNU screen as installed, have no other screen.

        From the first cell on, because many terminals put a screen that is cleared whole where it can be scrolled to.
        """
        self.write("\x1b[m\x1b[H\x1b[J")
        super().stop_application_mode()

    def _sigtstp_application(self, *signalled: Any) -> None:  # noqa: ANN401 - a signal handler's
        """Stop on ctrl+z as every program does: the kernel decides whether somebody could continue it.

        Textual always stops. Where no shell could continue it, as below ``ssh -t HOST ikusei``, that is for ever.
        """
        if not self._auto_restart:  # an editor has the terminal, and the signal came to it, too
            self._stop()
        elif may_have_shell():
            self.suspend_application_mode()
            self._must_signal_resume = self._is_aside = True
            # With all that the shell started together: of a script that waits for us it would see nothing else.
            signal.signal(signal.SIGTSTP, signal.SIG_IGN)
            os.killpg(0, signal.SIGTSTP)
            self._stop()
            if self._is_aside:  # nobody could have continued it, so it wasn't stopped
                self._sigcont_application()

    def _sigcont_application(self, *_signalled: Any) -> None:  # noqa: ANN401 - a signal handler's
        """Take the terminal over again; Textual would do so too where it never gave it away."""
        if self._is_aside:
            self._is_aside = False
            self.resume_application_mode()

    def _stop(self) -> None:
        """Stop, if the kernel finds that somebody could continue it; the next line runs when that was done."""
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        signal.raise_signal(signal.SIGTSTP)
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
            for message in marked(keyboard.feed(data)):
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


def driver_for(mode: DrawingMode) -> type[LinuxDriver]:
    """The driver class for a mode, to be given to the app as ``driver_class``."""
    kind = TranslatingDriver if mode.translate else TerminalDriver
    kind.typed = mode.typed
    return kind
