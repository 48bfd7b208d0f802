"""The writer that a state file stands for: each file has its own chain of events.

A copied file must not continue the chain of its original: two files would give one number to two events. So a file
knows where it lies, and goes on as a new writer when it finds itself elsewhere.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final, NamedTuple

from tui.errors import JournalError
from tui.journal.store import Store

_CURRENT: Final = "SELECT id, person, host, path, device, inode FROM writer"
_CLEAR: Final = "DELETE FROM writer"
_CLEAR_UNKNOWN: Final = "DELETE FROM writer WHERE NOT EXISTS (SELECT 1 FROM event WHERE event.writer = writer.id)"
_ADD: Final = "INSERT INTO writer VALUES (?, ?, ?, ?, ?, ?)"


class FileLocation(NamedTuple):
    """Where a state file lies: machine, path, and the file's own number in its file system."""

    host: str
    path: str
    device: str
    inode: str


class Writer(NamedTuple):
    """The writer of a file, as the file knows it.

    Args:
        id: random.
        person: who wrote first.
    """

    id: str
    person: str
    host: str
    path: str
    device: str
    inode: str

    def is_at(self, place: FileLocation) -> bool:
        """Whether the file at *place* is the writer's own, perhaps moved or renamed, and not a copy.

        Some file systems number their device anew at each mount, so the device may differ where the path is the same.
        """
        same_file = self.host == place.host and self.inode == place.inode
        return same_file and (self.device == place.device or self.path == place.path)


def place_of(path: Path, host: str) -> FileLocation:
    """Where *path* lies now.

    Raises:
        JournalError: it is gone.
    """
    try:
        status = path.stat()
    except OSError as error:
        raise JournalError("journal.replaced", path=path) from error
    return FileLocation(host, str(path).encode("utf-8", "replace").decode(), str(status.st_dev), str(status.st_ino))


def current_writer(store: Store) -> Writer | None:
    """The writer that the file stands for, or None before its first event."""
    return store.one(Writer, _CURRENT)


def own_writer(store: Store) -> str:
    """Id of the writer that the file stands for; empty before its first event."""
    writer = current_writer(store)
    return writer.id if writer is not None else ""


def random_id() -> str:
    """An id that no other writer has."""
    return os.urandom(16).hex()


def new_writer(store: Store, writer_id: str, person: str, place: FileLocation) -> Writer:
    """Let the file stand for a new writer; to be called inside a write."""
    writer = Writer(writer_id, person, *place)
    _keep(store, writer)
    return writer


def move_writer(store: Store, writer: Writer, place: FileLocation) -> None:
    """Note where the file of *writer* lies now; to be called inside a write."""
    moved = Writer(writer.id, writer.person, *place)
    if moved != writer:
        _keep(store, moved)


def forget_unknown_writer(store: Store) -> None:
    """Forget the file's writer if none of its events is here, so that the next event begins a new chain.

    To be called inside a write.
    """
    store.run(_CLEAR_UNKNOWN)


def _keep(store: Store, writer: Writer) -> None:
    store.run(_CLEAR)
    store.run(_ADD, *writer)
