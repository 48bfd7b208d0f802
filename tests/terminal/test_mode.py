"""``--ambiguous`` and what the terminal answers decide how to draw."""

import pytest

from tui.terminal.mode import Mode, mode_of
from tui.terminal.probe import Probe

XTERM, CONSOLE = {"TERM": "xterm-256color"}, {"TERM": "linux"}


@pytest.mark.parametrize(
    ("cells", "translate", "glyphs"), [(1, False, "blocks"), (2, True, "unicode"), (None, False, "unicode")]
)
def test_auto_asks_the_terminal_and_draws_blocks_only_where_it_says_that_they_are_narrow(cells, translate, glyphs):
    assert mode_of("auto", XTERM, lambda: Probe(cells, b"keys")) == Mode(translate, glyphs, b"keys")


@pytest.mark.parametrize(
    ("option", "env", "mode"),
    [
        ("1", XTERM, Mode(False, "blocks")),
        ("2", XTERM, Mode(True, "unicode")),
        ("ascii", XTERM, Mode(True, "ascii")),
        ("auto", CONSOLE, Mode(True, "ascii")),
        ("1", CONSOLE, Mode(False, "ascii")),
    ],
)
def test_nothing_is_asked_where_the_answer_is_known(option, env, mode):
    assert mode_of(option, env, lambda: pytest.fail("asked")) == mode
