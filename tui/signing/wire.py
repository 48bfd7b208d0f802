"""The SSH wire format, as far as keys and signatures need it (RFC 4251, section 5), and strict base64."""

from __future__ import annotations

import base64
import struct
from typing import Final

_LENGTH: Final = struct.Struct(">I")


class WireError(ValueError):
    """Bytes are too few, too many, or malformed; the caller's error says what they were part of."""


class Reader:
    """Reads the parts of *data* one after the other.

    Args:
        data: bytes in the wire format.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def take(self, count: int) -> bytes:
        """The next *count* bytes.

        Raises:
            WireError: fewer are left.
        """
        end = self._at + count
        if end > len(self._data):
            raise WireError("cut off")
        taken, self._at = self._data[self._at : end], end
        return taken

    def number(self) -> int:
        """An unsigned number of four bytes.

        Raises:
            WireError: fewer than four bytes are left.
        """
        value: int = _LENGTH.unpack(self.take(_LENGTH.size))[0]
        return value

    def string(self) -> bytes:
        """Bytes with their length, four bytes, in front.

        Raises:
            WireError: fewer are left than their length says.
        """
        return self.take(self.number())

    def word(self) -> str:
        """A name: visible ASCII characters, no blanks, not empty.

        Raises:
            WireError: it isn't one.
        """
        raw = self.string()
        if not raw or not all(0x21 <= byte <= 0x7E for byte in raw):
            raise WireError("no name")
        return raw.decode("ascii")

    def rest(self) -> bytes:
        """All that is left."""
        return self.take(len(self._data) - self._at)

    def finish(self) -> None:
        """Make sure that nothing is left.

        Raises:
            WireError: something is.
        """
        if self._at != len(self._data):
            raise WireError("trailing bytes")


def packed(data: bytes) -> bytes:
    """*data* with its length, four bytes, in front."""
    return _LENGTH.pack(len(data)) + data


def from_base64(text: str) -> bytes:
    """The bytes that *text* encodes; only the one spelling that an encoder writes is accepted.

    Raises:
        WireError: it isn't base64, or is another spelling of the same bytes.
    """
    try:
        decoded = base64.b64decode(text.encode("ascii"), validate=True)
    except ValueError as error:  # also UnicodeEncodeError and binascii.Error
        raise WireError("no base64") from error
    if base64.b64encode(decoded).decode("ascii") != text:
        raise WireError("another spelling of base64")
    return decoded
