"""Being told that a commit was made, instead of looking every second: an idle screen costs nothing."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

_DELETED: Final = 0x200
"""``IN_DELETE`` of inotify(7): in journal mode DELETE a commit ends with the deletion of the rollback journal."""
_BUFFER: Final = 65_536


class CommitNotice:
    """A file descriptor that becomes readable when a process of this machine has committed to a state file.

    Args:
        path: the state file.
        descriptor: of inotify, watching its folder.
    """

    def __init__(self, path: Path, descriptor: int) -> None:
        self._name = os.fsencode(f"{path.name}-journal")
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
        if system.inotify_add_watch(descriptor, os.fsencode(path.absolute().parent), _DELETED) < 0:
            os.close(descriptor)
            return None
        return cls(path, descriptor)

    def is_commit(self) -> bool:
        """Whether what has come in since the last call has a commit to the file in it."""
        found = False
        while True:
            try:
                found = self._name in os.read(self.descriptor, _BUFFER) or found
            except BlockingIOError:
                return found

    def close(self) -> None:
        """Watch no more."""
        os.close(self.descriptor)
