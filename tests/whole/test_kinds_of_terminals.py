"""On every terminal ikusei is readable, or says in one sentence why not and how to mend it."""

import re
import subprocess
import unicodedata

import pytest
from rich.cells import get_character_cell_size
from whole_world import MATRIX, STEP, move_to

from benchmarks.xterm import FRAME

SGR_COLOUR = re.compile(rb"\x1b\[[\d;]*?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])[;\d]*m")
ALL_SCREENS = (STEP, "down", "down", "enter", "q", MATRIX, "down", "2", "5", "enter", "q", "1", "?", "q")


def assert_one_sentence(world, result, said):
    assert result.returncode == 2
    assert result.stdout == ""
    assert said in result.stderr
    assert result.stderr.count("\n") == 1
    assert not world.state.exists()


def test_without_a_terminal_one_sentence_says_what_to_do(world):
    assert_one_sentence(world, world.run(), "標準入力が端末ではない")
    assert_one_sentence(world, world.run(lang="en"), "Standard input is not a terminal")


def test_nohup_takes_the_keyboard_away_and_is_told_so(world):
    with subprocess.Popen(
        ["nohup", *world.command()],
        env=world.env,
        cwd=world.home,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        out, err = process.communicate()
    assert (process.returncode, out) == (2, "")
    assert "標準入力が端末ではない" in err


@pytest.fixture(scope="module")
def japanese_euc(tmp_path_factory):
    """A folder with the locale ja_JP.eucJP, which few systems have ready."""
    folder = tmp_path_factory.mktemp("locales")
    made = ["localedef", "-i", "ja_JP", "-f", "EUC-JP", str(folder / "ja_JP.eucJP")]
    subprocess.run(made, check=True, capture_output=True)
    return folder


def test_locale_that_would_garble_the_screen_is_refused_readably(world, japanese_euc):
    env = {"LANG": "ja_JP.eucJP", "LOCPATH": str(japanese_euc)}
    with world.open(env=env) as terminal:
        assert terminal.wait_exit() == 2
    said = terminal.written.decode("euc_jp")
    assert "PYTHONUTF8=1" in said
    assert "画面が崩れます" in said
    assert "\x1b" not in said
    with world.open(env=env | {"PYTHONUTF8": "1"}) as terminal:
        terminal.wait_for("はじめに")


def test_no_color_draws_without_colours(world):
    world.begin()
    with world.open(env={"NO_COLOR": "1"}) as terminal:
        terminal.wait_for("次にすること")
        terminal.press(*ALL_SCREENS)
        assert SGR_COLOUR.findall(terminal.written) == []
        terminal.press(STEP)
        move_to(terminal, "ペアでの監視業務")


def test_linux_console_gets_ascii_marks(world):
    world.begin()
    with world.open(env={"TERM": "linux"}) as terminal:
        terminal.wait_for("次にすること")
        terminal.press(STEP)
        assert "[ ]" in terminal.screen
        terminal.press(*ALL_SCREENS)
    assert {mark for mark in "✓✗☐☑⚠" if mark in terminal.written.decode()} == set()


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_terminal_that_is_too_small_says_how_large_it_must_be(world, lang):
    world.begin()
    with world.open(lang=lang, columns=30, rows=8) as terminal:
        terminal.wait_for("40")
        assert "10" in terminal.screen
        terminal.resize(80, 24)
        terminal.wait_for("SOC/")
        terminal.press("q")
        assert terminal.wait_exit() == 0


def test_resize_storm_ends_in_a_readable_screen(world):
    world.begin()
    with world.open() as terminal:
        terminal.wait_for("次にすること")
        terminal.press(STEP)
        move_to(terminal, "ペアでの監視業務")
        before = terminal.screen
        for columns in range(1, 130, 3):
            terminal.resize(columns, 1 + columns // 3)
            terminal.read(0.01)
        terminal.settle()
        terminal.resize(80, 24)
        terminal.settle()
        assert terminal.screen == before
        terminal.press("q", "q")
        assert terminal.wait_exit() == 0
    assert b"Traceback" not in terminal.written


def test_terminal_with_wide_ambiguous_characters_gets_none_of_them(world):
    world.begin()
    with world.open(ambiguous=2) as terminal:
        terminal.wait_for("次にすること")
        terminal.press(*ALL_SCREENS)
        drawn = terminal.written.split(b"\x1b[?1049h", 1)[1].decode()
        assert {
            each for each in drawn if unicodedata.east_asian_width(each) == "A" and get_character_cell_size(each)
        } == set()
        assert "ikusei" in terminal.screen


@pytest.mark.parametrize(
    ("kind", "is_drawn"),
    [({}, True), ({"ambiguous": 2}, False), ({"answers": False}, False), ({"env": {"TERM": "linux"}}, False)],
    ids=["narrow", "wide", "silent", "console"],
)
def test_gauges_are_of_blocks_only_where_the_terminal_has_said_that_they_are_narrow(world, kind, is_drawn):
    world.begin()
    with world.open(**kind) as terminal:
        terminal.wait_for("次にすること")
        assert ("░░░" in terminal.screen) == is_drawn
        assert ("..." in terminal.screen) != is_drawn


def test_terminal_that_knows_no_synchronised_updates_is_drawn_on_all_the_same(world):
    world.begin()
    with world.open(answers=False) as terminal:
        terminal.wait_for("次にすること")
        assert terminal.written.count(FRAME) == 0
        terminal.press(STEP)
        move_to(terminal, "ペアでの監視業務")
