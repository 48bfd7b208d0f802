"""Leaving on a real pseudo-terminal: a dropped line, a stalled line, a polite end, an impolite one."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

CHILD = Path(__file__).with_name("lifecycle_app.py")
ROOT = Path(__file__).parents[2]


class Terminal:
    """The other end of the app's terminal."""

    def __init__(self, *words):
        self.master, slave = os.openpty()
        self.reports, told = os.pipe()
        self.process = subprocess.Popen(
            [sys.executable, str(CHILD), str(told), *words],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
            pass_fds=[told],
            env={**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm-256color", "PYTHONUTF8": "1"},
        )
        os.close(slave)
        os.close(told)
        # An app that never leaves must make its test fail, not wait for ever.
        self.guard = threading.Timer(60, self.process.kill)
        self.guard.start()
        self.told = os.fdopen(self.reports, encoding="utf-8")
        self.screen = b""
        self.reader = threading.Thread(target=self._read, daemon=True)

    def read_along(self):
        self.reader.start()

    def _read(self):
        try:
            while chunk := os.read(self.master, 65536):
                self.screen += chunk
        except OSError:
            pass

    def wait_for(self, word):
        for line in self.told:
            if line.strip() == word:
                return
        pytest.fail(f"the app never said {word}")

    def hang_up(self):
        os.close(self.master)
        self.master = -1

    def end(self):
        """What the app still said, and its exit status."""
        return self.told.read().split(), self.process.wait()

    def close(self):
        self.guard.cancel()
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.told.close()
        if self.reader.is_alive():
            self.reader.join()
        if self.master >= 0:
            os.close(self.master)


@pytest.fixture
def terminal():
    opened = []

    def start(*words):
        opened.append(Terminal(*words))
        return opened[-1]

    yield start
    for each in opened:
        each.close()


def test_sigterm_saves_leaves_and_gives_the_terminal_back(terminal):
    app = terminal("ctty")
    app.read_along()
    app.wait_for("ready")
    app.process.send_signal(signal.SIGTERM)
    assert app.end() == (["saved", "gone"], 0)
    app.reader.join()
    assert b"\x1b[?1049l" in app.screen


@pytest.mark.parametrize("words", [("ctty",), ("ctty", "nohup"), ()], ids=["hang-up", "nohup", "signal went elsewhere"])
def test_a_dropped_line_saves_and_ends_the_process(terminal, words):
    app = terminal(*words)
    # What the app draws fits the terminal's buffer, so that the line can be dropped while nobody reads it.
    app.wait_for("ready")
    app.hang_up()
    assert app.end() == (["saved", "gone"], 0)


def test_sigterm_saves_and_leaves_though_nobody_reads_the_terminal(terminal):
    app = terminal("ctty", "flood")
    app.wait_for("full")
    app.process.send_signal(signal.SIGTERM)
    assert app.end() == (["saved", "gone"], 0)


def test_asking_twice_saves_once(terminal):
    app = terminal("ctty")
    app.read_along()
    app.wait_for("ready")
    app.process.send_signal(signal.SIGTERM)
    app.process.send_signal(signal.SIGHUP)
    assert app.end() == (["saved", "gone"], 0)


def test_an_app_that_cannot_leave_is_ended(terminal):
    app = terminal("ctty", "stuck")
    app.read_along()
    app.wait_for("ready")
    app.process.send_signal(signal.SIGTERM)
    assert app.end() == (["saved"], 128 + signal.SIGTERM)
