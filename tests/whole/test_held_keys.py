"""A key that is held down, or pressed again before the answer came: nothing breaks."""

import pytest
from whole_world import JOURNAL, MATRIX, STEP, TODAY

from benchmarks.xterm import key_bytes


@pytest.mark.parametrize("key", ["backspace", "escape", "left", TODAY, STEP, "w", "?", "n", "f5", "down", "pagedown"])
def test_held_key_leaves_ikusei_as_it_was(world, key):
    world.begin()
    with world.open() as terminal:
        terminal.wait_for("次にすること")
        terminal.press(STEP)
        terminal.send(key_bytes(key) * 30)
        terminal.settle()
        terminal.press("escape", "escape", TODAY, STEP)
        terminal.wait_for("STEP 2")
        terminal.press(TODAY, "q")
        assert terminal.wait_exit() == 0


def test_all_screens_at_once_end_on_the_last(world):
    world.begin()
    with world.open() as terminal:
        terminal.wait_for("次にすること")
        terminal.send((f"{STEP}{MATRIX}{JOURNAL}2{TODAY}" * 10).encode())
        terminal.settle()
        terminal.wait_for("次にすること")
        terminal.press("q")
        assert terminal.wait_exit() == 0


def test_paste_outside_of_a_form_presses_no_keys(world):
    world.begin()
    with world.open() as terminal:
        terminal.wait_for("次にすること")
        terminal.settle()
        before = terminal.screen
        terminal.send(b"\x1b[200~3lq q\x1b[201~")
        terminal.settle()
        assert terminal.screen == before
        assert terminal.process.poll() is None
