"""Bytes that are no text, and faults that nobody foresaw: typed text is kept, and no end is taken for a good one."""

import sys

import pytest
from whole_world import LEFT_SCREEN, open_form

from benchmarks.terminal import Terminal

FAULTY = """
import sys, threading
{fault}
from tui.__main__ import main
main()
"""
FAULTS = {
    "a key": """
from tui.screens.frame import Frame
def fail(frame): raise KeyError("fault")
Frame.action_find = Frame.action_help = fail
""",
    "the reader of keys": """
from tui.terminal.keyboard import Keyboard
feed = Keyboard.feed
def fail(keyboard, data):
    if data == b"?": raise KeyError("fault")
    return feed(keyboard, data)
Keyboard.feed = fail
""",
    "a thread": """
from tui.screens.frame import Frame
def fail(): raise KeyError("fault")
Frame.action_help = lambda frame: threading.Thread(target=fail).start()
""",
    "a worker": """
from tui.screens.frame import Frame
def fail(): raise KeyError("fault")
Frame.action_help = lambda frame: frame.run_worker(fail, thread=True)
""",
}


def test_bytes_that_are_no_text_leave_the_form_as_it_is(world):
    world.begin()
    with world.open() as terminal:
        terminal.wait_for("次にすること")
        open_form(terminal, "独力での監視業務", "before")
        for junk in (b"\xff", "あ".encode()[:2], b"\xf0\x9f"):
            terminal.send(junk)
            terminal.settle()
        terminal.send(" あと".encode())
        terminal.wait_for("before あと")
        terminal.press("enter", "1", "q")
        assert terminal.wait_exit() == 0
    assert world.notes() == ["before あと"]
    assert world.faults() == []


@pytest.mark.parametrize("fault", FAULTS)
def test_fault_ends_with_a_sentence_and_a_status_and_gives_the_terminal_back(world, fault):
    world.begin()
    command = [sys.executable, "-c", FAULTY.format(fault=FAULTS[fault]), *world.command()[3:]]
    with Terminal(command, world.env, cwd=world.home) as terminal:
        terminal.wait_for("次にすること")
        terminal.settle()
        terminal.send(b"?")
        assert terminal.wait_exit() == 2
        end = terminal.written.decode()
    _, _, after = end.rpartition(LEFT_SCREEN.decode())
    assert "不具合により画面を閉じました (KeyError: 'fault'、" in after
    assert "Traceback" not in end
    assert world.faults() == []


def test_text_that_was_being_typed_outlives_a_fault(world):
    world.begin()
    fault = FAULTS["the reader of keys"]
    command = [sys.executable, "-c", FAULTY.format(fault=fault), *world.command()[3:]]
    with Terminal(command, world.env, cwd=world.home) as terminal:
        terminal.wait_for("次にすること")
        open_form(terminal, "独力での監視業務", "typed")
        terminal.send(b" more")
        terminal.wait_for("typed more")
        terminal.send(b"?")
        assert terminal.wait_exit() == 2
    assert "typed" in world.drafts()


@pytest.mark.parametrize("editor", ["false", "sh -c 'kill -TSTP $PPID'"])
def test_editor_that_fails_or_is_stopped_gives_the_screen_back(world, editor):
    world.begin()
    with world.open(env={"EDITOR": editor}) as terminal:
        terminal.wait_for("次にすること")
        terminal.press("4", ":")
        terminal.press("b")
        terminal.send(b"\x0f")
        terminal.settle()
        terminal.press("escape", "escape", "1")
        terminal.wait_for("次にすること")
        terminal.press("q")
        assert terminal.wait_exit() == 0
