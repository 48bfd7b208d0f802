"""What the command line writes: data to standard output, everything else to standard error, all of it harmless."""

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
"""Cells of a line where nobody says how wide it may be."""
STRONG: Final = frozenset(("strong", "title"))
"""Styles of a drawing that stand out on a terminal. The others are colours, and no colour says anything alone."""
WIDE: Final = 100
"""Text wider than this is hard to read, however wide the terminal."""


class Out:
    """The two streams of one call.

    Args:
        env: the environment: ``NO_COLOR``, ``TERM``, ``COLUMNS``.
    """

    def __init__(self, env: Mapping[str, str]) -> None:
        self._out: TextIO = sys.stdout
        self._err: TextIO = sys.stderr
        for stream in (self._out, self._err):
            # A mark that the locale's encoding doesn't have is no reason to end without the answer.
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
        """Write text that has its own line ends."""
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
        """Write the rows of a drawing, one below the other: all of it, or nothing where it can't be drawn."""
        from tui.text.line import on_paper  # an answer that was kept needs no widths of characters

        self.draw(list(on_paper(rows)))

    def json(self, value: object) -> None:
        """Write *value* as JSON, readable and in a stable order."""
        import json  # few answers are JSON

        self.text(json.dumps(value, ensure_ascii=False, indent=2))

    def utf8(self, text: str) -> None:
        """Write *text* as it is and as UTF-8, whatever the locale: what it holds must be harmless.

        Raises:
            OSError: nobody reads it any more, or it can't be written.
        """
        self._out.flush()
        self._out.buffer.write(text.encode("utf-8", "replace"))
        self._out.buffer.flush()

    def tell(self, sentence: str) -> None:
        """Say something to the person, not to the program that reads the data."""
        self._err.write(f"{one_line(sentence)}\n")

    def tell_once(self, sentence: str) -> None:
        """The same, unless it was said before: what concerns the whole of a call comes up in more than one place."""
        if sentence and sentence not in self._once:
            self._once.add(sentence)
            self.tell(sentence)

    def progress(self, sentence: str) -> None:
        """Write *sentence* over the one before, where somebody looks at a terminal; an empty one takes it away."""
        if self._shows_progress:
            self._err.write(f"\r\x1b[K{one_line(sentence)}")
            self._err.flush()

    def remark(self, line: str) -> None:
        """The same for a line whose blanks are layout."""
        self._err.write(f"{flat(line).rstrip()}\n")

    def ask(self, question: str) -> None:
        """Write a question, and stay behind it."""
        self._err.write(flat(question))
        self._err.flush()

    def sink(self) -> BinaryIO:
        """Where data is written byte for byte: what it holds must have been looked at, and be whole."""
        self._out.flush()
        return self._out.buffer

    def flush(self) -> None:
        """Hand over what is written.

        Raises:
            OSError: nobody reads it any more, or it can't be written.
        """
        self._out.flush()
        self._err.flush()

    def abandon(self, *, error_stream: bool) -> None:
        """Write no more to a reader who has gone, also not when Python ends and hands over what it still holds.

        Args:
            error_stream: whether nobody reads the standard error, either.
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
