"""A machine without a network, and the folder with blanks and Japanese that an archive is unpacked in on it."""

from __future__ import annotations

import os
import pwd
import re
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

ROOT = Path(__file__).parents[2]
OLDER = "0.0.9"
ORDINARY = pwd.getpwnam("nobody").pw_uid
"""The account to which root changes; ssh-keygen needs an account with a name."""
NO_INDEX = {"PIP_NO_INDEX": "1", "http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9"}
"""Variables that keep pip off the network where the kernel allows no network namespace."""


def works(*command: str) -> bool:
    done = subprocess.run(command, env={"PATH": os.environ["PATH"]}, cwd="/", capture_output=True, check=False)
    return done.returncode == 0


IS_ROOT = os.geteuid() == 0
NAMESPACE = ["unshare", "--net"] if IS_ROOT else ["unshare", "--map-current-user", "--net"]
HAS_NAMESPACE = bool(shutil.which("unshare")) and works(*NAMESPACE, "true")


def account(as_root: bool) -> list[str]:
    """A prefix that runs a command under an ordinary account; empty if it has one already."""
    if as_root or not IS_ROOT:
        return []
    return ["setpriv", f"--reuid={ORDINARY}", f"--regid={ORDINARY}", "--clear-groups"]


def python_for_all() -> str:
    """A Python that an ordinary account can run, so not one in root's home."""
    names = [f"python3.{minor}" for minor in (14, 13, 12, 11)]
    places = [*(shutil.which(name) for name in names), "/usr/bin/python3", sys.executable]
    for place in filter(None, places):
        if works(*account(as_root=False), place, "-c", "import sys, venv; sys.exit(sys.version_info < (3, 11))"):
            return str(place)
    raise AssertionError(f"an ordinary account can run no Python 3.11 or newer, of {places}")


class Machine:
    """A folder of its own below ``/tmp``, which an ordinary account can reach, and a home in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "空 白"
        self.home = self.folder / "家"
        self.home.mkdir(parents=True)
        self.python = python_for_all()
        self.env = {
            "PATH": f"{self.home}/.local/bin:/usr/bin:/bin",
            "HOME": str(self.home),
            "LANG": "C.UTF-8",
            "PYTHON": self.python,
            **({} if HAS_NAMESPACE else NO_INDEX),
        }
        self.give()

    def give(self) -> None:
        """Make the ordinary account the owner of everything in the folder."""
        for path in (self.folder.parent, self.folder, *self.folder.rglob("*")):
            if IS_ROOT:
                os.chown(path, ORDINARY, ORDINARY, follow_symlinks=False)

    def run(self, script: str, *, cwd: Path | None = None, as_root=False, **env: str) -> subprocess.CompletedProcess:
        """A shell script, without a network."""
        sealed = NAMESPACE if HAS_NAMESPACE else []
        command = [*sealed, *account(as_root), "bash", "-e", "-o", "pipefail", "-c", script]
        return subprocess.run(
            command,
            env=self.env | env,
            cwd=cwd or self.folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def done(self, script: str, **how) -> str:
        """The output of a script, which has to succeed."""
        result = self.run(script, **how)
        assert (result.returncode, result.stderr) == (0, ""), (script, result)
        return result.stdout


def make(*args: str, **env: str) -> subprocess.CompletedProcess:
    """``make archive`` or another command of the checkout, as it is typed there, with the network."""
    clean = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        args, cwd=ROOT, env=clean | {"LANG": "C.UTF-8"} | env, capture_output=True, encoding="utf-8", check=False
    )


def older_wheel(wheel: Path, into: Path, version: str) -> Path:
    """The same wheel with an older number."""
    own = wheel.name.split("-")[1]
    path = into / wheel.name.replace(own, version)
    with ZipFile(wheel) as old, ZipFile(path, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "tui/__init__.py" or name.endswith(".dist-info/METADATA"):
                data = re.sub(rb'^(Version: |__version__ = ")' + re.escape(own).encode(), rb"\g<1>" + version.encode(),
                              data, count=1, flags=re.MULTILINE)  # fmt: skip
            new.writestr(name.replace(f"ikusei-{own}.dist-info", f"ikusei-{version}.dist-info"), data)
    return path
