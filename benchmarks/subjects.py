"""The programs that are measured, and those that they are compared with."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from benchmarks.filled_state import NAME, fill
from benchmarks.tour import BEGUN, TOUR
from tui.curriculum.folder import builtin_folder
from tui.workbook.setup.settings import own_state

ROOT: Final = Path(__file__).parents[1]
FEW: Final = 10
OTHERS: Final = ("coord", "ir", "vuln", "forensics", "management", "dev")
LEFT_OUT: Final = ("titles.toml", "organisation.toml", "secbok.toml", "mapping.toml", "glossary.toml", "citations.tsv")
MANY: Final = 10_000
"""The numbers of entries in the two journals that are compared."""

IMPORTS: Final = (sys.executable, "-c", "import sqlite3, tomli, click")
"""The imports that ``ikusei status`` can't do without."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A program on a terminal.

    Args:
        command: how it is started.
        ready: text that is on its screen as soon as it can be used.
        tour: figures and keys, see ``benchmarks.tour``.
    """

    command: Sequence[str]
    ready: str
    tour: Sequence[tuple[str, str]] = ()


def environment(home: Path) -> Mapping[str, str]:
    """The whole environment of a measured program, so that nobody's configuration is read or changed."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "TMPDIR": str(home),
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "PYTHONPATH": str(ROOT),
    }


def ikusei(*args: str) -> list[str]:
    """The command ``ikusei``: the installed one where it stands beside the interpreter."""
    installed = Path(sys.executable).with_name("ikusei")
    return [str(installed), *args] if installed.exists() else [sys.executable, "-m", "tui", *args]


def demo(tour: Sequence[tuple[str, str]] = ()) -> Subject:
    """The example trainee."""
    return Subject(ikusei("--lang", "ja", "--demo"), BEGUN, tour)


def bare() -> Subject:
    """A Textual app with one word on its screen."""
    return Subject([sys.executable, str(ROOT / "benchmarks" / "bare_app.py")], "ready")


def option_list() -> Subject:
    """The checklist as an ``OptionList`` beside a ``Static``, walked as ours is."""
    checklist = [(figure, key) for figure, key in TOUR if figure == "checklist"]
    return Subject([sys.executable, str(ROOT / "benchmarks" / "option_list_app.py")], "☐", [("", "down"), *checklist])


def trainee_with(entries: int, folder: Path) -> Path:
    """Make the home of a trainee whose own state file has *entries* entries."""
    home = folder / str(entries)
    fill(state_in(home), entries, date.today())  # noqa: DTZ011 - the day of the user
    return home


def state_in(home: Path) -> Path:
    """The state file that ikusei opens in a home when none is named."""
    return own_state(environment(home))


def one_role_pack(home: Path) -> Path:
    """The pack with the content of the SOC role only, and nothing of the organisation."""
    folder = home / "one-role"
    if not folder.exists():
        gone = shutil.ignore_patterns(*(f"{role}.toml" for role in OTHERS), *LEFT_OUT)
        shutil.copytree(builtin_folder(), folder, ignore=gone)
        pack = folder / "pack.toml"
        text = pack.read_text(encoding="utf-8")
        for role in OTHERS:
            text = text.replace(f'file = "roles/{role}.toml"\n', "")
        pack.write_text(text, encoding="utf-8")
    return folder


def opened(pack: Path) -> Subject:
    """Ikusei with one's own state file and a pack."""
    return Subject(ikusei("--lang", "ja", "--content", str(pack)), BEGUN)


def own_file(tour: Sequence[tuple[str, str]] = TOUR) -> Subject:
    """Ikusei with one's own state file, walked through its screens."""
    return Subject(ikusei(), BEGUN, tour)


def looked_at(state: Path) -> Subject:
    """Ikusei with somebody else's state file."""
    return Subject(ikusei("--lang", "ja", "--state", str(state)), NAME)
