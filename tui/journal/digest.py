"""The digest beside a backup, as ``sha256sum`` writes it and ``sha256sum -c`` checks it."""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path
from typing import Final

from tui.errors import JournalError
from tui.journal.parts import part_of
from tui.journal.sync import sync

_LINE: Final = re.compile(r"\\?([0-9a-fA-F]{64})[ \t]")
_ESCAPES: Final = {"\\": "\\\\", "\n": "\\n", "\r": "\\r"}


def digest_file(path: Path) -> Path:
    """Where the digest of *path* stands."""
    return path.with_name(f"{path.name}.sha256")


def digest_of(path: Path) -> str:
    """SHA-256 of a file, hexadecimal.

    Raises:
        OSError: it can't be read.
    """
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_digest(path: Path, digest: str) -> None:
    """Write the digest of *path* beside it: whole, or not at all.

    Raises:
        OSError: it can't be written.
    """
    target = digest_file(path)
    part = part_of(target)
    name = "".join(_ESCAPES.get(char, char) for char in path.name)
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            # sha256sum marks a line whose file name is written with escapes by a backslash in front.
            file.write(os.fsencode(f"{'' if name == path.name else chr(92)}{digest}  {name}\n"))
            file.flush()
            os.fsync(file.fileno())
        part.rename(target)
        sync(target.parent)
    finally:
        part.unlink(missing_ok=True)


def check_digest(path: Path) -> bool | None:
    """Whether *path* is what its digest says; None where there is no digest beside it.

    Raises:
        JournalError: one of them can't be read, or what lies beside it is no digest.
    """
    beside = digest_file(path)
    try:
        if not beside.exists():
            return None
        found = _LINE.match(beside.read_text(encoding="utf-8", errors="replace"))
        if found is None:
            raise JournalError("restore.no_digest", path=beside)
        return found[1].lower() == digest_of(path)
    except OSError as error:
        raise JournalError("journal.unreadable", path=error.filename or path) from error
