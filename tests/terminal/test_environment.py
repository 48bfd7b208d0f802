"""Which terminals are refused, and what the environment says of language and marks."""

import pytest

from tui.lang import LANGS, say
from tui.terminal.environment import (
    TerminalError,
    check_terminal,
    glyph_mode,
    has_cursor_addressing,
    language_of,
    prepare_environment,
)

FINE = {"stdin_isatty": True, "stderr_isatty": True, "encoding": "utf-8"}
XTERM = {"TERM": "xterm-256color"}


@pytest.mark.parametrize("env", [XTERM, {"TERM": "linux"}, {"TERM": "vt100"}, {"TERM": "of-nobody"}, {}])
def test_terminal_that_can_put_its_cursor_anywhere_gets_the_screen(env):
    check_terminal(**FINE)
    assert has_cursor_addressing(env)


@pytest.mark.parametrize("term", ["dumb", ""])
def test_terminal_that_cannot_gets_lines(term):
    assert not has_cursor_addressing({"TERM": term})


@pytest.mark.parametrize("encoding", ["UTF-8", "utf8", "U8"])
def test_utf_8_is_utf_8_however_it_is_spelt(encoding):
    check_terminal(**FINE | {"encoding": encoding})


@pytest.mark.parametrize(
    ("change", "key", "named"),
    [
        ({"stdin_isatty": False}, "terminal.input", "status"),
        ({"stderr_isatty": False}, "terminal.output", "2>"),
        ({"encoding": "euc_jp"}, "terminal.encoding", "euc_jp"),
        ({"encoding": "ascii"}, "terminal.encoding", "PYTHONUTF8=1"),
        ({"encoding": "klingon"}, "terminal.encoding", "LANG=ja_JP.UTF-8"),
        ({"encoding": None}, "terminal.encoding", "PYTHONUTF8=1"),
    ],
)
def test_a_terminal_that_cannot_draw_is_refused_with_a_way_out(change, key, named):
    with pytest.raises(TerminalError) as refused:
        check_terminal(**FINE | change)
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
