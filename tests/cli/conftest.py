import pytest
from cli_world import Terminal


@pytest.fixture
def ikusei(tmp_path, capsys):
    return Terminal(tmp_path / "home", capsys)


@pytest.fixture
def begun(ikusei):
    return ikusei.begun()
