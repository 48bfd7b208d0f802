"""A small Textual app that leaves by ``install_signals``; it tells a pipe what happens to it.

Usage: lifecycle_app.py PIPE_FD [words: ctty nohup flood stuck]
"""

import asyncio
import fcntl
import os
import signal
import sys
import termios
import threading

from textual.app import App

from tui.terminal.lifecycle import install_signals

REPORT = int(sys.argv[1])
WORDS = set(sys.argv[2:])


def report(word):
    os.write(REPORT, f"{word}\n".encode())


class Leaving(App):
    def on_mount(self):
        install_signals(asyncio.get_running_loop(), self.leave, 0.2 if "stuck" in WORDS else 60.0)
        self.call_after_refresh(self.begin)

    def begin(self):
        report("ready")
        if "flood" in WORDS:
            while not self._driver._writer_thread._queue.full():
                self._driver.write("x" * 4096)
            report("full")
            self._driver.write("this write blocks the event loop")

    def leave(self):
        report("saved")
        if "stuck" in WORDS:
            threading.Event().wait()
        self.exit()


if "ctty" in WORDS:
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
if "nohup" in WORDS:
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
Leaving().run()
for stream in (sys.stdout, sys.stderr):
    try:
        stream.flush()
    except OSError:  # Python would try again at its end, and end with status 120; ``tui.cli.line.out`` does the same
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
report("gone")
