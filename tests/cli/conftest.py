import sys
from pathlib import Path

import pytest
from cli_world import Terminal

# Some tests here use the worlds of the journal and bundle tests.
for each in ("journal", "bundle"):
    sys.path.append(str(Path(__file__).parents[1] / each))


@pytest.fixture
def ikusei(tmp_path, capsys):
    return Terminal(tmp_path / "home", capsys)


@pytest.fixture
def begun(ikusei):
    return ikusei.begun()
