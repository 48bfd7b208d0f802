"""The wheels of an archive: ikusei's own, and those that it needs, at the versions and hashes of ``wheels.lock``."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final
from zipfile import ZipFile

from packaging.metadata import Metadata
from packaging.utils import canonicalize_name, parse_wheel_filename

from airgap import ArchiveError

ROOT: Final = Path(__file__).resolve().parents[2]
LOCK: Final = Path(__file__).with_name("wheels.lock")
OLDEST: Final = "3.11"
PURE: Final = ("--only-binary", ":all:", "--platform", "any", "--implementation", "py", "--abi", "none")
"""Options for pip, so that it takes the wheel for every system and Python where there are others, too (tomli)."""
_LOCK_HEAD: Final = """\
# The wheels that an archive for machines without a network carries beside ikusei's own.
# `python scripts/make_archive.py --lock` writes this file anew, with the newest releases that pyproject.toml allows.
"""


@dataclass(frozen=True)
class Wheel:
    """A wheel that lies in a file."""

    path: Path

    @cached_property
    def name(self) -> str:
        """The normalised name of the distribution."""
        return str(parse_wheel_filename(self.path.name)[0])

    @cached_property
    def version(self) -> str:
        """The version of the distribution."""
        return str(parse_wheel_filename(self.path.name)[1])

    @cached_property
    def is_pure(self) -> bool:
        """Whether it installs on every system and every Python 3."""
        tags = parse_wheel_filename(self.path.name)[3]
        return any((tag.interpreter, tag.abi, tag.platform) == ("py3", "none", "any") for tag in tags)

    @cached_property
    def sha256(self) -> str:
        """The hash of the file."""
        return hashlib.sha256(self.path.read_bytes()).hexdigest()

    @cached_property
    def metadata(self) -> Metadata:
        """The wheel's metadata, not validated: an error in a field that isn't used doesn't matter."""
        with ZipFile(self.path) as wheel:
            name = next(name for name in wheel.namelist() if name.endswith(".dist-info/METADATA"))
            return Metadata.from_email(wheel.read(name), validate=False)

    def licences(self) -> Mapping[str, bytes]:
        """Every licence, notice and list of authors in the wheel, by its path there."""
        with ZipFile(self.path) as wheel:
            found = {name: wheel.read(name) for name in wheel.namelist() if _is_licence(name)}
        if not found:
            raise ArchiveError(f"{self.path.name} has no licence in it; without one it may not be handed on")
        return found


def _is_licence(name: str) -> bool:
    *folders, file = name.upper().split("/")
    return (
        bool(file)
        and not file.endswith(".PY")
        and ("LICENSES" in folders or file.startswith(("LICENSE", "LICENCE", "COPYING", "NOTICE")))
    )


def build(into: Path, epoch: int) -> Wheel:
    """Build ikusei's own wheel from these sources.

    Raises:
        ArchiveError: hatchling didn't build it.
    """
    _run("hatchling", "build", "--target", "wheel", "--directory", str(into), SOURCE_DATE_EPOCH=str(epoch))
    return Wheel(next(into.glob("ikusei-*.whl")))


def download(into: Path) -> list[Wheel]:
    """Download the locked wheels.

    Raises:
        ArchiveError: one of them can't be downloaded, or has another hash than the locked one.
    """
    _run("pip", "download", "--require-hashes", "--no-deps", *PURE, "--dest", str(into), "--requirement", str(LOCK))
    return read(into)


def resolve(into: Path) -> list[Wheel]:
    """Download the newest wheels that ``pyproject.toml`` allows.

    Raises:
        ArchiveError: there is no set of pure wheels that fit each other.
    """
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    _run("pip", "download", *PURE, "--python-version", OLDEST, "--dest", str(into), *project["dependencies"])
    return read(into)


def read(folder: Path) -> list[Wheel]:
    """The wheels of a folder, by name."""
    return sorted((Wheel(path) for path in folder.glob("*.whl")), key=lambda wheel: wheel.name)


def pins(wheels: Iterable[Wheel]) -> str:
    """A requirements file with which pip installs exactly these wheels."""
    return "".join(
        f"{wheel.name}=={wheel.version} --hash=sha256:{wheel.sha256}\n"
        for wheel in sorted(wheels, key=lambda wheel: canonicalize_name(wheel.name))
    )


def write_lock(wheels: Iterable[Wheel]) -> None:
    """Make these wheels the locked ones."""
    LOCK.write_text(_LOCK_HEAD + pins(wheels), encoding="utf-8")


def _run(module: str, *args: str, **env: str) -> None:
    command = [sys.executable, "-m", module, *args]
    done = subprocess.run(command, cwd=ROOT, env=os.environ | env, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise ArchiveError(f"`python -m {module} {' '.join(args)}` failed:\n{done.stdout}{done.stderr}")
