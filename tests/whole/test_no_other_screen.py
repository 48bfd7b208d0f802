"""Terminals without a screen of their own for programs (mosh, GNU screen as installed) get theirs back empty.

The model of a terminal is such a one: it takes no notice of the sequence that asks for another screen.
"""

import shlex

import pytest
from whole_world import open_form

from benchmarks.terminal import Terminal

SUSPEND = b"\x1a"
PROMPT = "SHELL>"


@pytest.fixture
def shell(world):
    """An interactive shell in which something was done, and which then started ikusei."""
    world.begin()
    env = world.env | {"PS1": f"{PROMPT} ", "HISTFILE": "/dev/null"}
    with Terminal(["bash", "--norc", "--noprofile", "-i"], env, cwd=world.home) as terminal:
        terminal.wait_for(PROMPT)
        terminal.send(f"{shlex.join(world.command())}\r".encode())
        terminal.wait_for("次にすること")
        terminal.settle()
        assert PROMPT not in terminal.screen
        yield terminal


def test_after_q_only_the_prompt_stands_there(shell):
    shell.press("q")
    shell.wait_for(PROMPT)
    shell.settle()
    assert shell.screen.split() == [PROMPT]


def test_a_form_and_other_screens_leave_nothing_behind(shell):
    open_form(shell, "ペアでの監視業務", "途中")
    shell.press("escape", "4", "slash", "escape", "1", "q")
    shell.wait_for(PROMPT)
    shell.settle()
    assert shell.screen.split() == [PROMPT]


def test_what_is_said_when_leaving_stands_alone(shell):
    shell.send(SUSPEND)
    shell.wait_for(PROMPT)
    shell.settle()
    said = shell.screen.strip()
    assert said.startswith("[1]+  Stopped")
    assert said.endswith(f"\n{PROMPT}")
    assert "次にすること" not in said
    shell.send(b"fg\r")
    shell.wait_for("次にすること")
    shell.press("q")
    shell.wait_for(PROMPT)
    shell.settle()
    assert shell.screen.split() == [PROMPT]
