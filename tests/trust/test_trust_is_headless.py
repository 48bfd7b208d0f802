"""Trust costs nothing until somebody asks, and knows neither storage nor faces."""

import subprocess
import sys
from pathlib import Path

import tui
from tui import trust

MODULES = sorted(path.stem for path in Path(trust.__file__).parent.glob("[!_]*.py"))
IMPORT = "import sys\n" + "".join(f"import tui.trust.{name}\n" for name in MODULES)


def loaded(script, *args):
    """The modules that a clean interpreter has loaded."""
    env = {"PATH": "", "PYTHONPATH": str(Path(tui.__file__).parents[1]), "HOME": "/nonexistent"}
    command = [sys.executable, "-c", f"{script}\nprint(*sys.modules)", *args]
    return set(subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout.split())


def test_importing_all_of_it_imports_nothing_heavy():
    heavy = ("subprocess", "tempfile", "textual", "rich", "click", "sqlite3", "asyncio", "socket")
    assert {name for name in loaded(IMPORT) if name.split(".")[0] in heavy} == set()


def test_it_knows_of_the_journal_only_what_an_event_is():
    ours = {name for name in loaded(IMPORT) if name.startswith("tui.journal.")}
    assert ours == {"tui.journal.canonical", "tui.journal.event"}


def test_no_start_imports_any_of_it():
    start = "import contextlib, io, sys\nfrom tui.cli.run import run\nwith contextlib.redirect_stdout(io.StringIO()):"
    assert not {name for name in loaded(f"{start} run(['--help'])") if name.startswith("tui.trust")}
    assert not {
        name for name in loaded("import sys, tui.app, tui.workbook.standings.workbook") if name.startswith("tui.trust")
    }
