import subprocess
import time

import pytest
from signing_world import MENTOR, keygen, new_key


@pytest.fixture(scope="session")
def keys(tmp_path_factory):
    """A folder of keys, made once: of the mentor, of a trainee, of other types, of an authority with certificates."""
    folder = tmp_path_factory.mktemp("keys")
    for name in ("mentor", "trainee", "authority"):
        new_key(folder / name, "-t", "ed25519")
    new_key(folder / "ecdsa", "-t", "ecdsa")
    new_key(folder / "rsa", "-t", "rsa", "-b", "2048")
    new_key(folder / "locked", "-t", "ed25519", "-a", "1", passphrase="correct horse")
    for name, window in (("certified", "always:forever"), ("lapsed", "20200101:20210101")):
        new_key(folder / name, "-t", "ed25519")
        keygen("-q", "-s", folder / "authority", "-I", name, "-n", MENTOR, "-V", window, folder / f"{name}.pub")
    return folder


@pytest.fixture(scope="session")
def mentor(keys):
    return keys / "mentor"


@pytest.fixture(scope="session")
def trainee(keys):
    return keys / "trainee"


@pytest.fixture(autouse=True)
def no_agent(monkeypatch):
    """Hide the ssh agent and its dialogs of the person who runs the tests."""
    for name in ("SSH_AUTH_SOCK", "SSH_ASKPASS", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def agent(tmp_path_factory, monkeypatch):
    """A running agent of its own; gives a function that adds a key file."""
    # A socket's path may have 107 bytes.
    path = tmp_path_factory.mktemp("a") / "s"
    with subprocess.Popen(["ssh-agent", "-D", "-a", str(path)], stdout=subprocess.PIPE) as running:
        assert running.stdout.readline()  # it listens from here on
        monkeypatch.setenv("SSH_AUTH_SOCK", str(path))
        yield lambda key: subprocess.run(["ssh-add", "-q", str(key)], check=True)
        running.terminate()


@pytest.fixture
def in_zone(monkeypatch):
    """Put the clocks of this process, and of its children, into a time zone."""

    def put(zone):
        monkeypatch.setenv("TZ", zone)
        time.tzset()

    yield put
    monkeypatch.undo()
    time.tzset()
