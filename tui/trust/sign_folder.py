"""Signing a trust folder with the lead's key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from tui.errors import TrustError
from tui.files import write_over
from tui.signing.keygen import KEYGEN, sign
from tui.trust.folder import TrustFolder
from tui.trust.folder_files import read_files
from tui.trust.folder_state import FolderKind
from tui.trust.lead_signature import judge
from tui.trust.manifest import MANIFEST, NAMESPACE, SIGNATURE
from tui.trust.newest import against_newest


def sign_folder(
    path: Path,
    key: Path,
    *,
    now: datetime | None = None,
    tell: Callable[[str], None] | None = None,
    newest: TrustFolder | None = None,
    program: str = KEYGEN,
) -> TrustFolder:
    """Write the manifest of the folder at *path* and its signature.

    Nothing is written that readers would find INVALID: a key that the folder doesn't name as its lead's is refused.

    Args:
        path: the folder.
        key: what to sign with, as for ``tui.signing.keygen.sign``.
        now: the present moment; left out, what the clock says.
        tell: gets what ``ssh-keygen`` says; by default it goes to the terminal.
        newest: the newest folder that the lead has seen. A changed folder must have a newer version than this one, or
            readers would take it for an older one; else it is refused.
        program: name or path of ``ssh-keygen``.

    Returns:
        the signed folder, as a reader who has pinned no key sees it.

    Raises:
        TrustError: a file is missing, or can't be read or written; or the signature would be INVALID.
        ContentFaults: the roster has faults.
        SigningError: a file of keys can't be read, or the key can't sign.
    """
    files = read_files(path)
    armoured = sign(files.manifest.encode(), key, NAMESPACE, tell=tell, program=program)
    signed = replace(files, written=files.manifest.encode(), signature=armoured)
    state = judge(signed, "", now or datetime.now(UTC), program)
    if state.kind is not FolderKind.UNPINNED:
        raise TrustError(state.reason, **state.fields)
    if newest is not None and newest.lead == state.key:
        as_pinned = replace(state, kind=FolderKind.SIGNED)
        read = TrustFolder(path, as_pinned, manifest=files.manifest, found=files.roster, lead=state.key)
        refused = against_newest(read, newest)
        if refused is not None:
            raise TrustError(refused.reason, **refused.fields)
    # The signature last: until it is written readers find the folder INVALID, never signed with other content.
    _write(path / MANIFEST, files.manifest)
    _write(path / SIGNATURE, armoured)
    return TrustFolder.open(path, now=now, program=program)


def _write(path: Path, text: str) -> None:
    """Replace the file *path* by *text*, whole or not at all."""
    try:
        write_over(path, text)
    except OSError as error:
        raise TrustError("trust.unwritable", file=path, why=error.strerror or type(error).__name__) from error
