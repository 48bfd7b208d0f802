"""The container of an SSH signature (OpenSSH ``PROTOCOL.sshsig``)."""

from __future__ import annotations

import hashlib
import re
from typing import Final

from tui.errors import SigningError
from tui.record import record
from tui.signing.public_key import PublicKey, is_known, read_blob
from tui.signing.wire import Reader, WireError, from_base64, packed

_BEGIN: Final = "-----BEGIN SSH SIGNATURE-----"
_END: Final = "-----END SSH SIGNATURE-----"
_BODY: Final = re.compile(r"(?:[A-Za-z0-9+/=]+\n)+")
_MAGIC: Final = b"SSHSIG"
_VERSION: Final = 1
_HASHES: Final = ("sha256", "sha512")
_LONGEST: Final = 65_536
"""Characters of the longest signature that is read. A real one, with a certificate of a long RSA key, has a tenth."""
_RSA: Final = ("rsa-sha2-512", "rsa-sha2-256")
_FIDO: Final = "sk-"
_FIDO_TAIL: Final = 1 + 4
"""Flags and counter behind the signature of a FIDO key (OpenSSH ``PROTOCOL.u2f``)."""


@record
class SshSignature:
    """What a signature says about itself; nothing is checked yet.

    Args:
        key: the key that it names as the signer's.
        namespace: what the signature is for.
        hash_name: the hash of the text: ``sha256`` or ``sha512``.
        algorithm: how the key signed, e.g. ``ssh-ed25519`` or ``rsa-sha2-512``.
        value: the signature proper.
    """

    key: PublicKey
    namespace: str
    hash_name: str
    algorithm: str
    value: bytes

    def signed(self, text: bytes) -> bytes:
        """The bytes that the key signs when *text* is signed for this namespace with this hash."""
        digest = hashlib.new(self.hash_name, text).digest()
        # The reserved field is always signed as empty, whatever the container holds there.
        fields = (self.namespace.encode(), b"", self.hash_name.encode("ascii"), digest)
        return _MAGIC + b"".join(packed(field) for field in fields)


def read_signature(armoured: str) -> SshSignature:
    """What *armoured* holds between its two lines of dashes.

    Stricter than OpenSSH: nothing may follow the last line, and the base64 must be what an encoder writes.

    Raises:
        SigningError: it isn't an SSH signature of version 1 as OpenSSH writes it.
    """
    blob = _unwrapped(armoured)
    try:
        reader = Reader(blob)
        if reader.take(len(_MAGIC)) != _MAGIC:
            raise SigningError("signing.damaged")
        version = reader.number()
        if version != _VERSION:
            raise SigningError("signing.version", version=version)
        key = read_blob(reader.string())
        namespace = reader.word()
        reader.string()  # reserved
        hash_name = reader.word()
        signature = Reader(reader.string())
        reader.finish()
        algorithm, value = signature.word(), signature.string()
        # The signature format of unknown, newer key types is checked by ssh-keygen alone.
        if is_known(key.key_type):
            signature.take(_FIDO_TAIL if algorithm.startswith(_FIDO) else 0)
            signature.finish()
    except WireError as error:
        raise SigningError("signing.damaged") from error
    if hash_name not in _HASHES:
        raise SigningError("signing.hash", name=hash_name)
    if is_known(key.key_type) and algorithm not in _algorithms(key):
        raise SigningError("signing.algorithm", name=algorithm, key_type=key.key_type)
    return SshSignature(key, namespace, hash_name, algorithm, value)


def _unwrapped(armoured: str) -> bytes:
    """The bytes between the lines of dashes.

    Raises:
        SigningError: the lines of dashes, or the bytes between them, are missing.
    """
    text = armoured if armoured.endswith("\n") else f"{armoured}\n"
    body = text.removeprefix(f"{_BEGIN}\n").removesuffix(f"{_END}\n")
    if len(text) > _LONGEST or len(text) - len(body) != len(_BEGIN) + len(_END) + 2:
        raise SigningError("signing.no_armour")
    if not _BODY.fullmatch(body):
        raise SigningError("signing.damaged")
    try:
        return from_base64(body.replace("\n", ""))
    except WireError as error:
        raise SigningError("signing.damaged") from error


def _algorithms(key: PublicKey) -> tuple[str, ...]:
    """How a key of this type may sign."""
    own = Reader(key.plain).word()
    return _RSA if own == "ssh-rsa" else (own,)
