"""A session over SSH whose line is cut: nothing is lost, and nothing runs on behind it."""

import signal

import pytest
from ssh_world import Processes, remote_command, ssh_server
from whole_world import move_to, open_form

from benchmarks.terminal import Terminal

PAIRED = "ペアでの監視業務"
LOGGED = "引き継ぎまで一人で"
TYPED = "書きかけ"


@pytest.fixture
def remote(world, tmp_path):
    """Opens ikusei over SSH."""
    world.begin()
    with ssh_server(tmp_path / "ssh") as login:

        def opened():
            return Terminal([*login, remote_command(world.command(), world.env)], world.env, cwd=world.home)

        yield opened


def test_line_cut_in_the_middle_of_a_note_loses_nothing_and_leaves_no_process(world, remote):
    with remote() as terminal:
        terminal.wait_for("次にすること")
        open_form(terminal, PAIRED, LOGGED)
        terminal.press("enter")
        terminal.wait_for("記録しました")
        terminal.press("l")
        terminal.send(TYPED.encode())
        terminal.wait_for(TYPED)
        processes = Processes(world.state)
        assert len(processes.ids) > 1  # ours here, and theirs there
        terminal.signal(signal.SIGKILL)
        terminal.wait_exit()
        processes.wait_until_gone()
    assert world.notes() == [LOGGED]
    assert TYPED in world.drafts()

    with remote() as terminal:
        terminal.wait_for(LOGGED)
        terminal.press("3")
        move_to(terminal, PAIRED)
        terminal.press("l")
        terminal.wait_for(TYPED)
        terminal.press("enter")
        terminal.wait_for("記録しました")
        terminal.press("q", "q")
        assert terminal.wait_exit() == 0
    assert world.notes() == [LOGGED, TYPED]
    assert world.faults() == []
