"""Which terminals are refused, and what the environment says of language and marks."""

import pytest

from tui.lang import LANGS, say
from tui.terminal.environment import TerminalError, check_terminal, glyph_mode, language_of, prepare_environment

FINE = {"stdin_isatty": True, "stderr_isatty": True, "encoding": "utf-8"}
XTERM = {"TERM": "xterm-256color"}


@pytest.mark.parametrize("env", [XTERM, {"TERM": "linux"}, {"TERM": "vt100"}, {}])
def test_a_terminal_that_can_draw_is_taken(env):
    check_terminal(env, **FINE)


@pytest.mark.parametrize("encoding", ["UTF-8", "utf8", "U8"])
def test_utf_8_is_utf_8_however_it_is_spelt(encoding):
    check_terminal(XTERM, **FINE | {"encoding": encoding})


@pytest.mark.parametrize(
    ("env", "change", "key", "named"),
    [
        (XTERM, {"stdin_isatty": False}, "terminal.input", "status"),
        (XTERM, {"stderr_isatty": False}, "terminal.output", "2>"),
        ({"TERM": "dumb"}, {}, "terminal.dumb", "dumb"),
        ({"TERM": ""}, {}, "terminal.dumb", "xterm-256color"),
        (XTERM, {"encoding": "euc_jp"}, "terminal.encoding", "euc_jp"),
        (XTERM, {"encoding": "ascii"}, "terminal.encoding", "PYTHONUTF8=1"),
        (XTERM, {"encoding": "klingon"}, "terminal.encoding", "LANG=ja_JP.UTF-8"),
        (XTERM, {"encoding": None}, "terminal.encoding", "PYTHONUTF8=1"),
    ],
)
def test_a_terminal_that_cannot_draw_is_refused_with_a_way_out(env, change, key, named):
    with pytest.raises(TerminalError) as refused:
        check_terminal(env, **FINE | change)
    assert refused.value.key == key
    for lang in LANGS:
        assert named in say(lang, key, **refused.value.fields)


@pytest.mark.parametrize(
    ("env", "lang"),
    [
        ({"LANG": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "ja"}, "ja"),
        ({"LANG": "ja_JP.eucJP"}, "ja"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "jam_JM"}, "en"),
        ({}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "ja_JP.UTF-8", "LC_MESSAGES": "ja_JP.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "ja_JP.UTF-8", "LC_ALL": ""}, "ja"),
    ],
)
def test_the_language_follows_the_locale(env, lang):
    assert language_of(env) == lang


def test_the_linux_console_gets_plain_marks():
    assert glyph_mode({"TERM": "linux"}) == "ascii"
    assert glyph_mode(XTERM) == "unicode"


def test_textual_is_told_to_be_quiet_unless_the_user_says_otherwise():
    env = {"TEXTUAL_ANIMATIONS": "full"}
    prepare_environment(env)
    assert env == {"TEXTUAL_ANIMATIONS": "full", "TEXTUAL_DISABLE_KITTY_KEY": "1", "TEXTUAL_SMOOTH_SCROLL": "0"}
