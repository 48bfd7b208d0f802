import sys
from pathlib import Path

import pytest
from cli_world import Terminal

# The worlds of journals and bundles, for what comes from there.
for each in ("journal", "bundle"):
    sys.path.append(str(Path(__file__).parents[1] / each))


@pytest.fixture
def ikusei(tmp_path, capsys):
    return Terminal(tmp_path / "home", capsys)


@pytest.fixture
def begun(ikusei):
    return ikusei.begun()
