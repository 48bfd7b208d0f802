"""Writing a tar file that has the same bytes whenever it has the same content."""

from __future__ import annotations

import hashlib
import io
import tarfile
from collections.abc import Mapping
from pathlib import Path


def checksums(files: Mapping[str, bytes]) -> bytes:
    """The checksums of *files*, as ``sha256sum -c`` reads them."""
    return "".join(f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files)).encode()


def write(path: Path, folder: str, files: Mapping[str, bytes], epoch: int) -> None:
    """Put *files* below *folder* into a tar: sorted by name, dated *epoch*, owned by nobody; scripts are executable."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tarfile.open(path, "w", format=tarfile.USTAR_FORMAT) as tar:
        for name in sorted(files):
            member = tarfile.TarInfo(f"{folder}/{name}")
            member.size, member.mtime = len(files[name]), epoch
            member.mode = 0o755 if name.endswith(".sh") else 0o644
            tar.addfile(member, io.BytesIO(files[name]))
