import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "screens"))

from editions_world import Story
from screens_world import empty_book, fill


@pytest.fixture
def nobody(tmp_path):
    """A workbook in which nobody has begun."""
    book = empty_book(tmp_path / "state.sqlite")
    yield book
    book.journal.close()


@pytest.fixture
def book(nobody):
    """A workbook with some weeks of work in STEP 2."""
    fill(nobody)
    return nobody


@pytest.fixture
def story(tmp_path):
    """A trainee whose pack moves on to another edition."""
    made = Story(tmp_path)
    yield made
    made.close()
