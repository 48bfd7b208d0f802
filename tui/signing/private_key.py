"""Whether the file of a private key asks for a passphrase: read from its head, without running anything."""

from __future__ import annotations

import base64
import binascii
from pathlib import Path
from typing import Final

_MAGIC: Final = b"openssh-key-v1\0"
_HEAD: Final = 4096
"""Bytes that are enough for the head of any key file."""


def asks_for_passphrase(path: Path) -> bool:
    """Whether signing with the private key of *path*, or beside the public key *path*, asks for a passphrase.

    True where that can't be told: then the screen is left although nothing is asked, which is better than a question
    written over the screen.
    """
    private = path.with_name(path.name.removesuffix(".pub").removesuffix("-cert"))
    try:
        with private.open("rb") as file:
            lines = file.read(_HEAD).splitlines()
    except OSError:
        return True
    if not lines or b"OPENSSH PRIVATE KEY" not in lines[0]:
        # PEM of OpenSSL: encrypted ones say so in their first lines (RFC 1421, RFC 5958).
        return not lines or b"PRIVATE KEY" not in lines[0] or any(b"ENCRYPTED" in line for line in lines[:3])
    try:
        head = base64.b64decode(b"".join(lines[1:3]), validate=True)
    except (binascii.Error, ValueError):
        return True
    # After the magic comes the name of the cipher, with its length before it (PROTOCOL.key of OpenSSH).
    return not head.startswith(_MAGIC + (4).to_bytes(4, "big") + b"none")
