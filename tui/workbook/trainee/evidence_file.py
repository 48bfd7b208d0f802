"""Opening a file that an entry names as its evidence, and hashing it: only regular files are read.

An entry may name anything: a pipe that never ends, a device, or a link that leads elsewhere.
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import Final

from tui.text.clean import meant

_CHUNK: Final = 1 << 20
_MOST_NAMES: Final = 100_000
"""How many names of a folder are searched for one that is written in other characters."""
_FILE: Final = os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC
_WAY: Final = getattr(os, "O_PATH", os.O_RDONLY) | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
"""For a folder on the path; with O_PATH (Linux) the reader needs only the right to pass through it, not to list it."""
_LIST: Final = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC


def as_kept(name: str) -> str:
    """A path as a journal keeps it: in NFC, its bytes read as Shift-JIS if they aren't UTF-8 (from an old archive)."""
    # Each part is decoded by itself, because a folder and the file in it may have been named by different systems.
    parts = name if name.isascii() else "/".join(map(_decoded, name.split("/")))
    return unicodedata.normalize("NFC", meant(parts)).strip()


def open_as_written(ref: str) -> int:
    """Open the regular file that the reader's own entry names, as a shell would find it.

    Args:
        ref: the path; ``~`` is the reader's home.

    Returns:
        a file descriptor to read.

    Raises:
        OSError: it can't be opened; ``FileNotFoundError``: there is none.
        ValueError: nothing can have that name.
    """
    path = Path(os.path.expanduser(ref))  # noqa: PTH111 - that of Path raises for ~nobody
    if not path.exists():
        path = _path_on_disk(path)
    return _regular(str(path), None, _FILE)


def open_below(folder: Path, ref: str) -> int:
    """Open the regular file that somebody else's entry names, if it lies in *folder*; no link is followed.

    Args:
        folder: a folder named by the reader; it may itself be a link.
        ref: a path below *folder*. From a path that begins with that of *folder*, this beginning is removed. Any
            other path is taken whole, without its leading ``/`` or ``~``, as archives unpack it.

    Returns:
        a file descriptor to read.

    Raises:
        OSError: it can't be opened; ``FileNotFoundError``: there is none.
        ValueError: nothing can have that name.
    """
    *folders, name = _parts(folder, ref)
    at = os.open(folder, _WAY & ~os.O_NOFOLLOW)
    try:
        for each in folders:
            inner = os.open(_name_on_disk(at, each), _WAY, dir_fd=at)
            os.close(at)
            at = inner
        return _regular(_name_on_disk(at, name), at, _FILE | os.O_NOFOLLOW)
    finally:
        os.close(at)


def digest(handle: int, may_go_on: Callable[[int], bool] = lambda _: True) -> str:
    """SHA-256 of an open file, in hexadecimal; empty if *may_go_on* ended the reading.

    Args:
        handle: a file descriptor; it is closed afterwards.
        may_go_on: called before each piece with the number of bytes read so far.

    Raises:
        OSError: it can't be read.
    """
    found, read = hashlib.sha256(), 0
    with os.fdopen(handle, "rb", buffering=0) as file:
        # The size from stat isn't used: files in /proc claim to be empty, and a log file may go on growing.
        while may_go_on(read):
            piece = file.read(_CHUNK)
            if piece is None:
                raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))
            if not piece:
                return found.hexdigest()
            found.update(piece)
            read += len(piece)
    return ""


def _regular(name: str, folder: int | None, flags: int) -> int:
    """Open *name* if it is a regular file; it is checked before, as opening a device or a pipe may have effects."""
    follow = not flags & os.O_NOFOLLOW
    if not stat.S_ISREG(os.stat(name, dir_fd=folder, follow_symlinks=follow).st_mode):
        raise _nothing(name)
    handle = os.open(name, flags, dir_fd=folder)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise _nothing(name)
    return handle


def _decoded(name: str) -> str:
    if any("\ud800" <= char <= "\udfff" for char in name):  # surrogates: Python's form of bytes that aren't UTF-8
        with suppress(UnicodeError):
            return os.fsencode(name).decode("cp932")
    return name


def _parts(folder: Path, ref: str) -> tuple[str, ...]:
    path = PurePosixPath(ref)
    here = unicodedata.normalize("NFC", str(folder.absolute()))
    parts = path.relative_to(here).parts if path.is_relative_to(here) else path.parts
    if parts and (parts[0].startswith("/") or parts[0] == "~"):
        parts = parts[1:]
    if not parts or ".." in parts:
        raise _nothing(ref)
    return parts


def _name_on_disk(folder: int | str, name: str) -> str:
    """The name in *folder* of the file that a journal keeps as *name*.

    A file from another system may have its name in other characters: a が in two, a compatibility ideograph, or bytes
    of Shift-JIS.
    """
    try:
        if isinstance(folder, int):
            os.stat(name, dir_fd=folder, follow_symlinks=False)
        else:
            os.lstat(os.path.join(folder, name))  # noqa: PTH118
    except FileNotFoundError:
        if name.isascii():
            raise
        same = [each for each in _names_in(folder) if as_kept(each) == name.strip()]
        if not same:
            raise
        return same[0]
    return name


def _names_in(folder: int | str) -> list[str]:
    handle = os.open(".", _LIST, dir_fd=folder) if isinstance(folder, int) else os.open(folder, _LIST)
    try:
        with os.scandir(handle) as found:
            return sorted(each.name for each in islice(found, _MOST_NAMES))
    finally:
        os.close(handle)


def _path_on_disk(path: Path) -> Path:
    at = Path(path.anchor) if path.is_absolute() else Path()
    for name in path.parts[1:] if path.is_absolute() else path.parts:
        at /= _name_on_disk(str(at), name)
    return at


def _nothing(name: str) -> OSError:
    return FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), name)
