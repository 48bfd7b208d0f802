import pytest
from journal_world import Clock

from tui.journal.journal import Journal


@pytest.fixture
def path(tmp_path):
    return tmp_path / "ikusei" / "state.sqlite"


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def journal(path, clock):
    with Journal.open(path, create=True, clock=clock) as opened:
        yield opened
