"""``--ambiguous`` and what the terminal answers decide how to draw."""

import pytest

from tui.terminal.mode import DrawingMode, mode_of
from tui.terminal.probe import Probe

XTERM, CONSOLE = {"TERM": "xterm-256color"}, {"TERM": "linux"}


@pytest.mark.parametrize(
    ("cells", "translate", "glyphs"), [(1, False, "blocks"), (2, True, "unicode"), (None, False, "unicode")]
)
def test_auto_asks_the_terminal_and_draws_blocks_only_where_it_says_that_they_are_narrow(cells, translate, glyphs):
    assert mode_of("auto", XTERM, lambda: Probe(cells, b"keys")) == DrawingMode(translate, glyphs, b"keys")


@pytest.mark.parametrize(
    ("option", "env", "mode"),
    [
        ("1", XTERM, DrawingMode(False, "blocks")),
        ("2", XTERM, DrawingMode(True, "unicode")),
        ("ascii", XTERM, DrawingMode(True, "ascii")),
        ("auto", CONSOLE, DrawingMode(True, "ascii")),
        ("1", CONSOLE, DrawingMode(False, "ascii")),
    ],
)
def test_nothing_is_asked_where_the_answer_is_known(option, env, mode):
    assert mode_of(option, env, lambda: pytest.fail("asked")) == mode
