"""Turning the bytes that the terminal sends into messages; no byte ends the program."""

from __future__ import annotations

from codecs import getincrementaldecoder
from collections.abc import Iterator

from textual._xterm_parser import XTermParser
from textual.message import Message


class Keyboard:
    """Reads keys, pastes and the mouse out of bytes, and drops what can't be understood.

    Textual's own reader decodes strictly, and so ends at the first byte that isn't UTF-8: from a terminal set to
    EUC-JP, or half a character after a bad line.
    """

    def __init__(self) -> None:
        self._decode = getincrementaldecoder("utf-8")("ignore").decode
        self._parser = XTermParser()

    def feed(self, data: bytes) -> Iterator[Message]:
        """The messages in *data*; call it with empty data after a pause, too, so that a lone Escape is recognised."""
        if text := self._decode(data):
            try:
                yield from self._parser.feed(text)
            except (ValueError, ArithmeticError, LookupError):
                # A report with an absurd number, such as a window without columns, breaks the parser: make a new one.
                self._parser = XTermParser()
        yield from self._parser.tick()
