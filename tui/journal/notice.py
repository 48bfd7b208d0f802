"""Being told that a commit was made, instead of looking every second: an idle screen costs nothing."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

_DELETED: Final = 0x200
"""``IN_DELETE`` of inotify(7): in journal mode DELETE a commit ends with the deletion of the rollback journal."""
_REPLACED: Final = 0x80 | 0x8
"""``IN_MOVED_TO`` and ``IN_CLOSE_WRITE``: a backup was put in the place of the file, or copied over it."""
_BUFFER: Final = 65_536


class CommitNotice:
    """A file descriptor that becomes readable when a process of this machine has committed to a file or replaced it.

    Args:
        path: the state file.
        descriptor: of inotify, watching its folder.
    """

    def __init__(self, path: Path, descriptor: int) -> None:
        # A name in what inotify tells ends with a zero byte.
        self._names = tuple(os.fsencode(f"{name}\0") for name in (path.name, f"{path.name}-journal"))
        self.descriptor = descriptor

    @classmethod
    def of(cls, path: Path) -> CommitNotice | None:
        """The notice for a state file; None where the system has no inotify, or no watch to give."""
        import ctypes  # noqa: PLC0415 - only an open screen needs it, and only after its first frame

        system = ctypes.CDLL(None, use_errno=True)
        if not hasattr(system, "inotify_init1"):
            return None
        descriptor: int = system.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
        if descriptor < 0:
            return None
        if system.inotify_add_watch(descriptor, os.fsencode(path.absolute().parent), _DELETED | _REPLACED) < 0:
            os.close(descriptor)
            return None
        return cls(path, descriptor)

    def is_commit(self) -> bool:
        """Whether what has come in since the last call has a commit to the file in it, or another file in its place."""
        found = False
        while True:
            try:
                told = os.read(self.descriptor, _BUFFER)
                found = found or any(name in told for name in self._names)
            except BlockingIOError:
                return found

    def close(self) -> None:
        """Watch no more."""
        os.close(self.descriptor)
