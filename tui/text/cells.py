"""Measuring and cutting text in terminal cells: a kana takes two cells, a combining mark none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rich.cells import cell_len, split_graphemes

MORE: Final = ".."
"""What stands where a text was cut: ASCII, because the one-character ellipsis is two cells wide in some terminals."""


def width(text: str) -> int:
    """How many cells *text* takes; control characters take none, so neutralise it first."""
    return cell_len(text)


def take(text: str, cells: int) -> str:
    """The longest beginning of *text* that takes at most *cells*; a wide character is never split."""
    if cell_len(text) <= cells:
        return text
    used = 0
    for start, _, size in split_graphemes(text)[0]:
        used += size
        if used > cells:
            return text[:start]
    return text


def excerpt(text: str, cells: int) -> str:
    """*text* if it takes at most *cells*, else its beginning and ``..`` in at most *cells*."""
    return text if cell_len(text) <= cells else take(text, max(0, cells - len(MORE))) + MORE


def clusters(text: str) -> Iterator[tuple[str, int]]:
    """Each character of *text* with its combining marks, and the cells it takes."""
    if text.isascii():
        yield from ((character, 1) for character in text)
        return
    for start, end, size in split_graphemes(text)[0]:
        yield text[start:end], size


def edge(text: str, at: int, *, is_forward: bool) -> int:
    """The index *at*, moved so that it doesn't split a character from its combining marks.

    It moves behind the marks if *is_forward*, else before their character.
    """
    while 0 < at < len(text) and not cell_len(text[at]):
        at += 1 if is_forward else -1
    return at


def fit(text: str, cells: int, ellipsis: str = MORE) -> str:
    """*text* in exactly *cells*: padded on the right, or cut with *ellipsis* (itself cut where there is no room)."""
    if cell_len(text) > cells:
        text = take(text, max(0, cells - cell_len(ellipsis))) + take(ellipsis, max(0, cells))
    return text + " " * (cells - cell_len(text))
