"""Where a key stands in a TOML file: line and column of a key path.

TOML parsers don't keep positions. So the text is scanned a second time, but only when a fault was found, which costs a
start without faults nothing. The scanner finds places and checks nothing: it relies on the text being valid TOML.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final, TypeAlias

import tomli

KeyPath: TypeAlias = tuple[str | int, ...]
"""The way to a value: ``("step", 1, "criterion", 3, "rule")``; arrays count from 0."""

DEEPEST: Final = 32
"""Longest key path that is kept; a fault below it is shown at what is around it. No schema of ours goes so deep."""

# Patterns as text; they are compiled only when a fault is looked for, so a start without faults doesn't pay for them.
_BLANK: Final = r"(?:[ \t\r\n]+|#[^\n]*)*"
_STRING: Final = (
    r"""\"{3}(?:[^"\\]|\\.|"{1,2}(?!"))*"{3,5}|'{3}(?:[^']|'{1,2}(?!'))*'{3,5}|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'"""
)
_BARE_VALUE: Final = r"[^,\]}\n#]*"
_BARE_KEY: Final = r"[A-Za-z0-9_-]*"
_DOT: Final = r"[ \t]*\.[ \t]*"


class Lines:
    """The lines of a text.

    Args:
        text: any text, every line end one line feed.
    """

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def at(self, offset: int) -> tuple[int, int]:
        """Line and column (in characters), from 1, of the character at *offset*."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


class Positions:
    """The places of all keys, table headers and array values of one TOML text.

    Args:
        text: valid TOML, every line end one line feed.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._blanks = re.compile(_BLANK)
        self._string = re.compile(_STRING, re.DOTALL)
        self._bare_value = re.compile(_BARE_VALUE)
        self._bare_key = re.compile(_BARE_KEY)
        self._dot = re.compile(_DOT)
        self._lines = Lines(text)
        self._places: dict[KeyPath, int] = {(): 0}
        self._tables: dict[KeyPath, int] = {}
        self._scan()

    def of(self, path: KeyPath) -> tuple[int, int]:
        """Line and column (in characters), from 1, of *path*, or of the nearest thing around it that is written."""
        while path not in self._places:
            path = path[:-1]
        return self._lines.at(self._places[path])

    def _scan(self) -> None:
        table: KeyPath = ()
        offset = self._blank(0)
        while offset < len(self._text):
            if self._text[offset] == "[":
                table, offset = self._header(offset)
            else:
                path, offset = self._key(offset, table)
                offset = self._value(offset, path)
            offset = self._blank(offset)

    def _blank(self, offset: int) -> int:
        found = self._blanks.match(self._text, offset)
        return found.end() if found else offset

    def _mark(self, path: KeyPath, offset: int) -> None:
        self._places.setdefault(path, offset)

    def _header(self, offset: int) -> tuple[KeyPath, int]:
        """The table that a header opens, and the offset behind it."""
        repeated = self._text.startswith("[[", offset)
        parts, end = self._parts(self._blank(offset + 1 + repeated))
        path: KeyPath = ()
        for part, _ in parts:
            if path in self._tables:
                path = _below(path, self._tables[path] - 1)
            path = _below(path, part)
            self._mark(path, offset)
        if repeated:
            number = self._tables.get(path, 0)
            self._tables[path] = number + 1
            path = _below(path, number)
            self._mark(path, offset)
        return path, self._text.index("]", end) + 1 + repeated

    def _parts(self, offset: int) -> tuple[list[tuple[str, int]], int]:
        """The parts of a dotted key with the offset of each, and the offset behind it."""
        parts: list[tuple[str, int]] = []
        while True:
            quoted = self._string.match(self._text, offset)
            found = quoted or self._bare_key.match(self._text, offset)
            if found is None:
                return parts, offset
            parts.append((_unquoted(found[0]) if quoted else found[0], offset))
            dot = self._dot.match(self._text, found.end())
            if dot is None:
                return parts, found.end()
            offset = dot.end()

    def _key(self, offset: int, table: KeyPath) -> tuple[KeyPath, int]:
        """The path of the key at *offset*, and the offset of its value."""
        parts, end = self._parts(offset)
        for part, place in parts:
            table = _below(table, part)
            self._mark(table, place)
        return table, self._blank(self._text.index("=", end) + 1)

    def _value(self, offset: int, path: KeyPath) -> int:
        """Note the places of everything inside the value at *offset*; returns the offset behind the value."""
        around: list[tuple[KeyPath, bool]] = []
        counts: list[int] = []
        while True:
            if self._text[offset] in "[{":
                around.append((path, self._text[offset] == "["))
                counts.append(0)
                offset += 1
            else:
                found = self._string.match(self._text, offset) or self._bare_value.match(self._text, offset)
                offset = found.end() if found else len(self._text)
            while around:
                offset = self._blank(offset)
                if self._text[offset] in "]}":
                    around.pop()
                    counts.pop()
                elif self._text[offset] != ",":
                    break
                offset += 1
            if not around:
                return offset
            outer, is_array = around[-1]
            if is_array:
                path = _below(outer, counts[-1])
                counts[-1] += 1
                self._mark(path, offset)
            else:
                path, offset = self._key(offset, outer)


def _below(path: KeyPath, part: str | int) -> KeyPath:
    return path if len(path) >= DEEPEST else (*path, part)


def _unquoted(token: str) -> str:
    value = tomli.loads(f"key = {token}")["key"]
    return str(value)
