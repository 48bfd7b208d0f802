"""The keys that the user can sign with: those in ``~/.ssh`` and those in the agent (ssh-add(1))."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tui.errors import SigningError
from tui.record import record
from tui.signing.public_key import PublicKey, read_line

_ADD: Final = "ssh-add"
_PATIENCE: Final = 5
"""Seconds to wait for the agent: a forwarded agent whose connection hangs never answers."""
_LARGEST: Final = 65_536
"""Bytes of the largest file that is read as a key."""


@record
class SigningKey:
    """A key to sign with.

    Args:
        key: the key, with its type, comment and fingerprint.
        path: the file of the public key or certificate, or None where only the agent has it.
        is_in_agent: whether the agent holds it.
    """

    key: PublicKey
    path: Path | None
    is_in_agent: bool

    @property
    def handle(self) -> Path | PublicKey:
        """What ``sign`` takes for it."""
        return self.key if self.path is None else self.path


def signing_keys(folder: Path, program: str = _ADD) -> list[SigningKey]:
    """The keys of *folder* (usually ``~/.ssh``), by name, then those that only the agent holds, in its order.

    A public key whose private key is neither beside it nor in the agent can't sign and isn't listed.
    """
    held = {key.blob: key for key in agent_keys(program)}
    found = [
        SigningKey(key, path, key.blob in held)
        for path, key in _files(folder)
        if key.blob in held or _has_private(path)
    ]
    listed = {each.key.blob for each in found}
    return found + [SigningKey(key, None, is_in_agent=True) for blob, key in held.items() if blob not in listed]


def agent_keys(program: str = _ADD) -> list[PublicKey]:
    """What the agent of this session holds, forwarded agents included; nothing where there is none."""
    from shutil import which  # a start asks no agent
    from subprocess import DEVNULL, TimeoutExpired, run  # nor does it start a program

    found = which(program)
    if found is None or not os.environ.get("SSH_AUTH_SOCK"):
        return []
    try:
        done = run([found, "-L"], stdin=DEVNULL, capture_output=True, timeout=_PATIENCE, check=False)
    except (OSError, TimeoutExpired):
        return []
    # ssh-add fails where there is no agent, or no key in it.
    lines = done.stdout.decode("utf-8", "replace").splitlines() if done.returncode == 0 else []
    return list(_keys(lines))


def _files(folder: Path) -> Iterator[tuple[Path, PublicKey]]:
    for path in sorted(folder.glob("*.pub")):
        try:
            # Checked before reading: a user's folder may hold anything, and reading a pipe would wait for ever.
            if not path.is_file() or path.stat().st_size > _LARGEST:
                continue
            text = path.read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue
        key = next(_keys(text.splitlines()), None)
        if key is not None:
            yield path, key


def _keys(lines: list[str]) -> Iterator[PublicKey]:
    """The keys of *lines*; other lines are skipped."""
    for line in lines:
        try:
            yield read_line(line)
        except SigningError:
            continue


def _has_private(path: Path) -> bool:
    """Whether the private key lies beside *path*: ``id`` for ``id.pub`` and for the certificate ``id-cert.pub``."""
    bare = path.with_suffix("")
    return bare.is_file() or bare.with_name(bare.name.removesuffix("-cert")).is_file()
