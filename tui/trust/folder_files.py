"""Reading the files of a trust folder, each once, so that the bytes that are hashed are those that are used."""

from __future__ import annotations

import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from tui.curriculum.faults import ContentFaults
from tui.errors import TrustError
from tui.record import record
from tui.signing.allowed_signers import SignersFile, parse_signers
from tui.signing.revoked import RevokedFile, parse_revoked
from tui.trust.decode_roster import read_roster
from tui.trust.manifest import COVERED, MANIFEST, NEEDED, REVOKED, ROSTER, SIGNATURE, SIGNERS, manifest_of
from tui.trust.roster import Roster

LARGEST: Final = 2 * 1024 * 1024
"""Bytes of the largest file that is read."""


@record
class FolderFiles:
    """The files of a folder.

    Args:
        roster: who mentors whom.
        signers: which keys may sign for whom.
        revoked: which keys count no more; None: no such file.
        manifest: the manifest computed from these files.
        written: the content of the manifest's file, or None.
        signature: the content of the signature's file, or None.
        contents: by name, the bytes of the files that the manifest covers.
    """

    roster: Roster
    signers: SignersFile
    revoked: RevokedFile | None
    manifest: str
    written: bytes | None
    signature: str | None
    contents: Mapping[str, bytes]


def read_files(folder: Path) -> FolderFiles:
    """Read the files of *folder*.

    Raises:
        TrustError: a file is missing, can't be read, or changes meanwhile.
        ContentFaults: the roster has faults.
        SigningError: the file of signers or of revoked keys can't be read.
    """
    found = {name: content for name in COVERED if (content := read_bounded(folder / name)) is not None}
    for name in NEEDED:
        if name not in found:
            raise TrustError("trust.file_needed", name=name, folder=folder)
    roster = _roster(folder / ROSTER, found[ROSTER])
    signature = read_bounded(folder / SIGNATURE)
    return FolderFiles(
        roster=roster,
        signers=parse_signers(found[SIGNERS], folder / SIGNERS),
        revoked=parse_revoked(found[REVOKED], folder / REVOKED) if REVOKED in found else None,
        manifest=manifest_of(roster.id, roster.version, found),
        written=read_bounded(folder / MANIFEST),
        signature=None if signature is None else signature.decode("utf-8", "replace"),
        contents=found,
    )


def _roster(path: Path, content: bytes) -> Roster:
    roster, findings = read_roster(path)
    if findings.is_faulty:
        raise ContentFaults(findings.errors())
    # ``read_roster`` has read the file a second time. What was hashed must be what was decoded.
    if roster is None or findings.text != content.decode("utf-8-sig", "replace").replace("\r\n", "\n"):
        raise TrustError("trust.changing", name=path.name)
    return roster


def read_bounded(path: Path) -> bytes | None:
    """The bytes of *path*, or None where there is no such file.

    Raises:
        TrustError: it can't be read, is no ordinary file, or is far too large.
    """
    try:
        # Checked before opening: opening a pipe would wait for ever.
        if not stat.S_ISREG(path.stat().st_mode):
            raise TrustError("trust.no_file", file=path)
        with path.open("rb") as stream:
            content = stream.read(LARGEST + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise TrustError("trust.unreadable", file=path, why=error.strerror or type(error).__name__) from error
    if len(content) > LARGEST:
        raise TrustError("trust.no_file", file=path)
    return content
