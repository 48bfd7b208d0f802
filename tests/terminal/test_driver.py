"""What really reaches the terminal: the raw bytes of a Textual app on a pseudo-terminal."""

import os
import subprocess
import sys
import threading
import unicodedata
from pathlib import Path

import pytest
from rich.cells import get_character_cell_size

CHILD = Path(__file__).with_name("driver_app.py")
ROOT = Path(__file__).parents[2]


def run(mode):
    """Everything that the app wrote to its terminal, and to standard output."""
    master, slave = os.openpty()
    env = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "TERM": "xterm-256color",
        "PYTHONUTF8": "1",
        "COLUMNS": "40",
        "LINES": "8",
    }
    with subprocess.Popen(
        [sys.executable, str(CHILD), mode], stdin=slave, stdout=subprocess.PIPE, stderr=slave, env=env
    ) as process:
        os.close(slave)
        guard = threading.Timer(60, process.kill)  # an app that never ends must make its test fail, not wait for ever
        guard.start()
        written = b""
        try:
            while chunk := os.read(master, 65536):
                written += chunk
        except OSError:  # the app has gone
            pass
        guard.cancel()
        os.close(master)
        said = process.stdout.read().decode()
    return written.decode(), said


@pytest.fixture(scope="module")
def translated():
    return run("translate")


@pytest.fixture(scope="module")
def plain():
    return run("plain")


def ambiguous(text):
    return {c for c in text if unicodedata.east_asian_width(c) == "A" and get_character_cell_size(c) == 1}


def test_a_wide_terminal_gets_no_character_of_ambiguous_width(translated):
    written, _ = translated
    assert ambiguous(written) == set()
    assert "検知 * 1 > 完了 ✓" in written
    assert "-" * 30 in written


def test_a_narrow_terminal_gets_everything_as_it_is(plain):
    written, _ = plain
    assert {"●", "①", "→", "┏"} <= ambiguous(written)


def test_keys_typed_before_the_screen_opened_arrive(plain, translated):
    assert plain[1].strip() == "j enter"
    assert translated[1].strip() == "j enter"
