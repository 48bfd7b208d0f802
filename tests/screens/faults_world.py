"""Faults that a state file can have while a screen is open on it. The test begins and ends each, without waiting."""

from __future__ import annotations

import ctypes
import os
import re
import resource
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

HOLDS = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute(sys.argv[2])
connection.execute("SELECT count(*) FROM event").fetchone()
print("held", flush=True)
sys.stdin.readline()
"""
_CAP_DAC_OVERRIDE = 1
_CAPABILITY_VERSION = 0x20080522


@contextmanager
def _held(path: Path, how: str) -> Iterator[None]:
    """Another process holds a lock on the file until the block ends."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDS, str(path), how], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout.readline() == "held\n"
        yield
        process.communicate()


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Another process writes for a long time."""
    with _held(path, "BEGIN EXCLUSIVE"):
        yield


@contextmanager
def being_read(path: Path) -> Iterator[None]:
    """Another process reads for a long time, so that nobody else can write."""
    with _held(path, "BEGIN"):
        yield


@contextmanager
def no_room(_path: Path) -> Iterator[None]:
    """No file may grow, as with a used-up quota."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def read_only_folder(path: Path) -> Iterator[None]:
    """The folder can't be written any more, not even by root."""
    mode = path.parent.stat().st_mode
    path.parent.chmod(0o500)
    try:
        with _obeying_modes():
            yield
    finally:
        path.parent.chmod(mode)


@contextmanager
def removed(path: Path) -> Iterator[None]:
    """Somebody has deleted it; afterwards it is there again."""
    aside = path.with_name("aside")
    path.rename(aside)
    yield
    aside.rename(path)


@contextmanager
def replaced(path: Path) -> Iterator[None]:
    """Somebody has put a backup in its place; afterwards the file is there again."""
    aside = path.with_name("aside")
    shutil.copy(path, aside)
    path.rename(path.with_name("open"))
    aside.rename(path)
    yield
    path.with_name("open").rename(path)


@contextmanager
def emptied(path: Path) -> Iterator[None]:
    """Something has truncated the file to nothing; SQLite doesn't recover when the content is there again."""
    content = path.read_bytes()
    with path.open("r+b") as file:
        file.truncate(0)
    yield
    path.write_bytes(content)


@contextmanager
def overwritten(path: Path) -> Iterator[None]:
    """Something has written noise over it; afterwards its content is there again."""
    content = path.read_bytes()
    with path.open("r+b") as file:
        file.write(b"\xa5" * len(content))
    yield
    path.write_bytes(content)


FAULTS = {
    "locked": (locked, "ほかのプロセスが使用中"),
    "being read": (being_read, "ほかのプロセスが使用中"),
    "no room": (no_room, "ディスクに書けません"),
    "read-only folder": (read_only_folder, ""),
    "removed": (removed, "消されたか置き換えられました"),
    "replaced": (replaced, "消されたか置き換えられました"),
    "emptied": (emptied, ""),
    "overwritten": (overwritten, ""),
}
"""By name of a fault, its context manager, and the words with which the screen has to name it; empty: they vary."""
JAPANESE_ANYWAY = re.compile(r"佐藤 花|(深夜帯|日次|IDS )\S*|“独力で”|L 日本語")
"""Japanese text that an English screen may show: typed text, the document's wording, the key for Japanese."""
UNREADABLE = ("locked", "emptied", "overwritten")
"""Faults in which the file can't be read, either."""


@contextmanager
def _obeying_modes() -> Iterator[None]:
    """Make file permissions apply to root, too, by dropping that capability of this thread."""
    if os.geteuid() != 0:
        yield
        return
    before = _capabilities()
    _set_capabilities([before[0] & ~(1 << _CAP_DAC_OVERRIDE), *before[1:]])
    try:
        yield
    finally:
        _set_capabilities(before)


def _capabilities() -> list[int]:
    data = (ctypes.c_uint32 * 6)()
    _system("capget", data)
    return list(data)


def _set_capabilities(values: list[int]) -> None:
    _system("capset", (ctypes.c_uint32 * 6)(*values))


def _system(call: str, data: ctypes.Array[ctypes.c_uint32]) -> None:
    head = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION, 0)
    if getattr(ctypes.CDLL(None, use_errno=True), call)(head, data) != 0:
        raise OSError(ctypes.get_errno(), call)


def has_japanese(text: str) -> bool:
    """Whether words of the program stand there in Japanese."""
    return any("\u3040" <= each <= "\u30ff" for each in JAPANESE_ANYWAY.sub("", text))


def value_in(path: Path, key: str) -> str:
    """What another program reads among the values of the file that never travel."""
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        found = connection.execute("SELECT value FROM local WHERE key LIKE ?", (key,)).fetchone()
        return found[0] if found else ""
    finally:
        connection.close()
