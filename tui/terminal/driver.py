"""The driver through which ikusei writes to the terminal and reads from it."""

from __future__ import annotations

from typing import ClassVar

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

from tui.terminal.mode import Mode
from tui.terminal.translation import Translation


class TerminalDriver(LinuxDriver):
    """Textual's driver, and what was typed before it began is not lost."""

    typed: ClassVar[bytes] = b""
    """Keys that were typed while the terminal was asked for its widths."""

    def start_application_mode(self) -> None:
        """Take the terminal over, and pass on the keys that were typed before."""
        super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual leaves this one untyped
        early, type(self).typed = type(self).typed, b""  # the mode starts again after a suspension
        if early:
            # Enter came as a newline: the terminal wasn't raw yet.
            for message in XTermParser().feed(early.decode("utf-8", "replace").replace("\n", "\r")):
                self.process_message(message)


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
