"""Checks of a path: is it a state file, can it be written, and can the locks of its file system be relied on."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Final, NamedTuple

from tui.errors import JournalError
from tui.journal.schema import APPLICATION_ID

_MAGIC: Final = b"SQLite format 3\0"
_HEADER: Final = 100
_APPLICATION_ID_AT: Final = slice(68, 72)
"""Where the application id stands in the header of a SQLite file (sqlite.org/fileformat2.html, 1.3)."""
_CHANGES_AT: Final = slice(24, 28)
"""Where SQLite counts the transactions that have changed the file."""

NETWORKED: Final = frozenset({
    "9p", "afs", "ceph", "cifs", "coda", "davfs", "fuse.ceph", "fuse.davfs2", "fuse.glusterfs", "fuse.rclone",
    "fuse.s3fs", "fuse.sshfs", "glusterfs", "gpfs", "lustre", "ncpfs", "nfs", "nfs4", "smb2", "smb3", "smbfs",
})  # fmt: skip
"""Mount types whose locks can't be relied on: two clients of one file lose commits without an error."""

_NAMES_ANOTHER: Final = bytes.fromhex("d9d505f920a163d7")
"""The last bytes of a rollback journal that names a further file."""

_MOUNTS: Final = Path("/proc/self/mountinfo")


class Version(NamedTuple):
    """What shows whether a state file has changed; time stamps alone are too coarse."""

    device: int
    inode: int
    size: int
    modified: int
    changes: bytes


def version_of(path: Path) -> Version:
    """The version of the state file *path* now.

    Raises:
        JournalError: it is no file, or can't be read.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise JournalError("journal.no_file", path=path)
        with path.open("rb") as file:
            changes = file.read(_HEADER)[_CHANGES_AT]
    except OSError as error:
        raise JournalError("journal.unreadable", path=path) from error
    return Version(status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns, changes)


def check_file(path: Path) -> bool:
    """Whether *path* is a state file with something in it; False for an empty file, which can become one.

    The header is read before SQLite sees the file, so that nothing is done to a file that isn't ours.

    Raises:
        JournalError: there is nothing, it is no file, it can't be read, or another program's file.
    """
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            raise JournalError("journal.no_file", path=path)
        with path.open("rb") as file:
            header = file.read(_HEADER)
    except FileNotFoundError as error:
        raise JournalError("journal.missing", path=path) from error
    except OSError as error:
        raise JournalError("journal.unreadable", path=path) from error
    if not header:
        return False
    if not is_ours(header):
        raise JournalError("journal.not_ours", path=path)
    return True


def is_ours(header: bytes) -> bool:
    """Whether a file that begins with *header* is a state file."""
    return header.startswith(_MAGIC) and header[_APPLICATION_ID_AT] == APPLICATION_ID.to_bytes(4, "big")


def check_beside(path: Path) -> None:
    """Refuse a state file if the rollback journal beside it wasn't left by ikusei.

    SQLite replays such a journal and deletes the further file that its end can name (sqlite.org/fileformat2.html, 3).
    ikusei writes to one file at a time, so a journal of its own never names another.

    Raises:
        JournalError: there is one.
    """
    beside = path.with_name(f"{path.name}-journal")
    try:
        with beside.open("rb") as file:
            file.seek(-len(_NAMES_ANOTHER), os.SEEK_END)
            is_strange = file.read() == _NAMES_ANOTHER
    except OSError:
        return  # there is none, or it is shorter than that
    if is_strange:
        raise JournalError("journal.strange_journal", path=path, beside=beside)


def is_writable(path: Path) -> bool:
    """Whether the file and its folder can be written; the folder too, for SQLite's rollback journal."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK | os.X_OK)


def create_empty(path: Path) -> None:
    """Make an empty file that only its owner reads, and the folders above it; an existing file stays.

    Raises:
        JournalError: that can't be done there.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600))
    except OSError as error:
        raise JournalError("journal.cannot_create", path=path, why=error.strerror or type(error).__name__) from error


def network_type(path: Path) -> str:
    """The mount type where *path* lies on another machine (``nfs4``, ``cifs`` …), else empty."""
    found = mount_type(path, mounts())
    return found if found in NETWORKED else ""


def mounts() -> str:
    """The kernel's table of mounts, or empty where there is none."""
    try:
        return _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ""


def mount_type(path: Path, table: str) -> str:
    """The type of the mount that holds *path*, by ``/proc/self/mountinfo`` (proc(5)); empty where unknown.

    The longest mount point wins; of two at one place the later one, which hides the other.
    """
    best, found = -1, ""
    for line in table.splitlines():
        before, _, after = line.partition(" - ")
        fields = before.split(" ")
        if len(fields) < 5 or not after:
            continue
        point = _plain(fields[4])
        if len(point) >= best and path.is_relative_to(point):
            best, found = len(point), after.split(" ")[0]
    return found


def _plain(point: str) -> str:
    r"""A mount point without escapes: the table writes blanks, tabs, line ends and backslashes as ``\040`` …."""
    for code, char in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        point = point.replace(code, char)
    return point
