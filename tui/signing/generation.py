"""What the installed ``ssh-keygen`` can read: each generation of OpenSSH knows other types of keys."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import Final

from tui.errors import SigningError
from tui.signing.keygen import keygen_stamp
from tui.signing.public_key import PublicKey, read_blob
from tui.signing.revoked import RevokedFile, RevokedLine
from tui.signing.unnamed_file import UnnamedFiles

_UNKNOWN_TYPE: Final = "unknown or unsupported key type"
_AUTHORITY: Final = "invalid certificate signing key"
"""What it says about a certificate whose authority it can't read: damaged, or of a type that it doesn't know."""
_EVERYWHERE: Final = frozenset(
    {"ssh-ed25519", "ssh-rsa", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521"}
)
"""Types that every OpenSSH with ``-Y sign`` knows (8.0 and newer)."""
_GIVEN_UP: Final = frozenset({"ssh-dss"})
"""Types that older generations know and newer ones don't (OpenSSH 10.0)."""
_LISTED: Final = re.compile(r"\d+ SHA256:\S+ (\d+) \(.+\)")


def unknown_type(key: PublicKey, said: str) -> str:
    """The type of the key, or of its authority, that ``ssh-keygen`` doesn't know; empty where that wasn't the reason.

    Args:
        key: the key that the signature names.
        said: what ``ssh-keygen`` said when it refused.
    """
    if _UNKNOWN_TYPE in said and key.key_type not in _EVERYWHERE:
        return key.key_type
    if _AUTHORITY in said and key.authority is not None:
        try:
            authority = read_blob(key.authority).key_type
        except SigningError:
            return ""
        return "" if authority in _EVERYWHERE else authority
    return ""


def is_given_up(key_type: str) -> bool:
    """Whether newer generations of OpenSSH, not older ones, don't know keys of this type."""
    return key_type in _GIVEN_UP


def unreadable_lines(revoked: RevokedFile, program: str) -> tuple[RevokedLine, ...]:
    """The lines of a plain list that ``ssh-keygen`` can't read, so that it would refuse every signature.

    Raises:
        SigningError: ``ssh-keygen`` can't be run.
    """
    if not revoked.lines:
        return ()
    # Each key gets its line number as its comment: ``-l`` prints the comments of the keys that it can read.
    known = _listed("".join(_line(each) for each in revoked.lines), program, keygen_stamp(program))
    return tuple(each for each in revoked.lines if each.number not in known)


def readable_part(revoked: RevokedFile | None, program: str) -> bytes | None:
    """The part of a file of revoked keys for ``ssh-keygen``; lines that it can't read are checked by ``holds`` alone.

    Raises:
        SigningError: ``ssh-keygen`` can't be run.
    """
    if revoked is None:
        return None
    left_out = {each.number for each in unreadable_lines(revoked, program)}
    if not left_out:
        return revoked.content
    return "".join(_line(each) for each in revoked.lines if each.number not in left_out).encode() or None


def can_read_krl(krl: bytes, key: PublicKey, program: str) -> bool:
    """Whether ``ssh-keygen`` can read a KRL at all: it can't if that is damaged, or names an authority of a newer type.

    Raises:
        SigningError: ``ssh-keygen`` can't be run.
    """
    with UnnamedFiles() as files:
        answer = _answer(files, [program, "-Q", "-f", files.hold(krl), files.hold(f"{key.line}\n".encode())])
    return answer.endswith((": ok", ": REVOKED"))


def _line(each: RevokedLine) -> str:
    return f"{replace(each.key, comment=str(each.number)).line}\n"


@lru_cache(maxsize=8)
def _listed(lines: str, program: str, _stamp: str) -> frozenset[int]:
    """The numbers of the lines that ``ssh-keygen -l`` lists; *_stamp* makes the cache ask an updated program anew."""
    with UnnamedFiles() as files:
        answer = _answer(files, [program, "-l", "-E", "sha256", "-f", files.hold(lines.encode())])
    return frozenset(int(found[1]) for line in answer.splitlines() if (found := _LISTED.fullmatch(line)))


def _answer(files: UnnamedFiles, command: list[str]) -> str:
    from subprocess import DEVNULL, PIPE, run  # a start pays for no subprocess

    try:
        done = run(command, stdin=DEVNULL, stdout=PIPE, stderr=DEVNULL, pass_fds=files.numbers, check=False)
    except OSError as error:
        raise SigningError("signing.keygen_failed", program=command[0], why=error.strerror) from error
    return done.stdout.decode("utf-8", "replace").rstrip()
