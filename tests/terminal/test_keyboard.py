"""What the terminal sends, byte by byte: nothing of it ends the reading."""

import os

import pytest
from textual import events

from tui.terminal.display import Display
from tui.terminal.keyboard import Keyboard
from tui.terminal.one_read import KeyBehind, marked


def typed(keyboard, *chunks):
    """The characters of the keys in *chunks*, which arrive one after another."""
    found = [message for chunk in chunks for message in keyboard.feed(chunk)]
    return "".join(each.character or each.key for each in found if isinstance(each, events.Key))


@pytest.mark.parametrize("junk", [b"\xff", b"\xc0\x80", b"\xed\xa0\x80", "あ".encode()[:2], b"\xf0\x9f"], ids=repr)
def test_bytes_that_are_no_text_are_dropped_and_the_next_key_counts(junk):
    assert typed(Keyboard(), b"a" + junk + b"b") == "ab"


def test_character_that_comes_in_two_pieces_is_one():
    raw = "あ".encode()
    assert typed(Keyboard(), raw[:2], raw[2:]) == "あ"


def test_report_of_an_absurd_size_costs_nothing_but_itself():
    keyboard = Keyboard()
    assert typed(keyboard, b"\x1b[48;0;0;0;0t", b"\x1b[<0;5;5M", b"j") == "j"


def test_only_keys_behind_an_enter_of_the_same_read_are_marked():
    keyboard = Keyboard()
    first = [type(each).__name__ for each in marked(keyboard.feed(b"ab\rc\x1b[200~d\x1b[201~\r"))]
    assert first == ["Key", "Key", "Key", "KeyBehind", "Paste", "KeyBehind"]
    assert not any(isinstance(each, KeyBehind) for each in marked(keyboard.feed(b"e")))


def test_display_waits_where_the_terminal_has_no_room():
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    lost = []
    display = Display(writing, lost.append)
    text = "検知" * 200_000
    if os.fork() == 0:
        os.close(reading)
        display.write(text)
        display.flush()
        os._exit(bool(lost))
    os.close(writing)
    with open(reading, "rb") as file:  # noqa: PTH123 - a descriptor
        assert file.read().decode() == text
    assert os.wait()[1] == 0


def test_display_that_is_lost_says_so_once_and_takes_everything():
    reading, writing = os.pipe()
    os.close(reading)
    lost = []
    display = Display(writing, lost.append)
    for _ in range(3):
        display.write("x")
        display.flush()
    os.close(writing)
    assert [type(error) for error in lost] == [BrokenPipeError]
