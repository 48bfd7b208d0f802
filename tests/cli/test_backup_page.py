"""The commands of ``docs/backup.md`` and its Japanese twin are run as they stand there, by a shell."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import tui
from tui.journal.schema import APPLICATION_ID, SCHEMA

ROOT = Path(tui.__file__).parents[1]
NAMES = {"en": "backup.md", "ja": "backup.ja.md"}
PAGES = {lang: (ROOT / "docs" / name).read_text(encoding="utf-8") for lang, name in NAMES.items()}
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
COMMENT = re.compile(r" +# .*")


def blocks(lang):
    return [(kind, COMMENT.sub("", text)) for kind, text in BLOCK.findall(PAGES[lang])]


def test_both_pages_have_the_same_commands_headings_and_rows():
    assert blocks("en") == blocks("ja")
    for line in (r"^#+ ", r"^\| "):
        assert len(re.findall(line, PAGES["en"], re.MULTILINE)) == len(re.findall(line, PAGES["ja"], re.MULTILINE))
    assert "[日本語](backup.ja.md)" in PAGES["en"]
    assert "[English](backup.md)" in PAGES["ja"]


class Home:
    """A trainee's home, with a stick in it, and a shell."""

    def __init__(self, folder):
        self.folder = folder
        (folder / "usb").mkdir()
        (folder / "bin").mkdir()
        program = folder / "bin" / "ikusei"
        program.write_text(f'#!/bin/sh\nexec {sys.executable} -m tui "$@"\n', encoding="utf-8")
        program.chmod(0o755)
        self.env = {
            "HOME": str(folder),
            "PATH": f"{folder / 'bin'}:{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "LANG": "C.UTF-8",
            "TMPDIR": str(folder),
        }

    def sh(self, script):
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", script],
            env=self.env,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, (script, done.stdout, done.stderr)
        return done.stdout


@pytest.fixture
def home(tmp_path):
    made = Home(tmp_path)
    made.sh("ikusei begin Hana --role soc --step 2; ikusei log soc.2.paired -m 'two\nlines'")
    return made


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_every_command_of_the_page_runs(home, lang):
    made, cron, restore, take_back, drill, text, _ = (text for _, text in BLOCK.findall(PAGES[lang]))
    home.sh(made)
    home.sh(cron.split(None, 5)[5])
    home.sh("ikusei log soc.2.paired -m later")
    home.sh(restore)
    assert "later" not in home.sh("ikusei export")
    home.sh("ikusei log soc.2.paired -m new")
    home.sh(take_back)
    assert {"later", "new"} <= set(re.findall(r'"note":"(\w+)"', home.sh("ikusei export")))
    home.sh(drill)
    home.sh(text)
    assert not list(home.folder.glob("tmp*"))


@pytest.mark.skipif(shutil.which("sqlite3") is None, reason="there is no sqlite3 shell, of which the page speaks here")
def test_journal_comes_back_from_a_dump_as_the_page_says(home):
    *_, (_, dump) = BLOCK.findall(PAGES["en"])
    *made, numbers, _ = dump.splitlines()
    home.sh("\n".join(made))
    assert "not a journal" in home.sh("ikusei --state ~/usb/loaded.sqlite verify 2>&1 || true")
    (home.folder / "usb" / "loaded.sqlite").unlink()
    home.sh(dump)
    assert numbers.startswith("sqlite3")


def test_page_names_the_numbers_that_a_dump_leaves_out():
    for page in PAGES.values():
        assert f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {SCHEMA}'" in page
