"""Ctrl+z as in every program of a terminal: back to the shell, and on from there; nothing where there is no shell."""

import shlex

import pytest
from whole_world import LEFT_SCREEN

from benchmarks.terminal import Terminal

SUSPEND = b"\x1a"


@pytest.fixture
def shell(world):
    """An interactive shell with job control, in which ikusei can be started."""
    world.begin()
    env = world.env | {"PS1": "SHELL> ", "HISTFILE": "/dev/null"}
    with Terminal(["bash", "--norc", "--noprofile", "-i"], env, cwd=world.home) as terminal:
        terminal.wait_for("SHELL>")
        yield terminal


@pytest.mark.parametrize("way", ["as a program", "by a script"])
def test_the_shell_gets_the_terminal_and_fg_goes_on(world, shell, way):
    command = shlex.join(world.command())
    if way == "by a script":
        script = world.home / "start"
        script.write_text(f"#!/bin/sh\n{command}\necho ENDED\n", encoding="utf-8")
        script.chmod(0o700)
        command = str(script)
    shell.send(f"{command}\r".encode())
    shell.wait_for("次にすること")
    shell.send(SUSPEND)
    shell.wait_for("Stopped")
    assert LEFT_SCREEN in shell.written
    shell.send(b"echo $((6 * 7)) is typed plainly\r")
    shell.wait_for("42 is typed plainly")
    assert "次にすること" not in shell.screen
    shell.send(b"fg\r")
    shell.wait_for("次にすること")
    shell.press("5")
    shell.wait_for("台帳")
    shell.press("1")
    shell.wait_for("次にすること")
    shell.press("q")
    shell.wait_for("SHELL>")


def test_what_is_typed_in_a_form_is_there_again(world, shell):
    shell.send(f"{shlex.join(world.command())}\r".encode())
    shell.wait_for("次にすること")
    shell.press("l")
    shell.wait_for("Esc やめる")
    shell.send("夜勤の続き".encode())
    shell.wait_for("夜勤の続き")
    shell.send(SUSPEND)
    shell.wait_for("Stopped")
    assert "夜勤の続き" not in shell.screen
    shell.send(b"fg\r")
    shell.wait_for("夜勤の続き")
    shell.press("enter")
    shell.wait_for("記録しました")
    assert world.notes() == ["夜勤の続き"]


def test_without_a_shell_it_does_nothing(world):
    world.begin()
    with world.open() as terminal:
        terminal.wait_for("次にすること")
        terminal.press("l")
        terminal.wait_for("Esc やめる")
        terminal.send("見出し".encode() + SUSPEND)
        terminal.press("enter")
        terminal.wait_for("記録しました")
        assert LEFT_SCREEN not in terminal.written
        terminal.press("q")
        assert terminal.wait_exit() == 0
    assert world.notes() == ["見出し"]
