"""Reading the first line of a bundle; the error for anything else says what the file is instead."""

from __future__ import annotations

from typing import BinaryIO, Final

from tui.errors import BundleError
from tui.journal.bundle.header import Header, header_of
from tui.journal.bundle.limits import LONGEST_LINE

_STATE_FILE: Final = b"SQLite format 3\0"
_PACKED: Final = {
    b"\x1f\x8b": "gzip",
    b"BZh": "bzip2",
    b"\xfd7zXZ\0": "xz",
    b"\x28\xb5\x2f\xfd": "zstd",
    b"PK\x03\x04": "zip",
    b"7z\xbc\xaf": "7z",
}
_MARKS: Final = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
"""Byte order marks: they show that an editor or a shell has rewritten the file."""


def read_header(stream: BinaryIO) -> Header:
    """The header with which *stream* begins.

    Raises:
        BundleError: there is nothing, or no bundle, or one of another format.
    """
    raw = stream.readline(LONGEST_LINE + 1)
    if not raw:
        raise BundleError("bundle.empty", 1)
    packed = next((name for magic, name in _PACKED.items() if raw.startswith(magic)), None)
    if packed is not None:
        raise BundleError("bundle.packed", 1, packed=packed)
    if raw.startswith(_STATE_FILE):
        raise BundleError("bundle.state_file", 1)
    if raw.startswith(_MARKS) or raw.endswith(b"\r\n"):
        raise BundleError("bundle.rewritten", 1)
    if len(raw) > LONGEST_LINE:
        raise BundleError("bundle.long", 1, limit=LONGEST_LINE)
    if not raw.endswith(b"\n"):
        raise BundleError("bundle.not_one" if b"ikusei-bundle-" not in raw else "bundle.cut_off", 1)
    return header_of(raw)
