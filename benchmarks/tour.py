"""A tour through the screens, key by key, that measures each key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from benchmarks.terminal import Terminal
from benchmarks.xterm import FRAME, key_bytes

BEGUN: Final = "次にすること"
"""A heading of Today: once it stands there, the screen can be used."""
QUIT: Final = "q"

TOUR: Final[tuple[tuple[str, str], ...]] = (
    ("switch", "3"),
    *(("checklist", key) for key in ("down", "down", "down", "down", "down", "up", "up")),
    ("page", "pagedown"),
    ("page", "pageup"),
    ("", "home"),
    ("", "enter"),
    *(("tick", key) for key in ("space", "space", "space")),
    ("inside", "down"),
    ("tick", "space"),
    ("", "q"),
    ("switch", "4"),
    *(("matrix", key) for key in ("down", "right", "right", "down", "left", "up")),
    ("", "y"),
    *(("layer", key) for key in ("y", "y", "y")),
    *(("layered", key) for key in ("down", "right", "right", "down", "left", "up")),
    ("switch", "5"),
    *(("journal", key) for key in ("down", "down", "up")),
    *(("page", key) for key in ("pagedown", "pagedown", "pageup")),
    ("switch", "2"),
    *(("roles", key) for key in ("down", "down", "up")),
    ("switch", "6"),
    *(("organisation", key) for key in ("down", "down", "down", "down", "down", "up")),
    ("switch", "1"),
    *(("today", key) for key in ("down", "down", "up")),
)
"""The figure that each key counts for, and the key; keys without a figure only lead to the next screen."""


class Answer(NamedTuple):
    """The cost of one key.

    Args:
        figure: which figure it counts for.
        key: the key.
        seconds: from the key to the last byte of the answer.
        size: bytes written in answer.
        frames: synchronised updates among them.
    """

    figure: str
    key: str
    seconds: float
    size: int
    frames: int


def press(terminal: Terminal, figure: str, key: str) -> Answer:
    """Press a key and wait for the whole answer."""
    before = len(terminal.chunks)
    pressed = terminal.send(key_bytes(key))
    terminal.read(1.0)
    terminal.settle()
    chunks = terminal.chunks[before:]
    written = b"".join(chunk.data for chunk in chunks)
    seconds = chunks[-1].at - pressed if chunks else 0.0
    return Answer(figure, key, seconds, len(written), written.count(FRAME))


def walk(terminal: Terminal) -> Iterator[Answer]:
    """Walk through the screens from Today back to Today; give the cost of each key."""
    for figure, key in TOUR:
        answer = press(terminal, figure, key)
        if figure:
            yield answer


def by_figure(answers: list[Answer]) -> Mapping[str, list[Answer]]:
    """The answers of each figure."""
    found: dict[str, list[Answer]] = {}
    for answer in answers:
        found.setdefault(answer.figure, []).append(answer)
    return found
