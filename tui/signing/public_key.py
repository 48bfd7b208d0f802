"""A public SSH key: its type, its bytes, its fingerprint (RFC 4253, section 6.6; OpenSSH ``PROTOCOL.certkeys``)."""

from __future__ import annotations

import base64
import hashlib
from contextlib import suppress
from typing import Final

from tui.errors import SigningError
from tui.record import record
from tui.signing.wire import Reader, WireError, from_base64, packed
from tui.text.clean import one_line

_VENDOR: Final = "-cert-v01@openssh.com"
_CERTIFICATES: Final = (_VENDOR, "-cert")
"""How the types of certificates end; those that came with OpenSSH 10.6 name neither version nor vendor."""
_STRINGS: Final = {
    "ssh-ed25519": 1,
    "ssh-rsa": 2,
    "ssh-dss": 4,
    "ecdsa-sha2-nistp256": 2,
    "ecdsa-sha2-nistp384": 2,
    "ecdsa-sha2-nistp521": 2,
    "sk-ssh-ed25519@openssh.com": 2,
    "sk-ecdsa-sha2-nistp256@openssh.com": 3,
    "ssh-mldsa44-ed25519": 1,
}
"""How many strings follow the name in a key of each type."""
_MOST_STRINGS: Final = 8
_KINDS: Final = (1, 2)
"""Kinds of a certificate: for a user, for a host."""


@record
class PublicKey:
    """A public key or a certificate.

    Args:
        key_type: its name as it stands in a key file, e.g. ``ssh-ed25519``.
        blob: the whole of it in the wire format.
        plain: the key alone in the wire format: *blob* without what makes it a certificate.
        authority: of a certificate, the key that signed it, in the wire format; else None.
        comment: the comment in the key file, one line.
    """

    key_type: str
    blob: bytes
    plain: bytes
    authority: bytes | None = None
    comment: str = ""

    @property
    def fingerprint(self) -> str:
        """``SHA256:…`` as ``ssh-keygen -lf`` prints it; of a certificate that of its key."""
        digest = hashlib.sha256(self.plain).digest()
        return f"SHA256:{base64.b64encode(digest).decode('ascii').rstrip('=')}"

    @property
    def is_unread_certificate(self) -> bool:
        """Whether it is a certificate of a type so new that nothing but its name could be read."""
        return self.authority is None and self.key_type.endswith(_CERTIFICATES)

    @property
    def line(self) -> str:
        """The line of a key file."""
        return f"{self.key_type} {base64.b64encode(self.blob).decode('ascii')} {self.comment}".rstrip()


def read_blob(blob: bytes, comment: str = "") -> PublicKey:
    """The key that *blob* holds; where its type is unknown to this program, only the name is read.

    Raises:
        SigningError: it isn't a public key.
    """
    try:
        reader = Reader(blob)
        key_type = reader.word()
        if key_type.endswith(_CERTIFICATES):
            plain, authority = _certificate(key_type, reader.rest())
            return PublicKey(key_type, blob, plain or blob, authority, comment)
        for _ in range(_STRINGS.get(key_type, 0)):
            reader.string()
        if key_type in _STRINGS:
            reader.finish()
    except WireError as error:
        raise SigningError("signing.no_key") from error
    return PublicKey(key_type, blob, blob, None, comment)


def read_line(line: str) -> PublicKey:
    """The key of a line ``type base64 [comment]``.

    Raises:
        SigningError: it isn't a public key.
    """
    parts = line.split(None, 2)
    try:
        key = read_blob(from_base64(parts[1] if len(parts) > 1 else ""), one_line("".join(parts[2:])))
    except WireError as error:
        raise SigningError("signing.no_key") from error
    if key.key_type != parts[0]:
        raise SigningError("signing.no_key")
    return key


def plain_type(key_type: str) -> str:
    """The type of the key that a certificate of *key_type* is for; for a plain key its own type."""
    suffix = next((each for each in _CERTIFICATES if key_type.endswith(each)), "")
    base = key_type.removesuffix(suffix)
    return f"{base}@openssh.com" if suffix == _VENDOR and base.startswith("sk-") else base


def is_known(key_type: str) -> bool:
    """Whether this program can read keys of this type, and not only their name."""
    return plain_type(key_type) in _STRINGS


def _certificate(key_type: str, data: bytes) -> tuple[bytes, bytes | None]:
    """The key and the authority of a certificate; neither where the type of the key is unknown to this program.

    Raises:
        WireError: it isn't one.
    """
    plain = plain_type(key_type)
    if plain in _STRINGS:
        return _certified(plain, _STRINGS[plain], data)
    # It isn't known how many strings such a key has. But the format of everything after them is, so mostly only one
    # number of strings fits.
    found = []
    for count in range(1, _MOST_STRINGS + 1):
        with suppress(WireError):
            found.append(_certified(plain, count, data))
    return found[0] if len(found) == 1 else (b"", None)


def _certified(plain: str, count: int, data: bytes) -> tuple[bytes, bytes]:
    """The key, made of *count* strings, and the authority of a certificate.

    Raises:
        WireError: it isn't one.
    """
    reader = Reader(data)
    reader.string()  # a nonce
    fields = [reader.string() for _ in range(count)]
    reader.take(8)  # serial number
    if reader.number() not in _KINDS:
        raise WireError("neither a user's nor a host's")
    reader.string(), reader.string()  # key id, principals
    reader.take(8 + 8)  # valid from, until
    reader.string(), reader.string(), reader.string()  # critical options, extensions, reserved
    authority = reader.string()
    Reader(authority).word()
    reader.string()  # the authority's signature
    reader.finish()
    return packed(plain.encode("ascii")) + b"".join(packed(field) for field in fields), authority
