"""What a call may import: each module is paid for at every start."""

import os
import pkgutil
import subprocess
import sys

import pytest
from cli_world import POLICY

import tui

HEADLESS = ("cli", "workbook", "progress", "trust", "journal", "curriculum", "commands", "lang", "errors", "text")
FORBIDDEN = ("textual", "sqlite_utils", "rich.console", "importlib.metadata", "markdown_it", "pygments", "platformdirs")


def imported_by(begun, *args):
    """The modules that a call loads in an interpreter of its own."""
    script = "import sys; from tui.cli.run import run; run(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", script, *args],
        env={**os.environ, **begun.env},
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stderr.split())


@pytest.mark.parametrize(
    "args",
    [("status",), ("status", "--json"), ("log", "soc.2.paired"), ("tick", "soc.2.paired.handover"), ("journal",)],
)
def test_a_call_imports_nothing_of_the_screen(begun, args):
    assert not imported_by(begun, *args) & set(FORBIDDEN)


def test_making_a_state_file_and_writing_to_it_imports_no_sqlite_utils(ikusei):
    assert "sqlite_utils" not in imported_by(ikusei, "begin", "佐藤 花", "--role", "soc", "--step", "2")
    ikusei.policy.write_text(POLICY, encoding="utf-8")
    for args in (("log", "soc.2.paired"), ("claim", "soc.2.detect"), ("undo",), ("export",), ("--version",)):
        assert not {"sqlite_utils", "textual"} & imported_by(ikusei, *args), args


def test_an_answer_given_again_imports_no_curriculum_and_no_journal(begun):
    imported_by(begun, "status")
    loaded = imported_by(begun, "status")
    unneeded = {
        "tui.curriculum.model",
        "tui.journal.journal",
        "tui.workbook.standings.workbook",
        "sqlite3",
        "tomli",
        "rich",
    }
    assert loaded & unneeded == set()


def test_help_imports_no_verb(begun):
    loaded = imported_by(begun, "--help")
    assert not {name for name in loaded if name in {"tui.cli.log", "tui.cli.status", "tui.workbook.standings.workbook"}}


def headless_modules():
    for module in pkgutil.walk_packages(tui.__path__, "tui."):
        if module.name.split(".")[1] in HEADLESS:
            yield module.name


def test_every_headless_module_imports_without_textual():
    names = list(headless_modules())
    assert len(names) > 80
    script = (
        f"import importlib, sys\nfor name in {names!r}: importlib.import_module(name)\nprint('textual' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_leaving_looks_for_no_garbage(begun):
    script = (
        "import atexit, gc, sys\n"
        "atexit.register(lambda: print(len(gc.get_objects()), file=sys.stderr))\n"
        "from tui.__main__ import main\n"
        "main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, "status"],
        env={**os.environ, **begun.env},
        capture_output=True,
        text=True,
        check=True,
    )
    assert int(done.stderr) < 1_000
