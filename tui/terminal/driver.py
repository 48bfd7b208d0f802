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
"""Seconds between two checks whether the driver must end; after this time a lone Escape counts as the Escape key."""


class TerminalDriver(LinuxDriver):
    """Textual's driver, but keys typed before it began aren't lost, and no byte read or written ends the program."""

    typed: ClassVar[bytes] = b""
    """Keys that were typed while the terminal was asked for its widths."""
    _is_aside = False
    """Whether the terminal is given back to the shell at the moment."""

    def __init__(self, app: App[Any], **options: Any) -> None:  # noqa: ANN401 - Textual's, passed on
        super().__init__(app, **options)
        self._display = Display(self._file.fileno(), self._fail)  # type: ignore[union-attr]  # it is a terminal
        self._file = self._display  # type: ignore[assignment]  # it has every method that Textual's thread calls

    def start_application_mode(self) -> None:
        """Take the terminal over, and pass on the keys that were typed before."""
        super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual leaves this one untyped
        early, type(self).typed = type(self).typed, b""  # the mode starts again after a suspension
        if early:
            # Enter was sent as a newline, because the terminal wasn't in raw mode yet.
            for message in Keyboard().feed(early.replace(b"\n", b"\r")):
                self.process_message(message)

    def stop_application_mode(self) -> None:
        """Clear our screen and give the terminal back: mosh, and GNU screen by default, have no alternate screen.

        It is cleared from the first cell on (ESC[J), because after ESC[2J many terminals keep it in their scrollback.
        """
        self.write("\x1b[m\x1b[H\x1b[J")
        super().stop_application_mode()

    def _sigtstp_application(self, *signalled: Any) -> None:  # noqa: ANN401 - a signal handler's
        """Stop on ctrl+z like other programs: only if the kernel finds that a shell could continue us.

        Textual always stops. Where no shell could continue it, as with ``ssh -t HOST ikusei``, it would hang for ever.
        """
        if not self._auto_restart:  # an editor has the terminal, and got the signal as well
            self._stop()
        elif may_have_shell():
            self.suspend_application_mode()
            self._must_signal_resume = self._is_aside = True
            # The whole process group stops: if a script waits for us, the shell must see the script stop, too.
            signal.signal(signal.SIGTSTP, signal.SIG_IGN)
            os.killpg(0, signal.SIGTSTP)
            self._stop()
            if self._is_aside:  # nobody could have continued it, so it wasn't stopped
                self._sigcont_application()

    def _sigcont_application(self, *_signalled: Any) -> None:  # noqa: ANN401 - a signal handler's
        """Take the terminal over again, but only if it was given back; Textual would always do so."""
        if self._is_aside:
            self._is_aside = False
            self.resume_application_mode()

    def _stop(self) -> None:
        """Stop, if the kernel finds that somebody could continue us; the last line runs after that."""
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        signal.raise_signal(signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, self._sigtstp_application)

    def _get_terminal_size(self) -> tuple[int, int]:
        """The size of the terminal that we draw on; Textual asks standard output, which may be closed or a file."""
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
                self.exit_event.wait(LOOK)  # at the end of input each read returns at once: don't spin
            for message in marked(keyboard.feed(data)):
                self.process_message(message)

    def _run_input_thread(self) -> None:
        """Start of the input thread; Textual's own would print an error and let the app end with status 0."""
        try:
            self.run_input_thread()
        except OSError as error:
            self._fail(error)

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, 4096)
        except BlockingIOError:  # another process has read the input
            return b""

    def process_message(self, message: Message) -> None:
        """Pass on a message, but ignore a size report that wasn't asked for: its numbers may be anything."""
        if not isinstance(message, events.Resize) or self._in_band_window_resize:
            super().process_message(message)

    def _fail(self, error: OSError) -> None:
        """Let the app end with *error*: the terminal can't be read or written."""
        poll = select.poll()
        poll.register(self.fileno, 0)
        if poll.poll(0):
            return  # the line was cut, which ``lifecycle`` handles
        with suppress(RuntimeError):  # the loop is closed: the app has ended already
            self._loop.call_soon_threadsafe(self._app._handle_exception, error)


class TranslatingDriver(TerminalDriver):
    """A driver for terminals that draw characters of ambiguous width in two cells: it writes ASCII in their place."""

    table: ClassVar[Translation] = Translation()

    def write(self, data: str) -> None:
        """Write *data*, each of its ambiguous characters as one ASCII character."""
        super().write(data.translate(self.table))


def driver_for(mode: DrawingMode) -> type[LinuxDriver]:
    """The driver class for a mode, to be given to the app as ``driver_class``."""
    kind = TranslatingDriver if mode.translate else TerminalDriver
    kind.typed = mode.typed
    return kind
