"""The whole program, left open: it looks at what lies beside the state file, and writes nothing meanwhile."""

import pytest

ROSTER = '[roster]\nid = "midori"\nversion = "1"\n'
QUIET = 7.0
"""Seconds in which it has looked at least once."""


@pytest.fixture
def roster(world):
    """A trust folder of nobody beside the state file of somebody who has begun."""
    world.begin()
    world.env["IKUSEI_ME"] = str(world.state)
    folder = world.state.with_name("trust")
    folder.mkdir()
    (folder / "allowed_signers").touch()
    path = folder / "roster.toml"
    path.write_text(ROSTER, encoding="utf-8")
    return path


def test_a_folder_that_breaks_and_is_mended_shows_by_itself_and_nothing_is_written_meanwhile(world, roster):
    with world.open(columns=120, rows=40) as terminal:
        terminal.wait_for("STEP 2")
        terminal.settle()
        assert not terminal.read(QUIET)
        roster.write_text(ROSTER.replace("]", ""), encoding="utf-8")
        terminal.wait_for("前に確かめた版 1 で判定しています")
        terminal.settle()
        assert not terminal.read(QUIET)
        roster.write_text(ROSTER, encoding="utf-8")
        terminal.wait_until(lambda: "判定しています" not in terminal.screen, "the sentence to go")
