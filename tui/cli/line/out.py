"""What the command line writes: data to standard output, everything else to standard error.

All text is cleaned of control characters, which could drive the terminal.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, BinaryIO, Final, TextIO

from tui.text.clean import flat, neutralise, one_line

if TYPE_CHECKING:
    from tui.text.line import Row

BOLD: Final = ("\x1b[1m", "\x1b[0m")
NARROW: Final = 80
"""Cells of a line where neither the terminal nor ``COLUMNS`` gives a width."""
STRONG: Final = frozenset(("strong", "title"))
"""Styles of a drawing that are bold on a terminal. The others are colours, which never carry meaning alone."""
WIDE: Final = 100
"""The most cells of a line, even on a wider terminal: longer lines are hard to read."""


class Out:
    """The two streams of one call.

    Args:
        env: the environment: ``NO_COLOR``, ``TERM``, ``COLUMNS``.
    """

    def __init__(self, env: Mapping[str, str]) -> None:
        self._out: TextIO = sys.stdout
        self._err: TextIO = sys.stderr
        for stream in (self._out, self._err):
            # A character that the locale's encoding lacks becomes "?": the answer is more important.
            reconfigure = getattr(stream, "reconfigure", None)
            if reconfigure is not None:
                reconfigure(errors="replace")
        plain = bool(env.get("NO_COLOR")) or env.get("TERM", "dumb") == "dumb"
        self._is_bold = self._out.isatty() and not plain
        self._shows_progress = self._err.isatty() and env.get("TERM", "dumb") != "dumb"
        self.width = _columns(self._out, env)
        self._once: set[str] = set()

    def line(self, text: str = "") -> None:
        """Write one line of data."""
        self._out.write(f"{flat(text).rstrip()}\n")

    def text(self, text: str) -> None:
        """Write text of several lines."""
        self._out.write(f"{neutralise(text).rstrip()}\n")

    def heading(self, text: str) -> None:
        """Write a line that stands out on a terminal."""
        before, after = BOLD if self._is_bold else ("", "")
        self._out.write(f"{before}{flat(text)}{after}\n")

    def draw(self, lines: Iterable[Iterable[tuple[str, str]]]) -> None:
        """Write the lines of a drawing: pairs of a text and its style."""
        for line in lines:
            text, is_strong = "", False
            for part, style in line:
                if self._is_bold and part.strip() and is_strong != (style in STRONG):
                    text += BOLD[is_strong]
                    is_strong = not is_strong
                text += flat(part)
            self._out.write(f"{text.rstrip()}{BOLD[1] if is_strong else ''}\n")

    def draw_rows(self, rows: Iterable[Row]) -> None:
        """Write the rows of a drawing; all are drawn before the first is written, so that an error leaves no half."""
        from tui.text.line import on_paper  # a cached answer doesn't need it

        self.draw(list(on_paper(rows)))

    def json(self, value: object) -> None:
        """Write *value* as JSON, readable and in a stable order."""
        import json  # few answers are JSON

        self.text(json.dumps(value, ensure_ascii=False, indent=2))

    def utf8(self, text: str) -> None:
        """Write *text* as UTF-8, whatever the locale. It isn't cleaned here: the caller has to have done so.

        Raises:
            OSError: nobody reads it any more, or it can't be written.
        """
        self._out.flush()
        self._out.buffer.write(text.encode("utf-8", "replace"))
        self._out.buffer.flush()

    def tell(self, sentence: str) -> None:
        """Write a sentence to standard error: for the user, not for a program that reads the data."""
        self._err.write(f"{one_line(sentence)}\n")

    def tell_once(self, sentence: str) -> None:
        """Tell a sentence only once in a call, though several places ask for it; an empty one isn't told."""
        if sentence and sentence not in self._once:
            self._once.add(sentence)
            self.tell(sentence)

    def progress(self, sentence: str) -> None:
        """On a terminal, write *sentence* over the previous one; an empty one removes it."""
        if self._shows_progress:
            self._err.write(f"\r\x1b[K{one_line(sentence)}")
            self._err.flush()

    def remark(self, line: str) -> None:
        """Write a line to standard error as ``tell`` does, but keep its blanks, which are layout."""
        self._err.write(f"{flat(line).rstrip()}\n")

    def ask(self, question: str) -> None:
        """Write a question to standard error, and leave the cursor behind it."""
        self._err.write(flat(question))
        self._err.flush()

    def sink(self) -> BinaryIO:
        """Standard output for bytes. The caller has to have checked what it writes, and to write it whole."""
        self._out.flush()
        return self._out.buffer

    def flush(self) -> None:
        """Flush both streams.

        Raises:
            OSError: nobody reads it any more, or it can't be written.
        """
        self._out.flush()
        self._err.flush()

    def abandon(self, *, error_stream: bool) -> None:
        """Stop writing to a reader who has gone, so that Python's flush at its end doesn't fail.

        Args:
            error_stream: whether nobody reads standard error, either.
        """
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for stream in (self._out, self._err) if error_stream else (self._out,):
            os.dup2(nowhere, stream.fileno())


def _columns(stream: TextIO, env: Mapping[str, str]) -> int:
    if env.get("COLUMNS", "").isdecimal():
        return max(20, min(int(env["COLUMNS"]), WIDE))
    try:
        return max(20, min(os.get_terminal_size(stream.fileno()).columns, WIDE))
    except (OSError, ValueError):  # no terminal, or a stream without a file
        return NARROW
