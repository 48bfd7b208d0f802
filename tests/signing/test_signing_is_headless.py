"""Signing costs nothing until somebody signs, and knows nothing of what is signed."""

import subprocess
import sys
from pathlib import Path

import tui
from tui import signing

MODULES = sorted(path.stem for path in Path(signing.__file__).parent.glob("[!_]*.py"))
IMPORT = "import sys\nbefore = set(sys.modules)\nimport tui.text.clean, tui.errors, tui.record\n" + "".join(
    f"import tui.signing.{name}\n" for name in MODULES
)


def loaded():
    """The modules that a clean interpreter has loaded with all of ``tui.signing``."""
    env = {"PATH": "", "PYTHONPATH": str(Path(tui.__file__).parents[1])}
    command = [sys.executable, "-c", f"{IMPORT}print(*(set(sys.modules) - before))"]
    return set(subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout.split())


def test_importing_all_of_it_imports_nothing_heavy():
    heavy = ("subprocess", "tempfile", "shutil", "textual", "rich", "click", "sqlite3", "asyncio", "ssl", "socket")
    assert {name for name in loaded() if name.split(".")[0] in heavy} == set()


def test_it_knows_only_errors_records_and_text_of_ours():
    ours = {name.split(".")[1] for name in loaded() if name.startswith("tui.")}
    assert ours == {"signing", "errors", "record", "text"}


def test_no_decision_hangs_on_a_check_that_accepts_any_key():
    sources = {path.name: path.read_text() for path in Path(signing.__file__).parent.glob("*.py")}
    assert [name for name, text in sources.items() if '"check-novalidate"' in text] == []
    assert [name for name, text in sources.items() if "shell=True" in text] == []
