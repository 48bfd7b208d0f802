"""The newest valid trust folder that a reader has seen, kept beside their own state file.

A signature of the lead says that a folder was once right, not that it still is. So a copy of the newest one is kept: an
older folder that is put back is noticed, and where the folder can't be used, the copy is used instead.

The copy is a trust folder like any other, ``trust-seen/PLACE/FINGERPRINT/``, and its signature is checked each time,
too.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Final

from tui.errors import TrustError
from tui.signing.keygen import KEYGEN
from tui.trust.folder import TrustFolder
from tui.trust.folder_files import read_bounded
from tui.trust.folder_state import FolderKind, FolderState
from tui.trust.manifest import COVERED, MANIFEST, SIGNATURE
from tui.trust.version import is_newer, is_same

SEEN_FOLDER: Final = "trust-seen"
_DIGITS: Final = 16
_BEGUN: Final = ".begun-"
_MOST: Final = 4
"""How many copies are read; there is more than one only where a removal was interrupted."""


def place_of(own: Path, folder: Path, lead: str) -> Path:
    """Where copies of the trust folder at *folder* are kept, for a reader who has pinned *lead*.

    The name is made from the folder's path, not from the roster's id, which anybody who can write into the folder could
    change. It is also made from the pinned key, so that a reader who pins another key starts without a copy.

    Args:
        own: the reader's own state file.
        folder: the trust folder.
        lead: fingerprint of the pinned key, or empty.
    """
    # Not resolve(): others may be able to change where a link leads.
    about = f"{os.path.abspath(folder)}\0{lead}"  # noqa: PTH100
    return own.with_name(SEEN_FOLDER) / hashlib.sha256(os.fsencode(about)).hexdigest()[:_DIGITS]


def counting(
    present: TrustFolder, place: Path, *, now: datetime | None = None, program: str | None = KEYGEN
) -> TrustFolder:
    """The trust folder to use: *present*, or the newest valid one that was seen before.

    Args:
        present: the folder as it lies there.
        place: where copies of it are kept; *present* is kept there where it is the newest.
        now: the present moment; left out, what the clock says.
        program: name or path of ``ssh-keygen``; None: don't use it.

    Returns:
        *present*; or the copy, with *present* as its ``present`` and the reason in its state; or, where nothing is
        kept, *present* with a state that says why it doesn't count.
    """
    if present.state.kind is FolderKind.NONE:
        return present
    copies = list(_copies(place))
    if present.state.is_usable and [copy.name for copy in copies] == [present.fingerprint]:
        return present
    kept = _newest(TrustFolder.open(copy, present.lead, now=now, program=program) for copy in copies)
    if present.state.is_usable:
        against = against_newest(present, kept)
        if against is None:
            _keep(present, place, program)
            return present
        present = replace(present, state=against)
    return present if kept is None else replace(kept, path=present.path, present=present)


def against_newest(present: TrustFolder, newest: TrustFolder | None) -> FolderState | None:
    """Why a signed folder can't be used, compared with the newest that was seen; None where it can.

    Without a pinned lead this is always None: anybody could have signed the folder that was seen before.
    """
    if newest is None or present.state.kind is not FolderKind.SIGNED or present.fingerprint == newest.fingerprint:
        return None
    one, other = present.found, newest.found
    assert one is not None  # both were read
    assert other is not None
    about = {"version": one.version, "newest": other.version}
    if one.id != other.id:
        return FolderState(FolderKind.INVALID, "trust.other_roster", {"id": one.id, "seen": other.id})
    if is_same(one.version, other.version):
        return FolderState(FolderKind.INVALID, "trust.same_version", about)
    if is_newer(one.version, other.version):
        return None
    return FolderState(FolderKind.INVALID, "trust.older", about)


def newest_seen(place: Path, lead: str, *, program: str | None = KEYGEN) -> TrustFolder | None:
    """The newest valid folder that is kept in *place*, or None."""
    return _newest(TrustFolder.open(copy, lead, program=program) for copy in _copies(place))


def forget(place: Path) -> None:
    """Remove the copies in *place*, so that the next folder is accepted as the first one.

    Raises:
        TrustError: it can't be removed.
    """
    try:
        shutil.rmtree(place)
    except FileNotFoundError:
        return
    except OSError as error:
        raise TrustError("trust.unwritable", file=place, why=error.strerror or type(error).__name__) from error


def _copies(place: Path) -> Iterator[Path]:
    try:
        found = sorted(each for each in place.iterdir() if not each.name.startswith(_BEGUN))
    except OSError:
        return
    yield from found[:_MOST]


def _newest(copies: Iterator[TrustFolder]) -> TrustFolder | None:
    newest: TrustFolder | None = None
    for copy in copies:
        if not copy.state.is_usable or copy.found is None or copy.path.name != copy.fingerprint:
            continue
        if newest is None or newest.found is None or is_newer(copy.found.version, newest.found.version):
            newest = copy
    return newest


def _keep(folder: TrustFolder, place: Path, program: str | None) -> None:
    """Keep a copy of *folder* and no other; if it can't be written, the next read of the folder tries again."""
    begun, copy = place / f"{_BEGUN}{os.getpid()}", place / folder.fingerprint
    with suppress(OSError, TrustError):
        if not copy.exists():
            begun.mkdir(mode=0o700, parents=True)
            _write_copy(folder.path, begun)
            # The folder may have changed since it was checked, so the copy is compared with what was checked.
            read = TrustFolder.open(begun, folder.lead, program=program)
            if read.fingerprint != folder.fingerprint or not read.state.is_usable:
                shutil.rmtree(begun)
                return
            begun.rename(copy)
        for other in place.iterdir():
            if other != copy:
                shutil.rmtree(other)


def _write_copy(folder: Path, copy: Path) -> None:
    for name in (*COVERED, MANIFEST, SIGNATURE):
        content = read_bounded(folder / name)
        if content is None:
            continue
        with (copy / name).open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
