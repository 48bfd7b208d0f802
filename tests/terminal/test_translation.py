"""Every character of ambiguous width has one ASCII character; nothing else changes."""

import unicodedata

import pytest
from rich.cells import get_character_cell_size

from tui.terminal.translation import Translation

EVERYTHING = [chr(point) for point in range(0x20, 0x110000) if not 0xD800 <= point <= 0xDFFF]
AMBIGUOUS = {c for c in EVERYTHING if unicodedata.east_asian_width(c) == "A" and get_character_cell_size(c) == 1}


@pytest.fixture(scope="module")
def table():
    return Translation()


def test_no_ambiguous_character_is_left_and_each_stays_one_cell(table):
    for character in AMBIGUOUS:
        there = character.translate(table)
        assert len(there) == 1
        assert there.isascii(), character
        assert there.isprintable(), character


def test_everything_else_stays_as_it_is(table):
    others = "".join(character for character in EVERYTHING if character not in AMBIGUOUS)
    assert others.translate(table) == others


def test_escape_sequences_stay_as_they_are(table):
    written = "\x1b[38;2;255;0;10m│ 検知 ✓ \x1b[?1049h\x1b]0;x\x07\r\n"
    assert written.translate(table) == written.replace("│", "|")


@pytest.mark.parametrize(
    ("drawn", "plain"),
    [
        ("│┃║", "|||"),
        ("─━═┄", "----"),
        ("┌┐└┘├┤┬┴┼╔╝╭╯", "+++++++++++++"),
        ("╱╲╳", "/\\X"),
        ("█▒▔▁▏▕", "##-_||"),
        ("●○▶▼■□★", "*o>v#o*"),
        ("①⑨⑩ⅠⅨⅫ", "19?19?"),
        ("→←↑↓⇒", "><^v>"),
        ("…―“”‘’", ".-\"\"''"),
        ("×÷±§℃", "x/+?C"),
        ("éαЖßⓐ⒜", "eaZsaa"),
    ],
)
def test_a_character_becomes_what_it_looks_like(table, drawn, plain):
    assert drawn.translate(table) == plain
