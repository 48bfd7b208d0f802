import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "journal"))

from bundle_world import story
from journal_world import Clock

from tui.journal.journal import Journal


@pytest.fixture
def sender(tmp_path):
    """A journal in which Hana works, and Ken, who has written a decision, too."""
    with Journal.open(tmp_path / "sender" / "state.sqlite", create=True, clock=Clock()) as journal:
        story(journal)
        yield journal


@pytest.fixture
def receiver(tmp_path):
    """An empty journal."""
    with Journal.open(tmp_path / "receiver" / "state.sqlite", create=True, clock=Clock()) as journal:
        yield journal
