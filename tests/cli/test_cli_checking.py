"""While a large file is examined a terminal says how far it is; ctrl+c ends it, and changes nothing."""

from itertools import count

import pytest

from tui.cli.line import checking
from tui.journal import doctor


@pytest.fixture
def told(monkeypatch):
    """What is said of how far it is, a second a look, of a file that is taken for a large one."""
    said = []
    seconds = count()
    monkeypatch.setattr(checking, "LARGE", 1)
    monkeypatch.setattr(checking, "monotonic", lambda: float(next(seconds)))
    monkeypatch.setattr(doctor, "PORTION", 1)
    monkeypatch.setattr("tui.cli.line.out.Out.progress", lambda _out, sentence: said.append(sentence))
    return said


@pytest.mark.parametrize("verb", ["doctor", "verify"])
def test_how_far_it_is_how_fast_and_how_long_it_will_take(begun, told, verb):
    begun("--lang", "en", verb)
    assert told[0] == "Checking the file itself"
    assert told[1] == "Checking the records: 2 of 3, 1 a second, about 1 second left"
    assert told[-2].startswith("Making the tables anew from 3 records")
    assert told[-1] == ""
