"""Writing files so that a full disk, a crash or a second ikusei leaves nothing half made under a name that is read.

Everything is written beside its place and is on the disk before it gets its name.
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
"""As the user's umask has it: for what an organisation shares."""
_NO_LINKS: Final = frozenset({errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK})
"""What a file system says that has no hard links: FAT, some mounts of other machines."""


@contextmanager
def new_file(path: Path, mode: int = PRIVATE) -> Iterator[BinaryIO]:
    """A file to write, which becomes *path* at the end; what is there already stays.

    Raises:
        FileExistsError: there is something already.
        OSError: it can't be written; there is nothing then.
    """
    if path.exists() or path.is_symlink():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    with _part(path, mode) as (part, sink):
        yield sink
        _finish(sink)
        _name(part, path)
        sync(path.parent)


def write_over(path: Path, text: str) -> None:
    """Put *text* into the place of *path*, whole or not at all.

    Raises:
        OSError: it can't be written; what was there stays.
    """
    with _part(path, SHARED) as (part, sink):
        sink.write(text.encode())
        _finish(sink)
        part.replace(path)
        sync(path.parent)


def new_folder(folder: Path, texts: Mapping[str, str]) -> None:
    """Make *folder* with these files by name; in one that is there, add them: all of them or none.

    Raises:
        FileExistsError: one of the files is there already.
        OSError: they can't be written; nothing is left then.
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
    """Bring the names in *folder* to the disk.

    Raises:
        OSError: that can't be done.
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
    """A file beside *path* that is gone at the end, unless it got another name."""
    part = _beside(path)
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, mode)
    try:
        # What a full disk refused stays in the buffer, and closing would try it again and hide the first error.
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
    """Give *part* its name. A link fails where another process took the name meanwhile; a rename would write over."""
    try:
        os.link(part, path)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        part.rename(path)
