"""What the first frame costs doesn't depend on a clock: the modules that it imports."""

import subprocess
import sys
from pathlib import Path

import tui

FORBIDDEN = ("sqlite_utils", "markdown_it", "pygments", "importlib.metadata", "http", "urllib.request", "ssl", "click")
BARE = "import sys; from textual.app import App; print(*sys.modules)"
IKUSEI = """
import asyncio, sys
from datetime import date
from pathlib import Path
from tui.app import IkuseiApp
from tui.curriculum.folder import builtin_folder
from tui.curriculum.pack import Pack
from tui.curriculum.policy import Policy
from tui.journal.journal import Journal
from tui.session import Session
from tui.text.glyphs import glyphs_for
from tui.workbook.standings.workbook import Workbook

journal = Journal.open(Path(sys.argv[1]))
policy = Policy(name="", numbers={}, readings={})
book = Workbook(journal, Pack.open(builtin_folder()), policy, journal.trainees()[0], lambda: date(2026, 11, 21))
app = IkuseiApp(Session(book, "ja", glyphs_for("unicode")))

async def first_frame():
    shown = asyncio.Event()
    app.call_after_refresh(shown.set)
    running = asyncio.create_task(app.run_async(headless=True, size=(80, 24)))
    await shown.wait()
    print(*sys.modules)
    app.exit()
    await running

asyncio.run(first_frame())
"""


ALONE = """
import sys
import tui.cli.screen
from tui.cli.run import run

tui.cli.screen.open_screen = lambda *_: print(*sys.modules)
run(sys.argv[1:])
"""


def modules_of(script: str, *arguments: str) -> set[str]:
    """The modules that a clean interpreter has loaded when *script* prints them."""
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        env={"PATH": "", "PYTHONPATH": str(Path(tui.__file__).parents[1]), "PYTHONUTF8": "1", "TERM": "xterm-256color"},
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.split())


def test_first_frame_imports_nothing_heavy_beyond_textual(book, path):
    book.journal.close()
    loaded = modules_of(IKUSEI, str(path)) - modules_of(BARE)
    heavy = {name for name in loaded if name.startswith(FORBIDDEN) and name.split(".")[0] != "httpx"}
    assert heavy == set()


def test_the_screen_alone_needs_no_parser_of_options():
    assert "click" not in modules_of(ALONE)
    assert "click" in modules_of(ALONE, "--plain")


def test_first_frame_imports_no_screen_but_today(book, path):
    book.journal.close()
    loaded = modules_of(IKUSEI, str(path))
    assert "tui.screens.today" in loaded
    later = {"step", "walk", "roles", "matrix", "journal", "finder", "help", "start"}
    assert not {name for name in later if f"tui.screens.{name}" in loaded}
    assert not {name for name in loaded if name.startswith(("tui.journal.bundle", "tui.journal.merge"))}
    assert "calendar" not in loaded  # it reads the locale
    # What bodies must hold is asked when something is written.
    assert not {"tui.journal.body", "tui.journal.body_organisation", "tui.journal.body_review"} & loaded
    assert not {"tui.widgets.entry_panel", "tui.widgets.prompt_line", "tui.widgets.text_field"} & loaded


def test_nothing_is_read_of_matrix_and_mapping_but_what_today_asks_for_after_its_frame(book, path):
    book.journal.close()
    asked_later = "from tui.screens.today import TodayScreen; TodayScreen._find_out_why = lambda *_: None\n"
    loaded = modules_of(asked_later + IKUSEI, str(path))
    later = {
        "curriculum.decode_textbook",
        "curriculum.decode_lists",
        "workbook.trainee.duties_trained",
        "workbook.organisation.layers",
        "lang.matrix",
    }
    assert not {name for name in later if f"tui.{name}" in loaded}
    assert not {name for name in loaded if name.startswith(("tui.progress.assessment", "tui.journal.organisation"))}
