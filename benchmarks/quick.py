"""The limits that every change has to keep, measured in under a minute: ``python -m benchmarks --quick``."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from itertools import cycle
from pathlib import Path
from typing import Final, TypeAlias

from benchmarks.measuring import Figures, command_once, key_once, peak_memory, run_once, standing
from benchmarks.pairs import Pairs, alternate, of_first, ratio, spread
from benchmarks.subjects import FEW, IMPORTS, MANY, Subject, bare, ikusei, looked_at, option_list, own_file, state_in
from benchmarks.table import Row
from benchmarks.tour import press

START: Final = 1.12
MEMORY: Final = 1.40
STATUS: Final = 1.15
GROWTH: Final = 1.2
KEY_ELSEWHERE: Final = 1.1
PAGE: Final = 4_000
PAGE_TIME: Final = 0.35
"""The limits of the figures with these names, here and in the long table."""

STARTS: Final = 10
COMMANDS: Final = 16
LOOKS: Final = 4
KEYS: Final = 8
"""Pairs of each comparison of keys. Both programs stay open and get keys in turn; a pair takes a third of a second."""
GROWN: Final = f"{MANY:,} entries / {FEW}"
POINTS: Final = (("", "3"), ("", "enter"))
JOURNAL: Final = (("", "5"),)
CURSOR: Final = ("down", "up")
EVERY_SCREEN: Final = ("4", "5", "2", "6", "1", "3")

Pressed: TypeAlias = tuple[Subject, Path, Sequence[str]]
"""A program, the home it runs in, and the keys that are pressed in it over and over."""


def quick(home: Path, few: Path, many: Path) -> Iterator[Row]:
    """The rows of the quick table.

    Args:
        home: an empty home, of somebody who looks at others' files.
        few: home of a trainee with few entries.
        many: home of one with many.
    """
    started = alternate(partial(run_once, own_file(()), few), partial(run_once, bare(), home), STARTS)
    yield Row("start until Today can be used / bare app", START, ratio(started, "start ms"))
    least = of_first([(second, first) for first, second in started], "peak KiB").median
    yield Row("peak memory after all screens / bare app", MEMORY, spread([_peak_of_every_screen(few) / least]))
    asked = alternate(partial(command_once, ikusei("status"), few), partial(command_once, IMPORTS, home), COMMANDS)
    yield Row("ikusei status / import sqlite3, tomli, click", STATUS, ratio(asked, "command ms"))
    yield from _own_file(few, many)
    yield from _others_file(home, few, many)


def _own_file(few: Path, many: Path) -> Iterator[Row]:
    walk = own_file(POINTS)
    ticked = _pressed((walk, many, ("space",)), (walk, few, ("space",)))
    yield Row(f"own file, {GROWN}: tick", GROWTH, ratio(ticked, "key ms"))
    listed = replace(option_list(), tour=())
    paged = _pressed((own_file(JOURNAL), many, ("pagedown",)), (listed, few, ("pagedown", "pageup")))
    yield Row(f"page of the journal with {MANY:,} entries", PAGE, of_first(paged, "key bytes"), "B")
    yield Row("  key to last byte / OptionList and Static", PAGE_TIME, ratio(paged, "key ms"))


def _others_file(home: Path, few: Path, many: Path) -> Iterator[Row]:
    """Opening somebody else's file again, by a user with a state file of their own; the first opening isn't counted."""
    command_once(ikusei("me", "鈴木 一郎"), home)
    grown, small = state_in(many), state_in(few)
    looked = alternate(partial(run_once, looked_at(grown), home), partial(run_once, looked_at(small), home), LOOKS)
    yield Row(f"another's file, {GROWN}: opened again", GROWTH, ratio(looked, "start ms"))
    moved = _pressed((looked_at(grown), home, CURSOR), (looked_at(small), home, CURSOR))
    yield Row(f"another's file, {GROWN}: cursor", KEY_ELSEWHERE, ratio(moved, "key ms"))
    asked = alternate(partial(_status_anew, grown, home), partial(_status_anew, small, home), LOOKS)
    yield Row(f"another's file, {GROWN}: status, none kept", GROWTH, ratio(asked, "command ms"))


def _pressed(first: Pressed, second: Pressed) -> Pairs:
    """Keys in two programs that are open at the same time, in turn."""
    with ExitStack() as stack:
        one, other = (
            partial(key_once, stack.enter_context(standing(subject, home)), cycle(keys))
            for subject, home, keys in (first, second)
        )
        return alternate(one, other, KEYS)


def _peak_of_every_screen(home: Path) -> float:
    with standing(own_file(POINTS), home) as terminal:
        for key in ("q", *EVERY_SCREEN):
            press(terminal, "", key)
        return peak_memory(terminal.process.pid)


def _status_anew(state: Path, home: Path) -> Figures:
    """``status`` for a file that was touched, so that the cached answer doesn't hold."""
    os.utime(state)
    return command_once(ikusei("--state", str(state), "status"), home)
