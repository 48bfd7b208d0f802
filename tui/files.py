"""Writing files so that a full disk, a crash or a second ikusei never leaves half a file under its final name.

Everything is written to a temporary file beside its place, and is on the disk before it gets its name.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Final

PRIVATE: Final = 0o600
SHARED: Final = 0o666
"""Mode of files that an organisation shares: the user's umask decides who may read and write."""
_NO_LINKS: Final = frozenset({errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK})
"""Errors of file systems without hard links: FAT, some network mounts."""


@contextmanager
def new_file(path: Path, mode: int = PRIVATE) -> Iterator[BinaryIO]:
    """A new file to write, which appears as *path* at the end; an existing *path* is never replaced.

    Raises:
        FileExistsError: *path* exists already.
        OSError: the file can't be written; *path* doesn't exist then.
    """
    if path.exists() or path.is_symlink():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    with _part(path, mode) as (part, sink):
        yield sink
        _finish(sink)
        _name(part, path)
        sync(path.parent)


def write_over(path: Path, text: str) -> None:
    """Replace the file *path* by one with *text*, whole or not at all.

    Raises:
        OSError: the file can't be written; the former one stays.
    """
    with _part(path, SHARED) as (part, sink):
        sink.write(text.encode())
        _finish(sink)
        part.replace(path)
        sync(path.parent)


def new_folder(folder: Path, texts: Mapping[str, str]) -> None:
    """Make *folder* with files (name to text), or add them to an existing folder: all files or none.

    Raises:
        FileExistsError: one of the files exists already.
        OSError: the files can't be written; none of them is left then.
    """
    if folder.exists():
        _add(folder, texts)
        return
    folder.parent.mkdir(parents=True, exist_ok=True)
    part = _beside(folder)
    try:
        part.mkdir()
        _add(part, texts)
        part.rename(folder)
        sync(folder.parent)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def sync(folder: Path) -> None:
    """Make the names in *folder* durable: after a crash, renamed files would else have their former names.

    Raises:
        OSError: the disk refuses.
    """
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _add(folder: Path, texts: Mapping[str, str]) -> None:
    made: list[Path] = []
    try:
        for name, text in texts.items():
            with new_file(folder / name, SHARED) as sink:
                sink.write(text.encode())
            made.append(folder / name)
    except OSError:
        for path in made:
            path.unlink()
        raise


@contextmanager
def _part(path: Path, mode: int) -> Iterator[tuple[Path, BinaryIO]]:
    """A temporary file beside *path*; it is removed at the end unless it was renamed."""
    part = _beside(path)
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, mode)
    try:
        # After an error of a full disk, unwritten data stays in the buffer. Closing tries to write it again, and its
        # error would hide the first one.
        sink = os.fdopen(handle, "wb")
        try:
            yield part, sink
        finally:
            with suppress(OSError):
                sink.close()
    finally:
        part.unlink(missing_ok=True)


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.{os.getpid()}.part")


def _finish(sink: BinaryIO) -> None:
    sink.flush()
    os.fsync(sink.fileno())


def _name(part: Path, path: Path) -> None:
    """Give *part* its name by a hard link, which fails if another process took the name meanwhile.

    A rename would replace the other's file; it is used only on file systems without hard links.
    """
    try:
        os.link(part, path)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        part.rename(path)
