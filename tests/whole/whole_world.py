"""The sealed world of the whole program: a home of its own, and ikusei in it, on a terminal or as a command."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from copy import copy
from pathlib import Path

from benchmarks.terminal import Terminal

ROOT = Path(__file__).parents[2]
IKUSEI = (sys.executable, "-m", "tui")
TODAY, STEP, MATRIX, JOURNAL = "1", "3", "4", "5"
LEFT_SCREEN = b"\x1b[?1049l"
"""The sequence that restores the user's own screen."""
POLICY = """\
[numbers]
"soc.2.paired.times" = 1
"soc.2.alone.times" = 5
"""


def cursor_line(screen):
    """The line under the cursor of the list."""
    return next((line for line in screen.splitlines() if line.startswith((">", "  >"))), "")


class World:
    """A user's home, with a state file and a policy beside it."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.state = home / "data" / "state.sqlite"
        self.state.parent.mkdir(parents=True)
        self.state.with_name("policy.toml").write_text(POLICY, encoding="utf-8")
        self.env = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "XDG_DATA_HOME": str(home / "data"),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_CACHE_HOME": str(home / "cache"),
            "XDG_STATE_HOME": str(home / "state"),
            "TMPDIR": str(home),
            "LANG": "C.UTF-8",
            "TERM": "xterm-256color",
            "PYTHONPATH": str(ROOT),
        }

    def command(self, *args, lang="ja"):
        """The command line of ikusei with this state file."""
        return [*IKUSEI, "--lang", lang, "--state", str(self.state), *args]

    def open(self, *args, lang="ja", env=None, wrapped=(), **terminal) -> Terminal:
        """Ikusei on a terminal; *wrapped* is a command that starts it."""
        return Terminal([*wrapped, *self.command(*args, lang=lang)], self.env | (env or {}), cwd=self.home, **terminal)

    def run(self, *args, lang="ja", env=None) -> subprocess.CompletedProcess[str]:
        """Ikusei as a command, without a terminal."""
        return subprocess.run(
            self.command(*args, lang=lang),
            env=self.env | (env or {}),
            cwd=self.home,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def done(self, *args, lang="ja") -> str:
        """The output of a command, which has to succeed."""
        result = self.run(*args, lang=lang)
        assert (result.returncode, result.stderr) == (0, ""), result
        return result.stdout

    def begin(self, name="佐藤 花", person=""):
        """Begin without the screen, under the id *person* if given."""
        own = ["--id", person] if person else []
        assert self.run("begin", name, "--role", "soc", "--step", "2", *own).returncode == 0

    def takes_in(self) -> None:
        """What others have put into the drop folder is taken in."""
        if any(self.state.with_name("inbox").glob("*.ikusei")):
            assert self.run("import", "--inbox").returncode == 0

    def at(self, state: Path) -> World:
        """The same home with another own state file, such as that of a mentor who looks at this one."""
        other = copy(self)
        other.state, other.env = state, {**self.env, "IKUSEI_ME": str(state)}
        return other

    def status(self):
        """What ``status --json`` says."""
        return json.loads(self.done("status", "--json"))

    def criterion(self, criterion_id):
        """What ``status --json`` says of one criterion."""
        steps = [step for role in self.status()["roles"] for step in role["steps"]]
        return next(each for step in steps for each in step["criteria"] if each["id"] == criterion_id)

    def rows(self, sql, *values):
        """Rows that another program reads from the state file."""
        with closing(sqlite3.connect(f"file:{self.state}?mode=rw", uri=True, timeout=60)) as connection:
            return connection.execute(sql, values).fetchall()

    def drafts(self):
        """The kept drafts of forms."""
        return "".join(value for (value,) in self.rows("SELECT value FROM local WHERE key LIKE 'draft:%'"))

    def notes(self):
        """The notes of all entries."""
        return [note for (note,) in self.rows("SELECT note FROM entry ORDER BY clock")]

    def faults(self):
        """What ``doctor`` finds in the journal."""
        findings = json.loads(self.run("doctor", "--json").stdout)["findings"]
        return [each for each in findings if each["key"].startswith("journal.")]


def move_to(terminal: Terminal, text: str) -> None:
    """Move the cursor of the list down to the line with *text*."""
    for _ in range(60):
        if text in cursor_line(terminal.screen):
            return
        terminal.press("down")
    raise AssertionError(f"no line with {text!r}; the screen:\n{terminal.screen}")


def open_form(terminal: Terminal, criterion: str, note: str) -> None:
    """From Today, open the form of a criterion in the STEP checklist and type a note."""
    terminal.press(STEP)
    move_to(terminal, criterion)
    terminal.press("l")
    terminal.send(note.encode())
    terminal.wait_for(note)
