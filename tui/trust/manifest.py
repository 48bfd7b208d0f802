"""The manifest of a trust folder: what the lead signs, as lines that ``sha256sum --check`` can read, too.

.. code-block:: text

    ikusei-trust-1 midori-soc 3
    0f343b0931126a20f133d67c2b018a3b…  allowed_signers
    5891b5b522d5df086d0ff0b110fbd9d2…  roster.toml
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Final, NamedTuple

FORMAT: Final = "ikusei-trust-1"
"""Purpose and version of what is signed."""
NAMESPACE: Final = "ikusei-trust"
"""The namespace for which the lead's key must be allowed."""
MANIFEST: Final = "manifest"
SIGNATURE: Final = "manifest.sig"
ROSTER: Final = "roster.toml"
SIGNERS: Final = "allowed_signers"
REVOKED: Final = "revoked_keys"
NEEDED: Final = (ROSTER, SIGNERS)
"""Names of the files that every trust folder has."""
COVERED: Final = (*NEEDED, REVOKED)
"""Names of the files that the manifest covers; other files in the folder are ignored."""
_GROUP: Final = 4


class ManifestMismatch(NamedTuple):
    """Why a manifest isn't that of the files: message key, and what it names."""

    reason: str
    fields: Mapping[str, object]


def manifest_of(roster: str, version: str, files: Mapping[str, bytes]) -> str:
    """The one manifest of these files.

    Args:
        roster: id of the roster.
        version: its version.
        files: by name, the bytes of the files that it covers.
    """
    lines = [f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files)]
    return f"{FORMAT} {roster} {version}\n{''.join(lines)}"


def difference(written: bytes, manifest: str, files: Mapping[str, bytes]) -> ManifestMismatch | None:
    """How the *written* manifest differs from that of the files; None where they are equal byte for byte.

    Args:
        written: the content of the manifest's file.
        manifest: the manifest computed from the files.
        files: by name, the bytes of the files.
    """
    if written == manifest.encode():
        return None
    said, true = _digests(written.decode("utf-8", "replace")), _digests(manifest)
    only_line_ends = []
    for name in sorted(said.keys() | true.keys()):
        if name not in true:
            return ManifestMismatch("trust.file_missing", {"name": name})
        if name not in said:
            return ManifestMismatch("trust.file_unlisted", {"name": name})
        if said[name] == true[name]:
            continue
        if said[name] not in _with_other_line_ends(files[name]):
            return ManifestMismatch("trust.file_differs", {"name": name})
        only_line_ends.append(name)
    if unix(written) != written:
        only_line_ends.append(MANIFEST)
    if only_line_ends:
        return ManifestMismatch("trust.line_ends", {"names": ", ".join(only_line_ends)})
    return ManifestMismatch("trust.manifest_malformed", {})


def unix(content: bytes) -> bytes:
    """*content* with the line ends of Unix."""
    return content.replace(b"\r\n", b"\n")


def _with_other_line_ends(content: bytes) -> tuple[str, ...]:
    """The digests of *content* as Unix and as Windows would write its lines."""
    lines = unix(content)
    return tuple(hashlib.sha256(each).hexdigest() for each in (lines, lines.replace(b"\n", b"\r\n")))


def fingerprint_of(manifest: str) -> str:
    """SHA-256 in hexadecimal, as ``sha256sum manifest`` prints it."""
    return hashlib.sha256(manifest.encode()).hexdigest()


def short(fingerprint: str) -> str:
    """The beginning of a fingerprint for a screen, ``xxxx-xxxx-xxxx``: enough to notice a change.

    Not enough to trust a stranger: another folder with the same twelve digits can be searched for.
    """
    return "-".join(fingerprint[at : at + _GROUP] for at in range(0, 3 * _GROUP, _GROUP))


def _digests(manifest: str) -> dict[str, str]:
    """By file name, the digest in the lines after the first."""
    parts = (line.partition("  ") for line in manifest.splitlines()[1:])
    return {name: digest for digest, _, name in parts}
