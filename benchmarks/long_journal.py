"""``python -m benchmarks.long_journal``: what reading all of a long journal costs, in CPU time and in memory.

Each step is a process of its own, as a user starts it, so that its time and its peak are its own. CPU time, because a
machine on which tests run is never quiet.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

from benchmarks.filled_state import fill

EVENTS: Final = 100_000
IKUSEI: Final = (sys.executable, "-m", "tui")


class Cost(NamedTuple):
    """What a process has cost: CPU seconds, and MiB at most."""

    seconds: float
    mib: float


def cost(command: tuple[str, ...], home: Path) -> Cost:
    """Run *command* as the owner of *home*, what it writes going to a file."""
    env = {"HOME": str(home), "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
    with Path(home, "written").open("wb") as sink:
        started = subprocess.Popen(command, env=env, stdin=subprocess.DEVNULL, stdout=sink, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(started.pid, 0)
    started.returncode = os.waitstatus_to_exitcode(status)
    if started.returncode not in {0, 1}:
        raise RuntimeError(f"{command} ended with {started.returncode}")
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def make_older(path: Path) -> None:
    """Make *path* a file of the schema before: the next open brings it up to date."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 2")


def main() -> None:
    """Print a row for each way of reading everything."""
    parser = argparse.ArgumentParser(description="Print what reading all of a long journal costs.")
    parser.add_argument("--events", type=int, default=EVENTS, help="entries in the journal (%(default)s)")
    parser.add_argument("--state", type=Path, help="a state file that is there already; a copy of it is read")
    options = parser.parse_args()
    with TemporaryDirectory(prefix="ikusei-benchmarks-") as folder:
        home = Path(folder)
        path = home / ".local/share/ikusei/state.sqlite"
        if options.state:
            path.parent.mkdir(parents=True)
            shutil.copy(options.state, path)
        else:
            fill(path, options.events, date(2026, 11, 20))
        select = cost(("sqlite3", str(path), "SELECT * FROM event"), home)
        _print("sqlite3 'SELECT * FROM event'", select, select)
        for name in ("export", "doctor", "verify", "verify, again", "migration"):
            if name == "migration":
                make_older(path)
            verb = {"export": ("export", "-o", "-"), "migration": ("log", "soc.2.paired")}
            _print(name, cost((*IKUSEI, *verb.get(name, (name.partition(",")[0],))), home), select)


def _print(name: str, found: Cost, select: Cost) -> None:
    times = found.seconds / max(select.seconds, 0.001)
    print(f"{name:32} {found.seconds:>8.2f} s of CPU {times:>8.1f} x {found.mib:>8.1f} MiB at most", flush=True)


if __name__ == "__main__":
    main()
