"""``--ambiguous`` and what the terminal answers decide how to draw."""

import pytest

from tui.terminal.mode import Mode, mode_of
from tui.terminal.probe import Probe

XTERM, CONSOLE = {"TERM": "xterm-256color"}, {"TERM": "linux"}


@pytest.mark.parametrize(("cells", "translate"), [(1, False), (2, True), (None, False)])
def test_auto_asks_the_terminal_and_takes_silence_for_narrow(cells, translate):
    assert mode_of("auto", XTERM, lambda: Probe(cells, b"keys")) == Mode(translate, "unicode", b"keys")


@pytest.mark.parametrize(
    ("option", "env", "mode"),
    [
        ("1", XTERM, Mode(False, "unicode")),
        ("2", XTERM, Mode(True, "unicode")),
        ("ascii", XTERM, Mode(True, "ascii")),
        ("auto", CONSOLE, Mode(True, "ascii")),
        ("1", CONSOLE, Mode(False, "ascii")),
    ],
)
def test_nothing_is_asked_where_the_answer_is_known(option, env, mode):
    assert mode_of(option, env, lambda: pytest.fail("asked")) == mode
