"""Unfinished files: hidden, beside the file that they will become, and named after the process that writes them."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path

from tui.journal.lock import is_alive


def part_of(target: Path) -> Path:
    """Where *target* is written until it is whole."""
    return target.with_name(f".{target.name}.{os.getpid()}.part")


def sweep(folder: Path, names: str) -> None:
    """Remove unfinished files of processes that were killed, for targets whose names match the pattern *names*.

    Raises:
        OSError: the folder can't be read.
    """
    pattern = re.compile(rf"\.(?:{names})\.(?P<process>\d+)\.part(?:-journal)?")
    for path in folder.iterdir():
        left = pattern.fullmatch(path.name)
        if left is not None and not is_alive(left["process"]):
            with suppress(OSError):
                path.unlink()
