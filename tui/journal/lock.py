"""A lock beside a state file on a network file system, where SQLite's own locks can't be relied on.

Each process leaves a small file with its host and process number. A process that finds the file of another host gives
up, so two machines never write one state file.
"""

from __future__ import annotations

import os
from pathlib import Path

from tui.errors import JournalError


class Lock:
    """The lock of this process beside a state file.

    Args:
        path: the state file.
        host: name of this machine.
    """

    def __init__(self, path: Path, host: str) -> None:
        self._state = path
        self._host = host.replace("/", "_")
        self._file = self._beside(f"{os.getpid()}.{self._host}")

    def take(self) -> None:
        """Write the lock file; of two machines that try at the same time, both give up.

        Raises:
            JournalError: another machine has the state file open, or the lock file can't be written.
        """
        try:
            self._file.write_text(f"{self._host} {os.getpid()}\n", encoding="utf-8")
        except OSError as error:
            self.release()
            raise JournalError("journal.unreachable", path=self._file) from error
        for other in self._others():
            pid, _, host = other.name.removeprefix(self._beside("").name).partition(".")
            if host != self._host:
                self.release()
                raise JournalError("journal.held_elsewhere", path=self._state, host=host, pid=pid, lock=other)
            if not is_alive(pid):
                other.unlink(missing_ok=True)

    def release(self) -> None:
        """Remove the lock file."""
        self._file.unlink(missing_ok=True)

    def _beside(self, end: str) -> Path:
        return self._state.with_name(f"{self._state.name}.lock.{end}")

    def _others(self) -> list[Path]:
        start = self._beside("").name
        return [file for file in self._state.parent.iterdir() if file.name.startswith(start) and file != self._file]


def is_alive(pid: str) -> bool:
    """Whether a process of this machine with that number is running; False where *pid* is no number."""
    try:
        os.kill(int(pid), 0)
    except (ValueError, OverflowError, ProcessLookupError):
        return False
    except PermissionError:
        return True
    return True
