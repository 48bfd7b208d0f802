import fcntl
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest
from airgap_world import OLDER, Machine, make, older_wheel


@pytest.fixture(scope="session")
def key(dist):
    return dist / "home" / ".ssh" / "id_ed25519"


@pytest.fixture(scope="session")
def dist(tmp_path_factory):
    """``make archive`` as the README has it, run once for all workers; and the archive of an older version."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base) / "dist"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "made").exists():
            make_both(folder)
            (folder / "made").touch()
    return folder


def make_both(folder):
    """Make the archive of these sources, signed by a maintainer, and from it that of an older version."""
    key = folder / "home" / ".ssh" / "id_ed25519"
    key.parent.mkdir(parents=True)
    assert make("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(key)).returncode == 0
    # make takes OUT from the environment, so that the checkout's own dist/ stays as it is.
    built = make("sh", "-c", f"make archive KEY={key}", OUT=str(folder / "new"))
    assert built.returncode == 0, built
    unpack(next((folder / "new").glob("*.tar")), folder)
    wheel = next(folder.glob("ikusei-*-airgap/wheels/ikusei-*.whl"))
    old = older_wheel(wheel, folder, OLDER)
    script = [".venv/bin/python", "scripts/make_archive.py", "--out", str(folder / "old"), "--wheel", str(old)]
    built = make(*script)
    assert built.returncode == 0, built


def unpack(tar, into):
    # As the README has it. tarfile asks for a filter from Python 3.12 on, and 3.11.2 knows none.
    subprocess.run(["tar", "-xf", tar, "-C", into], check=True)


@pytest.fixture(scope="session")
def new(dist):
    """The archive of these sources."""
    return next((dist / "new").glob("*.tar"))


@pytest.fixture(scope="session")
def old(dist):
    """The archive of an older version."""
    return next((dist / "old").glob("*.tar"))


@pytest.fixture
def machine():
    folder = Path(tempfile.mkdtemp(prefix="ikusei-", dir="/tmp"))
    yield Machine(folder)
    shutil.rmtree(folder)
