"""Write ``ikusei-VERSION-airgap.tar``: everything that installs ikusei on a machine without a network.

``python scripts/make_archive.py [--out DIR] [--key KEY] [--wheel FILE]``, or ``--lock`` to write ``airgap/wheels.lock``
anew. With a key the archive is signed as ``ssh-keygen -Y sign -n ikusei-archive`` does. If a public key is given, the
ssh agent signs with the private one.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from airgap import ArchiveError, bill, closure, pages, tarball, wheels

NAMESPACE: Final = "ikusei-archive"
HERE: Final = Path(wheels.__file__).parent
NO_COMMIT: Final = 1580601600
"""The time stamp of a build from sources without a repository; hatchling uses the same."""


def main(args: list[str]) -> int:
    """Write an archive or the lock."""
    parser = argparse.ArgumentParser(description=str(__doc__).partition("\n")[0])
    parser.add_argument("--out", type=Path, default=wheels.ROOT / "dist", help="the folder to write to")
    parser.add_argument("--key", type=Path, help="an SSH key to sign with")
    parser.add_argument("--wheel", type=Path, help="a wheel of ikusei, instead of building one")
    parser.add_argument("--lock", action="store_true", help="only lock the newest wheels that pyproject.toml allows")
    options = parser.parse_args(args)
    try:
        with TemporaryDirectory() as folder:
            if options.lock:
                wheels.write_lock(wheels.resolve(Path(folder)))
                return 0
            written = archive(Path(folder), options.out, options.wheel)
        sign(written, options.key)
    except ArchiveError as wrong:
        print(f"make_archive: {wrong}", file=sys.stderr)
        return 1
    print(f"{hashlib.sha256(written.read_bytes()).hexdigest()}  {written}")
    return 0


def archive(folder: Path, out: Path, own: Path | None) -> Path:
    """The archive of these sources, or of ikusei's wheel *own*."""
    epoch = moment()
    others = wheels.download(folder)
    ikusei = wheels.Wheel(own) if own else wheels.build(folder, epoch)
    files = content(ikusei, others, epoch)
    name = f"ikusei-{ikusei.version}-airgap"
    tarball.write(out / f"{name}.tar", name, files, epoch)
    return out / f"{name}.tar"


def content(ikusei: wheels.Wheel, others: list[wheels.Wheel], epoch: int) -> Mapping[str, bytes]:
    """Every file of an archive, by its path there."""
    needs = closure.needs(ikusei, others)
    files = {f"wheels/{wheel.path.name}": wheel.path.read_bytes() for wheel in (ikusei, *others)}
    files["requirements.txt"] = wheels.pins((ikusei, *others)).encode()
    files["sbom.cdx.json"] = bill.bill_of_materials(ikusei, others, needs, epoch).encode()
    for wheel in (ikusei, *others):
        for path, text in wheel.licences().items():
            files[f"licences/{wheel.name}-{wheel.version}/{path}"] = text
    for path, text in pages.documentation().items():
        files[f"doc/{path}"] = text
    for name in ("install.sh", "README.txt"):
        files[name] = (HERE / name).read_bytes()
    files["SHA256SUMS"] = tarball.checksums(files)
    return files


def moment() -> int:
    """When these sources were committed, so that every build of a commit has the same time stamp."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    command = ["git", "-C", str(wheels.ROOT), "log", "-1", "--format=%ct"]
    try:
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    except FileNotFoundError:
        return NO_COMMIT
    return NO_COMMIT if done.returncode else int(done.stdout)


def sign(archive: Path, key: Path | None) -> None:
    """Write the signature beside the archive; that of an earlier archive is removed."""
    Path(f"{archive}.sig").unlink(missing_ok=True)
    if key is None:
        return
    command = ["ssh-keygen", "-Y", "sign", "-n", NAMESPACE, "-f", str(key.expanduser()), str(archive)]
    if subprocess.run(command, check=False).returncode:
        raise ArchiveError(f"ssh-keygen didn't sign with {key}; {archive} is there, without a signature")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
