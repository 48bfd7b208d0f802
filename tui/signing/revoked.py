"""Revoked keys: a plain list of public keys, one a line, or a KRL (ssh-keygen(1), KEY REVOCATION LISTS)."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from tui.errors import SigningError
from tui.record import record
from tui.signing.public_key import PublicKey, read_line

_KRL: Final = b"SSHKRL\n\0"


@record
class RevokedLine:
    """A line of a plain list.

    Args:
        number: its number in the file, from 1.
        key: the key that counts no more.
    """

    number: int
    key: PublicKey


@record
class RevokedFile:
    """A file of revoked keys that was read.

    Args:
        path: where it was read.
        content: its bytes.
        lines: the lines of a plain list, without comments and empty ones.
        is_krl: whether it is a KRL, which only ``ssh-keygen`` can read.
    """

    path: Path
    content: bytes
    lines: tuple[RevokedLine, ...]
    is_krl: bool

    def holds(self, key: PublicKey) -> bool:
        """Whether the plain list holds *key*, or the authority that certified it."""
        gone = {line.key.plain for line in self.lines}
        return key.plain in gone or key.authority in gone


def read_revoked(path: Path) -> RevokedFile:
    """Read the file at *path*.

    Raises:
        SigningError: it can't be read, or one of its lines can't.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise SigningError("signing.revoked_unreadable", file=path, why=error.strerror) from error
    return parse_revoked(content, path)


def parse_revoked(content: bytes, path: Path) -> RevokedFile:
    """The revoked keys of *content*, which was read at *path*.

    Raises:
        SigningError: a line can't be read.
    """
    if content.startswith(_KRL):
        return RevokedFile(path, content, (), is_krl=True)
    lines = []
    for number, raw in enumerate(content.split(b"\n"), 1):
        stripped = raw.strip(b" \t\r")
        if stripped and not stripped.startswith(b"#"):
            try:
                lines.append(RevokedLine(number, read_line(stripped.decode())))
            except (SigningError, UnicodeDecodeError) as error:
                raise SigningError("signing.line_key", file=path, line=number) from error
    return RevokedFile(path, content, tuple(lines), is_krl=False)
