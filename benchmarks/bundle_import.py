"""``python -m benchmarks.bundle_import``: how fast a bundle is written and taken in, and how much memory that needs.

Each step is a process of its own, so that its peak is its own (``VmHWM``); the journal and the bundle are made first.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks.filled_state import fill
from tui.journal.bundle.preview import preview
from tui.journal.bundle.staging import stage
from tui.journal.bundle.writing import save_bundle
from tui.journal.journal import Journal, wall_clock

EVENTS: Final = 100_000
STEPS: Final = ("nothing", "export", "check", "import", "again")
"""``nothing`` opens a journal and leaves: what every step needs anyway."""


def step(name: str, folder: Path) -> None:
    """One step, in this process."""
    sender, receiver, bundle = folder / "sender.sqlite", folder / "receiver.sqlite", folder / "bundle"
    with Journal.open(sender if name == "export" else receiver, create=True) as journal:
        started = time.perf_counter()
        events = 0
        if name == "export":
            events = save_bundle(journal, bundle, pack=("benchmark", "1")).events
        elif name != "nothing":
            with bundle.open("rb") as file, stage(journal, file) as staged:
                events = preview(staged, wall_clock()).events
                if name != "check":
                    staged.take_in()
        seconds = time.perf_counter() - started
    print(events, seconds, peak())


def peak() -> int:
    """The most memory that this process has had, in KiB."""
    found = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text(encoding="ascii"))
    return int(found.group(1)) if found else 0


def main() -> None:
    """Fill a journal, then measure each step and print its row."""
    parser = argparse.ArgumentParser(description="Print how fast a bundle is written and taken in.")
    parser.add_argument("--events", type=int, default=EVENTS, help="entries in the journal (%(default)s)")
    parser.add_argument("--step", choices=STEPS, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.step:
        step(options.step, options.folder)
        return
    with TemporaryDirectory(prefix="ikusei-benchmarks-") as folder:
        fill(Path(folder, "sender.sqlite"), options.events, date(2026, 11, 20))
        for name in STEPS:
            command = [sys.executable, "-m", "benchmarks.bundle_import", "--step", name, "--folder", folder]
            done = subprocess.run(command, capture_output=True, text=True, check=True)
            events, seconds, kib = done.stdout.split()
            rate = f"{int(events) / float(seconds):>9,.0f} events/s" if int(events) else " " * 18
            print(f"{name:8} {int(events):>9,} events {rate} {int(kib) / 1024:>7.1f} MiB at most", flush=True)
        size = Path(folder, "bundle").stat().st_size
        print(f"the bundle has {size / 1_000_000:.1f} MB")


if __name__ == "__main__":
    main()
