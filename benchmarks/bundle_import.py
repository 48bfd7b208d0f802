"""``python -m benchmarks.bundle_import``: how fast a bundle is written and taken in, and how much memory that needs.

Each step runs in a process of its own, so that its peak memory (``VmHWM``) is measured alone. The journal and the
bundle are made first.
"""

from __future__ import annotations

import argparse
import re
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

from benchmarks.filled_state import fill
from benchmarks.made_up import chain, write_made_up
from tui.journal.bundle.preview import preview
from tui.journal.bundle.staging import stage
from tui.journal.bundle.writing import save_bundle
from tui.journal.journal import Journal, wall_clock

EVENTS: Final = 100_000
PEOPLE: Final = 4_000
JOURNALS: Final = 1_000
STEPS: Final = ("nothing", "export", "check", "import", "again")
"""The steps; ``nothing`` only opens and closes a journal, which every step has to do anyway."""
FEW: Final = 4
"""The work for each person is compared with that in a bundle that has only this part of the people."""
PORTIONS: Final = 10
"""The journals are divided into so many parts, to see whether the last are taken in as fast as the first."""


class Took(NamedTuple):
    """The cost of a step.

    Args:
        wall, cpu: seconds.
        locked: seconds for which nobody else could write.
        peak: the most memory of the process, KiB.
    """

    events: int
    wall: float
    cpu: float
    locked: float
    peak: int


def step(name: str, folder: Path) -> Took:
    """One step, in this process."""
    sender, receiver, bundle = folder / "sender.sqlite", folder / "receiver.sqlite", folder / "bundle"
    with Journal.open(sender if name == "export" else receiver, create=True) as journal:
        if name == "export":
            started, used = time.perf_counter(), cpu()
            events = save_bundle(journal, bundle, pack=("benchmark", "1")).events
            return Took(events, time.perf_counter() - started, cpu() - used, 0, peak())
        return Took(0, 0, 0, 0, peak()) if name == "nothing" else take_in(journal, bundle, takes=name != "check")


def take_in(journal: Journal, bundle: Path, *, takes: bool = True) -> Took:
    """Check a bundle, and take it in."""
    started, used, locked = time.perf_counter(), cpu(), 0.0
    with bundle.open("rb") as file, stage(journal, file) as staged:
        staged.hold_namesakes("", lambda _person, _writer: False)
        events = preview(staged, wall_clock()).events
        if takes:
            locking = time.perf_counter()
            staged.take_in()
            locked = time.perf_counter() - locking
    return Took(events, time.perf_counter() - started, cpu() - used, locked, peak())


def cpu() -> float:
    """Seconds of CPU time that this process has used."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def peak() -> int:
    """The peak memory of this process so far, in KiB."""
    found = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text(encoding="ascii"))
    return int(found.group(1)) if found else 0


def tell_steps(folder: Path, events: int) -> None:
    """Fill a journal, measure each step, and set the import against sqlite-utils."""
    fill(folder / "sender.sqlite", events, date(2026, 11, 20))
    took = {}
    for name in STEPS:
        command = [sys.executable, "-m", "benchmarks.bundle_import", "--step", name, "--folder", str(folder)]
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
        took[name] = now = Took(int(said[0]), float(said[1]), float(said[2]), float(said[3]), int(said[4]))
        rate = f"{now.events / now.wall:>9,.0f} events/s" if now.events else " " * 18
        print(f"{name:8} {now.events:>9,} events {rate} {now.peak / 1024:>7.1f} MiB at most", flush=True)
    print(f"the bundle has {(folder / 'bundle').stat().st_size / 1_000_000:.1f} MB")
    wall, used = sqlite_utils(folder)
    ours = took["import"]
    print(f"import ÷ sqlite-utils insert: {ours.wall / wall:.2f} (goal 1.0); CPU time {ours.cpu / used:.2f}")
    print(f"locked by the import: {ours.locked:.1f} s (goal 0.5)", flush=True)


def sqlite_utils(folder: Path) -> tuple[float, float]:
    """Seconds, of the wall and of the CPU, in which sqlite-utils takes the same lines in, without looking at them."""
    lines = folder / "lines"
    lines.write_bytes((folder / "bundle").read_bytes().partition(b"\n")[2])
    command = [sys.executable, "-m", "sqlite_utils", "insert", str(folder / "other.sqlite"), "event", str(lines)]
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run([*command, "--nl", "--pk", "hash"], check=True, capture_output=True)
    wall, after = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def tell_people(folder: Path, people: int) -> None:
    """Whether a bundle of many people is more work for each of them than one of few."""
    took = []
    for many in (people // FEW, people):
        bundle = folder / f"people-{many}"
        write_made_up(bundle, (each for number in range(many) for each in chain(number, 3)))
        with Journal.open(folder / f"{bundle.name}.sqlite", create=True) as journal:
            took.append(take_in(journal, bundle))
    few, all_ = took
    print(f"{people:,} people in one bundle: {all_.cpu:.1f} s of CPU time, a person ", end="")
    print(f"{all_.cpu / few.cpu / FEW:.2f} × that of a bundle of {people // FEW:,} (goal 1.1)", flush=True)


def tell_journals(folder: Path, journals: int) -> None:
    """How long it takes to bring many journals of 1,000 events together, and whether the last take longer."""
    bundle = folder / "one"
    took: list[float] = []
    with Journal.open(folder / "together.sqlite", create=True) as journal:
        for number in range(journals):
            write_made_up(bundle, chain(number, 1_000))
            took.append(take_in(journal, bundle).cpu)
    share = max(1, journals // PORTIONS)
    print(f"{journals:,} bundles of 1,000 events: {sum(took):.0f} s of CPU time, ", end="")
    print(f"the last {share} {sum(took[-share:]) / sum(took[:share]):.2f} × the first {share}")


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and print a row for each."""
    parser = argparse.ArgumentParser(description="Print how fast a bundle is written and taken in.")
    parser.add_argument("--events", type=int, default=EVENTS, help="entries in the journal (%(default)s)")
    parser.add_argument("--people", type=int, default=PEOPLE, help="people in one bundle (%(default)s)")
    parser.add_argument("--journals", type=int, default=JOURNALS, help="bundles into one journal (%(default)s)")
    parser.add_argument("--step", choices=STEPS, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.step:
        print(*step(options.step, options.folder))
        return
    with TemporaryDirectory(prefix="ikusei-benchmarks-") as folder:
        tell_steps(Path(folder), options.events)
        tell_people(Path(folder), options.people)
        tell_journals(Path(folder), options.journals)


if __name__ == "__main__":
    main()
