"""A private copy of somebody else's state file: its bytes at one moment, read without touching anything beside it.

SQLite must not open the original, not even to read it: it would replay a rollback journal that lies beside the file,
and delete a file that this journal names. So the bytes are copied first, and SQLite sees only the copy.
"""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import stat
import time
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

from tui.errors import JournalError
from tui.journal.place import is_ours

LARGEST: Final = 8 << 30
"""Bytes of the largest file that is copied: ten times a million events."""
_ATTEMPTS: Final = 40
_PAUSE: Final = 0.05
"""Seconds between two attempts: an owner's write takes a few milliseconds, a large import of theirs somewhat longer."""
_HEADER: Final = 100
_WAL_AT: Final = slice(18, 20)
"""Where the two bytes stand that are 2 in WAL mode (sqlite.org/fileformat2.html, 1.3)."""
_PORTION: Final = 1 << 20
_OPEN: Final = os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC
"""O_NONBLOCK, because opening a pipe in the place of a file would wait for ever."""


class Stamp(NamedTuple):
    """What shows whether a file is unchanged. Its owner can't set ``changed`` (ctime) by hand."""

    device: int
    inode: int
    size: int
    modified: int
    changed: int


def stamp_of(path: Path) -> Stamp:
    """The stamp of *path* now.

    Raises:
        JournalError: there is nothing, or it can't be reached.
    """
    try:
        return _stamp(path.stat())
    except OSError as error:
        raise JournalError(_key(error), path=path) from error


def copy_bytes(path: Path, target: Path | None) -> tuple[Stamp, str]:
    """Copy the bytes of the state file *path* to *target*, as they are while its owner isn't writing.

    Args:
        path: somebody else's file; neither it nor anything beside it is changed.
        target: a new file in a folder that only the reader can enter; None: the bytes are only read.

    Returns:
        the stamp of what was copied, and the digest of its bytes.

    Raises:
        JournalError: it is no state file, too large, its owner keeps writing, or the copy can't be written.
    """
    for _ in range(_ATTEMPTS):
        before = stamp_of(path)
        if not _is_being_written(path):
            copied, digest = _copied(path, target)
            if copied == before == stamp_of(path) and not _is_being_written(path):
                return copied, digest
        time.sleep(_PAUSE)
    raise JournalError("journal.being_written", path=path)


def _is_being_written(path: Path) -> bool:
    """Whether a rollback journal with content lies beside the file: then the file may hold half of a write."""
    try:
        return path.with_name(f"{path.name}-journal").stat().st_size > 0
    except OSError:
        return False


def _copied(path: Path, target: Path | None) -> tuple[Stamp, str]:
    try:
        handle = os.open(path, _OPEN)
    except OSError as error:
        raise JournalError(_key(error), path=path) from error
    status = os.fstat(handle)
    if not stat.S_ISREG(status.st_mode):
        os.close(handle)
        raise JournalError("journal.no_file", path=path)
    with os.fdopen(handle, "rb") as source:
        if status.st_size > LARGEST:
            raise JournalError("journal.too_large", path=path, most=LARGEST >> 30)
        header = source.read(_HEADER)
        if not header:
            raise JournalError("journal.empty", path=path)
        if not is_ours(header):
            raise JournalError("journal.not_ours", path=path)
        if header[_WAL_AT] != b"\x01\x01":
            raise JournalError("journal.other_mode", path=path)
        source.seek(0)
        if target is None:
            return _stamp(status), _read_most(source, None, status.st_size)
        try:
            if status.st_size > shutil.disk_usage(target.parent).free // 2:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            with target.open("wb") as into:
                return _stamp(status), _read_most(source, into, status.st_size)
        except OSError as error:
            why = error.strerror or type(error).__name__
            raise JournalError("journal.no_copy", path=path, folder=target.parent, why=why) from error


def _read_most(source: BinaryIO, into: BinaryIO | None, most: int) -> str:
    """Copy at most *most* bytes and return their digest: the owner could let the file grow while it is read."""
    running = hashlib.sha256()  # most processors have it in hardware: twice as fast as BLAKE2
    while most > 0 and (portion := source.read(min(most, _PORTION))):
        most -= len(portion)
        running.update(portion)
        if into is not None:
            into.write(portion)
    return running.hexdigest()


def _stamp(status: os.stat_result) -> Stamp:
    return Stamp(status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns)


def _key(error: OSError) -> str:
    return "journal.missing" if isinstance(error, FileNotFoundError) else "journal.unreadable"
