"""``python -m benchmarks``: print how fast ikusei is, in ratios and sizes that mean the same on every machine."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measuring import Figures, command_once, run_once
from benchmarks.pairs import Spread, alternate, of_first, ratio, spread
from benchmarks.quick import MEMORY, PAGE, START, STATUS, quick
from benchmarks.subjects import (
    FEW,
    IMPORTS,
    MANY,
    bare,
    demo,
    ikusei,
    one_role_pack,
    opened,
    option_list,
    own_file,
    trainee_with,
)
from benchmarks.table import Row, lines
from benchmarks.tour import TOUR
from tui.curriculum.folder import builtin_folder

GROWN = ("start ms", "checklist ms", "tick ms", "page ms", "switch ms", "matrix ms", "leave ms", "peak KiB")
"""Figures that must not grow with the journal."""


def start_and_leave(home: Path, runs: int) -> Iterator[Row]:
    """Starting and leaving, compared with an app that does nothing."""
    pairs = alternate(partial(run_once, demo(), home), partial(run_once, bare(), home), runs)
    yield Row("start until Today can be used / bare app", START, ratio(pairs, "start ms"))
    yield Row("bytes written at start", 12_000, of_first(pairs, "start bytes"), "B")
    yield Row("leaving / bare app", 1.2, ratio(pairs, "leave ms"))
    yield Row("peak memory after the start / bare app", MEMORY, ratio(pairs, "peak KiB"))


def keys(home: Path, runs: int, idle: float) -> Iterator[Row]:
    """The cost of a key, and of an idle screen."""
    listed = partial(run_once, option_list(), home)
    pairs = alternate(partial(run_once, demo(TOUR), home), listed, runs)
    yield Row("cursor in the checklist, details following", 2_000, of_first(pairs, "checklist bytes"), "B")
    yield Row("  frames", 1, of_first(pairs, "checklist frames"), "frames")
    yield Row("  key to last byte / OptionList and Static", 0.35, ratio(pairs, "checklist ms"))
    yield Row("cursor in the matrix", 300, of_first(pairs, "matrix bytes"), "B")
    yield Row("  frames", 1, of_first(pairs, "matrix frames"), "frames")
    yield Row("tick", 700, of_first(pairs, "tick bytes"), "B")
    yield Row("  frames", 1, of_first(pairs, "tick frames"), "frames")
    yield Row("page down or up", PAGE, of_first(pairs, "page bytes"), "B")
    yield Row("switching a screen", 8_000, of_first(pairs, "switch bytes"), "B")
    yield Row("peak memory after all screens / bare app", MEMORY, _memory(home, [first for first, _ in pairs]))
    watched = [run_once(demo(), home, idle) for _ in range(3)]
    yield Row(f"idle for {idle:.0f} s: bytes", 0, spread([run["idle bytes"] for run in watched]), "B")
    yield Row(f"idle for {idle:.0f} s: CPU", 10, spread([run["idle cpu ms"] for run in watched]), "ms")


def command_line(home: Path, few: Path, many: Path, runs: int) -> Iterator[Row]:
    """``ikusei status``, compared with the imports that it can't do without."""
    imports = partial(command_once, IMPORTS, home)
    asked_again = partial(command_once, ikusei("status"), few)
    pairs = alternate(asked_again, imports, runs)
    yield Row("ikusei status / import sqlite3, tomli, click", STATUS, ratio(pairs, "command ms"))
    pairs = alternate(partial(_after_an_entry, few), imports, runs)
    yield Row("  right after an entry was logged", 1.6, ratio(pairs, "command ms"))
    pairs = alternate(partial(_after_an_entry, many), partial(_after_an_entry, few), runs)
    yield Row(f"  {MANY:,} entries / {FEW}", 1.1, ratio(pairs, "command ms"))


def growth(few: Path, many: Path, runs: int) -> Iterator[Row]:
    """The same journal with few and with many entries."""
    pairs = alternate(partial(run_once, own_file(), many), partial(run_once, own_file(), few), runs)
    for figure in GROWN:
        yield Row(f"{MANY:,} entries / {FEW}: {figure.rpartition(' ')[0]}", 1.1, ratio(pairs, figure))


def content(home: Path, few: Path, runs: int) -> Iterator[Row]:
    """The whole pack compared with one that has a single role and no organisation: a start reads only what it shows."""
    whole = partial(run_once, opened(builtin_folder()), few)
    small = partial(run_once, opened(one_role_pack(home)), few)
    pairs = alternate(whole, small, runs)
    yield Row("start with the whole pack / with one role", 1.05, ratio(pairs, "start ms"))
    yield Row("  peak memory", 1.05, ratio(pairs, "peak KiB"))


def _after_an_entry(home: Path) -> Figures:
    """``status`` after a new entry, so that no cached answer holds."""
    command_once(ikusei("log", "soc.2.paired"), home)
    return command_once(ikusei("status"), home)


def _memory(home: Path, toured: list[Figures]) -> Spread:
    least = run_once(bare(), home)["peak KiB"]
    return spread([run["peak KiB"] / least for run in toured])


def every_row(home: Path, few: Path, many: Path, options: argparse.Namespace) -> Iterator[Row]:
    """All that is measured, one after the other."""
    yield from start_and_leave(home, options.runs)
    yield from keys(home, options.runs, options.idle)
    yield from command_line(home, few, many, 2 * options.runs)
    yield from growth(few, many, options.runs)
    yield from content(home, few, options.runs)


def main() -> None:
    """Measure and print. No figure makes it fail, because times on a shared machine aren't reliable."""
    parser = argparse.ArgumentParser(description="Print how ikusei feels; see benchmarks/README.md.")
    parser.add_argument("--runs", type=int, default=9, help="pairs of runs of each comparison (%(default)s)")
    parser.add_argument("--idle", type=float, default=10.0, help="seconds to watch it idle (%(default)s)")
    parser.add_argument("--quick", action="store_true", help="only what must hold at every change, in 40 seconds")
    options = parser.parse_args()
    with TemporaryDirectory(prefix="ikusei-benchmarks-") as folder:
        home = Path(folder)
        few, many = trainee_with(FEW, home), trainee_with(MANY, home)
        rows = quick(home, few, many) if options.quick else every_row(home, few, many, options)
        for line in lines(rows):
            print(line, flush=True)


if __name__ == "__main__":
    main()
