import shutil
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "journal"))
sys.path.insert(0, str(Path(__file__).parents[1] / "bundle"))
sys.path.insert(0, str(Path(__file__).parents[1] / "cli"))

from attack_world import Honest, Victim

from tui.journal import snapshot


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    """What every attack starts from."""
    folder = tmp_path_factory.mktemp("world")
    Victim.made(folder)
    return folder


@pytest.fixture
def victim(world, tmp_path, capsys, monkeypatch):
    """A mentor who hasn't looked at the trainee's file yet."""
    monkeypatch.setattr(snapshot, "_ATTEMPTS", 2)
    shutil.copytree(world, tmp_path, dirs_exist_ok=True)
    return Victim(tmp_path, capsys)


@pytest.fixture(scope="module")
def answered():
    """Holds the answers of an honest file once they were asked for."""
    return []


@pytest.fixture
def honest(world, answered, tmp_path_factory, capsys):
    """The answers for the unchanged file, to a mentor who hasn't seen it before."""
    if not answered:
        folder = tmp_path_factory.mktemp("honest")
        shutil.copytree(world, folder, dirs_exist_ok=True)
        answered.append(Honest(Victim(folder, capsys).answers()))
    return answered[0]
