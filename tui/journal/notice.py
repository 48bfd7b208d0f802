"""Being told of a commit or of a new file, instead of looking every second: an idle screen costs nothing."""

from __future__ import annotations

import os
import sys
from abc import ABC, abstractmethod
from contextlib import suppress
from pathlib import Path
from typing import Final

_CREATED: Final = 0x100
"""``IN_CREATE`` of inotify(7)."""
_DELETED: Final = 0x200
"""``IN_DELETE``: in journal mode DELETE a commit ends with the deletion of the rollback journal."""
_REPLACED: Final = 0x80 | 0x8
"""``IN_MOVED_TO`` and ``IN_CLOSE_WRITE``: a file was put in the place of another, or one was written to its end."""
_LOST: Final = -1
"""The watch number of ``IN_Q_OVERFLOW``: inotify has dropped events."""
_BUFFER: Final = 65_536
_HEADER: Final = 16
"""Bytes of a ``struct inotify_event`` before its name; the last four say how long the name is, zero bytes and all."""


class Notice(ABC):
    """A file descriptor that becomes readable when something has happened in a folder."""

    def __init__(self, descriptor: int) -> None:
        self.descriptor = descriptor

    @abstractmethod
    def is_news(self) -> bool:
        """Whether anything of interest has happened since the last call."""

    def close(self) -> None:
        """Watch no more."""
        os.close(self.descriptor)

    def _names(self) -> list[tuple[int, bytes]]:
        """What has happened since the last call: pairs of watch number and file name."""
        found = []
        with suppress(BlockingIOError):
            while told := os.read(self.descriptor, _BUFFER):
                at = 0
                while at < len(told):
                    watch = int.from_bytes(told[at : at + 4], sys.byteorder, signed=True)
                    name = at + _HEADER
                    at = name + int.from_bytes(told[name - 4 : name], sys.byteorder)
                    found.append((watch, told[name:at].rstrip(b"\0")))
        return found


class CommitNotice(Notice):
    """Tells when a process of this machine has committed to a file or replaced it.

    Args:
        path: the state file.
        descriptor: of inotify, watching its folder.
    """

    def __init__(self, path: Path, descriptor: int) -> None:
        super().__init__(descriptor)
        self._wanted = {os.fsencode(path.name), os.fsencode(f"{path.name}-journal")}

    @classmethod
    def of(cls, path: Path) -> CommitNotice | None:
        """The notice for a state file; None where the system has no inotify, or no watch to give."""
        descriptor = _inotify()
        if descriptor is None:
            return None
        if _watch(descriptor, path.absolute().parent, _DELETED | _REPLACED) is None:
            os.close(descriptor)
            return None
        return cls(path, descriptor)

    def is_news(self) -> bool:
        """Whether there was a commit to the file, or another file was put in its place."""
        return any(name in self._wanted or watch == _LOST for watch, name in self._names())


class ArrivalNotice(Notice):
    """Tells when a file has come into a folder, which needn't be there yet.

    Args:
        folder: the folder.
        descriptor: of inotify, watching the folder above it.
    """

    def __init__(self, folder: Path, descriptor: int) -> None:
        super().__init__(descriptor)
        self._folder = folder
        self._own = _watch(descriptor, folder, _REPLACED)

    @classmethod
    def of(cls, folder: Path) -> ArrivalNotice | None:
        """The notice for a folder; None where the system has no inotify, or nothing above it that can be watched."""
        descriptor = _inotify()
        if descriptor is None:
            return None
        if _watch(descriptor, folder.absolute().parent, _CREATED | _REPLACED) is None:
            os.close(descriptor)
            return None
        return cls(folder, descriptor)

    def is_news(self) -> bool:
        """Whether a file has come, or the folder itself."""
        names = self._names()
        if any(watch != self._own and name == os.fsencode(self._folder.name) for watch, name in names):
            # The folder is new or was made again. Files may have come before it was watched, so this counts as news.
            self._own = _watch(self.descriptor, self._folder, _REPLACED)
            return True
        return any((watch == self._own and name) or watch == _LOST for watch, name in names)


def _inotify() -> int | None:
    """A descriptor of inotify; None where the system has none."""
    import ctypes  # only an open screen needs it, and only after its first frame

    system = ctypes.CDLL(None, use_errno=True)
    if not hasattr(system, "inotify_init1"):
        return None
    descriptor: int = system.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
    return descriptor if descriptor >= 0 else None


def _watch(descriptor: int, folder: Path, what: int) -> int | None:
    """Have inotify tell of a folder; None where it can't."""
    import ctypes

    watch: int = ctypes.CDLL(None, use_errno=True).inotify_add_watch(descriptor, os.fsencode(folder), what)
    return watch if watch >= 0 else None
