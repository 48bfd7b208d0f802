import shutil

import pytest
from trust_world import folder_of, keygen, raw_manifest


@pytest.fixture(scope="session")
def keys(tmp_path_factory):
    """A folder of keys, made once: of the lead, of two mentors, of a trainee."""
    folder = tmp_path_factory.mktemp("keys")
    for name in ("yamada", "tanaka", "mori", "sato"):
        keygen("-q", "-t", "ed25519", "-N", "", "-C", f"{name}@test", "-f", folder / name)
    keygen("-q", "-t", "rsa", "-b", "2048", "-N", "", "-C", "rsa@test", "-f", folder / "rsa")
    return folder


@pytest.fixture(scope="session")
def signed(keys, tmp_path_factory):
    """A trust folder that the lead signed; not to be changed."""
    folder = folder_of(tmp_path_factory.mktemp("signed") / "trust", keys)
    raw_manifest(folder, keys / "yamada")
    return folder


@pytest.fixture
def folder(signed, tmp_path):
    """A copy of it, to be changed."""
    return shutil.copytree(signed, tmp_path / "trust")


@pytest.fixture(autouse=True)
def no_agent(monkeypatch):
    """Hide the ssh agent and its dialogs of the person who runs the tests."""
    for name in ("SSH_AUTH_SOCK", "SSH_ASKPASS", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
