"""Signing with ``ssh-keygen -Y sign`` (ssh-keygen(1)): key files, agents, forwarded agents, certificates, FIDO keys."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from signal import SIGINT
from typing import Final

from tui.errors import SigningError
from tui.signing.argument import safe_path, safe_word
from tui.signing.container import read_signature
from tui.signing.conversation import converse, to_terminal
from tui.signing.public_key import PublicKey
from tui.signing.unnamed_file import UnnamedFiles

KEYGEN: Final = "ssh-keygen"
_SAID: Final = (
    ("agent refused operation", "signing.agent_refused"),
    ("incorrect passphrase", "signing.wrong_passphrase"),
    ("too open", "signing.key_exposed"),
    ("No private key found", "signing.agent_without_key"),
)
"""What ssh-keygen says (OpenSSH 9.2) and the message that tells how to mend it.

The message about a missing private key comes last, since ssh-keygen also prints it after one of the other problems.
"""


def find_keygen(program: str = KEYGEN) -> str | None:
    """The full path of ``ssh-keygen`` on this machine, or None."""
    from shutil import which  # a start signs nothing

    return which(program)


def keygen_stamp(program: str | None) -> str:
    """A text that changes when ``ssh-keygen`` is updated: the new one may read keys that the old one couldn't."""
    if program is None:
        return ""
    try:
        status = Path(program).stat()
    except OSError:
        return program
    return f"{program} {status.st_size} {status.st_mtime_ns}"


def sign(
    text: bytes,
    key: Path | PublicKey,
    namespace: str,
    *,
    tell: Callable[[str], None] | None = None,
    program: str = KEYGEN,
) -> str:
    """The armoured signature of *text*.

    A passphrase or PIN is asked for by ``ssh-keygen`` itself, on the terminal of this process, so a screen that
    draws on it has to step aside meanwhile.

    Args:
        text: what is signed, byte for byte.
        key: the file of a private key, or of a public key or certificate whose private key is in the agent or beside
            it; or a key that only the agent has.
        namespace: what the signature is for.
        tell: gets what ``ssh-keygen`` says while it runs, e.g. that a FIDO key wants to be touched; by default it
            goes to the terminal.
        program: name or path of ``ssh-keygen``.

    Raises:
        SigningError: there is no ``ssh-keygen`` or no such key, or it was refused or cancelled.
    """
    with UnnamedFiles() as files:
        signature = _run(key, namespace, files, (), text, tell, program)
    read_signature(signature)
    return signature


def sign_all(
    texts: Sequence[bytes],
    key: Path | PublicKey,
    namespace: str,
    *,
    tell: Callable[[str], None] | None = None,
    program: str = KEYGEN,
) -> list[str]:
    """The armoured signatures of *texts*, in their order; a passphrase is asked for only once.

    ``ssh-keygen`` signs several texts in one run only as named files. They lie in a folder that nobody else can enter,
    and are removed afterwards.

    Args:
        texts: what is signed.
        key: as for ``sign``.
        namespace: what the signatures are for.
        tell: gets what ``ssh-keygen`` says.
        program: name or path of ``ssh-keygen``.

    Raises:
        SigningError: as for ``sign``.
    """
    if len(texts) < 2:
        return [sign(text, key, namespace, tell=tell, program=program) for text in texts]
    from tempfile import TemporaryDirectory  # a start signs nothing

    try:
        with UnnamedFiles() as files, TemporaryDirectory(prefix="ikusei-") as folder:
            named = [Path(folder, str(number)) for number in range(len(texts))]
            for path, text in zip(named, texts, strict=True):
                path.write_bytes(text)
            _run(key, namespace, files, tuple(map(str, named)), b"", tell, program)
            signatures = [Path(f"{path}.sig").read_text(encoding="ascii", errors="replace") for path in named]
    except OSError as error:
        raise SigningError("signing.keygen_failed", program=program, why=error.strerror) from error
    for each in signatures:
        read_signature(each)
    return signatures


def _run(  # noqa: PLR0917 - what one call of the program takes
    key: Path | PublicKey,
    namespace: str,
    files: UnnamedFiles,
    named: tuple[str, ...],
    text: bytes,
    tell: Callable[[str], None] | None,
    program: str,
) -> str:
    """Let ``ssh-keygen`` sign the files *named*, or *text* where there are none; returns its standard output."""
    found = find_keygen(program)
    if found is None:
        raise SigningError("signing.no_keygen")
    name = key.fingerprint if isinstance(key, PublicKey) else str(key)
    try:
        file = files.hold(f"{key.line}\n".encode()) if isinstance(key, PublicKey) else _readable(key)
        command = [found, "-q", "-Y", "sign", "-n", safe_word(namespace), "-f", file, *named]
        status, output, said = converse(command, files.open(text), files.numbers, tell or to_terminal)
    except OSError as error:
        raise SigningError("signing.keygen_failed", program=found, why=error.strerror) from error
    if status != 0:
        raise _refusal(status, said, name)
    return output


def _readable(key: Path) -> str:
    """The path of a key file as an argument.

    Raises:
        SigningError: it isn't a file that can be read.
    """
    path = safe_path(key)
    if not Path(path).is_file():
        raise SigningError("signing.key_missing", name=path)
    if not os.access(path, os.R_OK):
        raise SigningError("signing.key_unreadable", name=path)
    return path


def _refusal(status: int, said: list[str], name: str) -> SigningError:
    """The error for a failed signature, from the exit status and the lines that ``ssh-keygen`` printed."""
    if status == -SIGINT:
        return SigningError("signing.cancelled")
    for part, message in _SAID:
        if any(part in line for line in said):
            return SigningError(message, name=name)
    return SigningError("signing.refused_to_sign", name=name, why=said[-1] if said else status)
