"""A mentor at the other end of a real SSH line reviews the trainee's file, and only what was decided arrives."""

import signal

import pytest
from ssh_world import Processes, remote_command, ssh_server

from benchmarks.terminal import Terminal

ALONE = "soc.2.alone"
REASON = "二件目の根拠を足してください"


@pytest.fixture
def mentor(world, tmp_path):
    """The trainee has claimed; opens the review of her file over SSH as somebody else."""
    world.begin()
    world.state.with_name("policy.toml").write_text(f'[numbers]\n"{ALONE}.times" = 1\n', encoding="utf-8")
    world.done("log", ALONE, "-m", "夜間の一次切り分け")
    world.done("tick", *(f"{ALONE}.{point}" for point in ("scope", "close", "traces", "stop", "record")))
    world.done("claim", ALONE)
    env = {**world.env, "IKUSEI_ME": str(tmp_path / "mentor.sqlite")}
    world.run("--state", env["IKUSEI_ME"], "me", "田中 実")
    with ssh_server(tmp_path / "ssh") as login:

        def opened():
            command = world.command("review")
            return Terminal([*login, remote_command(command, env)], env, cwd=world.home)

        yield opened


@pytest.fixture
def own(world, tmp_path):
    """The mentor's own journal."""
    return world.at(tmp_path / "mentor.sqlite")


def test_claim_is_returned_and_the_trainee_finds_the_reason(world, mentor):
    with mentor() as terminal:
        terminal.wait_for("待ち 1")
        terminal.press("r")
        terminal.send(REASON.encode())
        terminal.wait_for(REASON)
        terminal.press("enter")
        terminal.wait_for("差し戻しました")
        terminal.press("q")
        assert terminal.wait_exit() == 0
    world.takes_in()
    assert world.criterion(ALONE)["state"] == "returned"
    with world.open() as terminal:
        terminal.wait_for(REASON)
    assert world.faults() == []


def test_line_cut_before_the_verdict_leaves_nothing_half_done(world, mentor, own):
    with mentor() as terminal:
        terminal.wait_for("待ち 1")
        terminal.press("c")
        terminal.wait_for("コメントは省略できます")
        processes = Processes(world.state)
        terminal.signal(signal.SIGKILL)
        terminal.wait_exit()
        processes.wait_until_gone()
    assert world.criterion(ALONE)["state"] == "claimed"
    assert own.rows("SELECT count(*) FROM event WHERE kind = 'decision'") == [(0,)]
    assert not world.state.with_name("inbox").exists()
    with mentor() as terminal:
        terminal.wait_for("待ち 1")
        terminal.press("c", "enter")
        terminal.wait_for("確認しました")
        terminal.press("q")
        assert terminal.wait_exit() == 0
    world.takes_in()
    assert world.criterion(ALONE)["state"] == "confirmed"
    assert (world.faults(), own.faults()) == ([], [])
