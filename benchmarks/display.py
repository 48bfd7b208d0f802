"""A model of a terminal's screen: what it shows after some bytes were written to it."""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import Final

import pyte

UNMODELLED: Final = re.compile(r"\x1b\[[\d;:]*m|\x1b\[[<=>?][0-?]*[ -/]*[@-~]|\x1b\[[0-?]*[ -/]+[@-~]")
"""Sequences that are dropped: colours, and those of which pyte would print unknown parts as text."""
UNFINISHED: Final = re.compile(r"\x1b(?:\[[0-?]*[ -/]*|\][^\a\x1b]*\x1b?)?\Z")


class Display:
    """A model of the screen: its text and its cursor, without colours.

    Args:
        columns: its width.
        rows: its height.
        ambiguous: cells that a character of ambiguous width takes, 1 or 2.
    """

    def __init__(self, columns: int, rows: int, ambiguous: int = 1) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self._screen)
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._wide = ambiguous == 2
        self._rest = ""

    def feed(self, data: bytes) -> None:
        """Write to the screen; *data* may end inside a character or a sequence."""
        text = self._rest + self._decode(data)
        unfinished = UNFINISHED.search(text)
        end = unfinished.start() if unfinished else len(text)
        text, self._rest = text[:end], text[end:]
        text = UNMODELLED.sub("", text)
        if self._wide:
            text = "".join(f"{each} " if unicodedata.east_asian_width(each) == "A" else each for each in text)
        self._stream.feed(text)

    def resize(self, columns: int, rows: int) -> None:
        """Take another size."""
        self._screen.resize(rows, columns)

    @property
    def cursor(self) -> tuple[int, int]:
        """Row and column of the cursor, from 1."""
        return (self._screen.cursor.y + 1, self._screen.cursor.x + 1)

    @property
    def text(self) -> str:
        """The lines of the screen; blanks at their ends are dropped."""
        # pyte leaves the cell after a wide character empty; its own ``display`` fails if another cell is empty.
        columns = range(self._screen.columns)
        rows = (self._screen.buffer[row] for row in range(self._screen.lines))
        return "\n".join("".join(row[column].data for column in columns).rstrip() for row in rows)
