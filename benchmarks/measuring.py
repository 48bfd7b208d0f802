"""Measuring one run of one program."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

from benchmarks.subjects import Subject, environment
from benchmarks.terminal import Terminal
from benchmarks.tour import QUIT, by_figure, press
from benchmarks.xterm import FRAME

Figures: TypeAlias = dict[str, float]
"""Figures by name; times in milliseconds, sizes in bytes, memory in KiB."""


def run_once(subject: Subject, home: Path, idle: float = 0.0) -> Figures:
    """Start a program, walk through it, leave it.

    Args:
        subject: the program.
        home: its home.
        idle: seconds for which it is watched while nobody touches it.
    """
    with Terminal(subject.command, environment(home), cwd=home) as terminal:
        shown = _wait_until_usable(terminal, subject)
        written = terminal.written
        figures: Figures = {
            "start ms": 1000 * (shown - terminal.started),
            "start bytes": len(written),
            "start frames": written.count(FRAME),
        }
        figures |= _tour(terminal, subject)
        if idle:
            figures |= _idle(terminal, idle)
        figures["peak KiB"] = peak_memory(terminal.process.pid)
        left = terminal.send(QUIT.encode())
        terminal.wait_exit()
        figures["leave ms"] = 1000 * (time.perf_counter() - left)
    return figures


@contextmanager
def standing(subject: Subject, home: Path) -> Iterator[Terminal]:
    """A program that stays open at the end of its tour, so that keys can be measured there."""
    with Terminal(subject.command, environment(home), cwd=home) as terminal:
        _wait_until_usable(terminal, subject)
        for figure, key in subject.tour:
            press(terminal, figure, key)
        yield terminal


def key_once(terminal: Terminal, keys: Iterator[str]) -> Figures:
    """Press the next of *keys*.

    Raises:
        ValueError: nothing was drawn in answer, so there is nothing to measure.
    """
    answer = press(terminal, "", next(keys))
    if not answer.size:
        raise ValueError(f"{answer.key!r} draws nothing here; the screen:\n{terminal.screen}")
    return {"key ms": 1000 * answer.seconds, "key bytes": answer.size}


def command_once(command: Sequence[str], home: Path) -> Figures:
    """Run a command that writes and ends."""
    begun = time.perf_counter()
    subprocess.run(command, env=environment(home), cwd=home, stdout=subprocess.DEVNULL, check=True)
    return {"command ms": 1000 * (time.perf_counter() - begun)}


def cpu_ms(process: int) -> int:
    """CPU time that a process has used; the kernel counts it in steps of 10 ms."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return 1000 * (int(fields[11]) + int(fields[12])) // os.sysconf("SC_CLK_TCK")


def peak_memory(process: int) -> float:
    """The most memory that a process had resident, in KiB."""
    status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    fields: Mapping[str, str] = dict(line.split(":", 1) for line in status.splitlines())
    return float(fields["VmHWM"].split()[0])


def _wait_until_usable(terminal: Terminal, subject: Subject) -> float:
    """Wait until a program can be used; since when it can (``time.perf_counter``)."""
    # Raw bytes are searched here, and the screen is modelled later: modelling takes time that would be measured, too.
    terminal.wait_until(lambda: subject.ready.encode() in terminal.written, f"{subject.ready!r} among the bytes")
    terminal.settle()
    return terminal.wait_for(subject.ready)


def _tour(terminal: Terminal, subject: Subject) -> Figures:
    """Press the keys of the tour: for each figure, the median time, the median bytes, and the most frames."""
    figures: Figures = {}
    answers = [press(terminal, figure, key) for figure, key in subject.tour]
    for figure, group in by_figure(answers).items():
        if figure:
            figures[f"{figure} ms"] = 1000 * statistics.median(answer.seconds for answer in group)
            figures[f"{figure} bytes"] = statistics.median(answer.size for answer in group)
            figures[f"{figure} frames"] = max(answer.frames for answer in group)
    return figures


def _idle(terminal: Terminal, seconds: float) -> Figures:
    """Bytes written and CPU time used while no key is pressed."""
    process = terminal.process.pid
    before, cpu = len(terminal.chunks), cpu_ms(process)
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        terminal.read(left)
    written = sum(len(chunk.data) for chunk in terminal.chunks[before:])
    return {"idle bytes": written, "idle cpu ms": cpu_ms(process) - cpu}
