import time

import pytest
from editions_world import Story
from screens_world import empty_book, fill


@pytest.fixture(autouse=True)
def sealed(monkeypatch, tmp_path):
    """Hide the home, configuration and time zone of the machine from the tests."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("TZ", "UTC")
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "IKUSEI_STATE", "NO_COLOR", "TEXTUAL_ANIMATIONS"):
        monkeypatch.delenv(name, raising=False)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "state.sqlite"


@pytest.fixture
def nobody(path):
    """A workbook in which nobody has begun."""
    book = empty_book(path)
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
