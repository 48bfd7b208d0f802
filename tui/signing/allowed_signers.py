"""Which keys may sign for whom: an ``allowed_signers`` file (ssh-keygen(1), ALLOWED SIGNERS)."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Final

from tui.errors import SigningError
from tui.record import record
from tui.signing.public_key import PublicKey, read_line
from tui.signing.signer_options import OptionError, SignerOptions, read_options
from tui.text.clean import neutralise

_LINE: Final = re.compile(r'(?:"([^"]+)"|([^\s"]+))[ \t]+(.+)')
_OPTIONS: Final = re.compile(r'((?:[^\s"]|"(?:[^"\\]|\\"|\\(?!"))*")+)[ \t]+(.+)')


@record
class SignerLine:
    """One line: who may sign, how far, with which key.

    Args:
        number: its number in the file, from 1.
        principals: patterns of identities, as written.
        options: the limits within which the key is allowed.
        key: the key.
    """

    number: int
    principals: str
    options: SignerOptions
    key: PublicKey

    def is_about(self, key: PublicKey) -> bool:
        """Whether the line names this key, or the authority that certified it."""
        if self.options.is_authority:
            return key.authority == self.key.plain
        return key.blob == self.key.blob


@record
class SignersFile:
    """A file that was read; later checks use this content, even if the file changes meanwhile.

    Args:
        path: where it was read.
        content: its bytes.
        lines: its lines, without comments and empty ones.
    """

    path: Path
    content: bytes
    lines: tuple[SignerLine, ...]

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the file in hexadecimal, as ``sha256sum`` prints it: what a report shows as its root of trust."""
        return hashlib.sha256(self.content).hexdigest()


def read_signers(path: Path) -> SignersFile:
    """Read the file at *path*.

    Raises:
        SigningError: the file or one of its lines can't be read. One bad line makes the whole file useless, since
            nobody can know whom that line was meant to allow or to exclude.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise SigningError("signing.signers_unreadable", file=path, why=error.strerror) from error
    return parse_signers(content, path)


def parse_signers(content: bytes, path: Path) -> SignersFile:
    """The signers of *content*, which was read at *path*.

    Raises:
        SigningError: a line can't be read.
    """
    lines = []
    for number, raw in enumerate(content.split(b"\n"), 1):
        stripped = raw.strip(b" \t\r")
        if stripped and not stripped.startswith(b"#"):
            lines.append(_line(number, stripped, path))
    return SignersFile(path, content, tuple(lines))


def _line(number: int, raw: bytes, path: Path) -> SignerLine:
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        raise SigningError("signing.line_characters", file=path, line=number) from error
    if neutralise(text) != text:
        raise SigningError("signing.line_characters", file=path, line=number)
    parts = _LINE.fullmatch(text)
    if parts is None:
        raise SigningError("signing.line_short", file=path, line=number)
    try:
        options, key = _options_and_key(parts[3])
    except OptionError as error:
        raise SigningError(error.key, file=path, line=number, option=error.option) from error
    except SigningError as error:
        raise SigningError("signing.line_key", file=path, line=number) from error
    return SignerLine(number, parts[1] or parts[2], options, key)


def _options_and_key(text: str) -> tuple[SignerOptions, PublicKey]:
    """The part of a line after the principals: a key, or options and a key.

    Raises:
        OptionError: the options can't be read.
        SigningError: there is no key.
    """
    try:
        return SignerOptions(), read_line(text)
    except SigningError:
        parts = _OPTIONS.fullmatch(text)
        if parts is None:
            raise
    # The key is read before the options: else "ssh-ed25519 AAAAbroken" would be reported as an unknown option.
    key = read_line(parts[2])
    return read_options(parts[1]), key
