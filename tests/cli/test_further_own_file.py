"""A second state file of one person: written by its owner, read through a copy, and nobody else's for all that."""

import pytest
from cli_world import Terminal

ALONE = "soc.2.alone"


@pytest.fixture
def second(begun, tmp_path):
    """A further file of the same person, made with the id that they have."""
    begun.env["IKUSEI_ME"] = str(begun.state)
    me = begun("me").out.split()[0]
    path = tmp_path / "second.sqlite"
    assert begun("--state", path, "begin", "佐藤 花", "--role", "soc", "--step", "2", "--id", me).code == 0
    return path


def test_owner_writes_in_a_further_file_of_their_own(begun, second):
    assert begun("--state", second, "log", ALONE, "-m", "別の端末で").code == 0
    assert "別の端末で" in begun("--state", second, "journal").out
    assert "別の端末で" not in begun("journal").out
    assert begun("--state", second, "doctor").code == 0


def test_file_of_the_same_account_that_is_somebody_elses_is_only_looked_at(begun, tmp_path, capsys):
    other = Terminal(tmp_path / "ken", capsys)
    assert other("begin", "鈴木 健", "--role", "soc").code == 0
    before = other.state.read_bytes()
    assert begun("--state", other.state, "log", ALONE).code == 2
    assert begun("--state", other.state, "journal").code == 0
    assert other.state.read_bytes() == before
