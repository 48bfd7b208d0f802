"""A mentor's key with a passphrase, in the review screen on a real terminal, which steps aside for the question."""

import json
import signal
import subprocess

import pytest
from whole_world import LEFT_SCREEN

from benchmarks.terminal import Terminal

ALONE = "soc.2.alone"
ASKED = "Enter passphrase"


@pytest.fixture
def mentor(world, tmp_path):
    """The trainee has claimed; opens the review of her file as somebody whose key has a passphrase."""
    world.begin()
    world.state.with_name("policy.toml").write_text(f'[numbers]\n"{ALONE}.times" = 1\n', encoding="utf-8")
    world.done("log", ALONE, "-m", "夜間の一次切り分け")
    world.done("tick", *(f"{ALONE}.{point}" for point in ("scope", "close", "traces", "stop", "record")))
    world.done("claim", ALONE)
    env = {**world.env, "IKUSEI_ME": str(tmp_path / "mentor.sqlite")}
    key = tmp_path / "key"
    make = ["ssh-keygen", "-q", "-t", "ed25519", "-a", "1", "-N", "correct horse", "-f", str(key)]
    subprocess.run(make, check=True, capture_output=True)
    world.run("--state", env["IKUSEI_ME"], "me", "田中 実")
    world.run("--state", env["IKUSEI_ME"], "me", "--key", key, env=env)
    return lambda: Terminal(world.command("review"), env, cwd=world.home)


@pytest.fixture
def own(world, tmp_path):
    """The mentor's own journal."""
    return world.at(tmp_path / "mentor.sqlite")


def signatures(own):
    return own.rows("SELECT count(*) FROM event WHERE kind IN ('decision', 'signature')")[0][0]


def asked(terminal):
    """Confirm the claim under the cursor, and wait for the question."""
    terminal.wait_for("待ち 1")
    terminal.press("c", "enter")
    terminal.wait_for(ASKED)


def test_passphrase_is_asked_for_and_the_screen_comes_back(world, mentor, own):
    with mentor() as terminal:
        asked(terminal)
        terminal.send(b"correct horse\r")
        terminal.wait_for("確認しました")
        terminal.press("q")
        assert terminal.wait_exit() == 0
    world.takes_in()
    assert world.criterion(ALONE)["state"] == "confirmed"
    assert signatures(own) == signatures(world) == 2
    assert (world.faults(), own.faults()) == ([], [])


def test_wrong_passphrase_writes_nothing_and_the_screen_comes_back(world, mentor, own):
    with mentor() as terminal:
        asked(terminal)
        terminal.send(b"wrong\r")
        terminal.wait_for("入力できる端末")
        terminal.press("escape")  # the question is back, with what was answered
        terminal.press("q")
        assert terminal.wait_exit() == 0
    assert signatures(own) == 0
    assert not world.state.with_name("inbox").exists()
    assert world.criterion(ALONE)["state"] == "claimed"


def test_terminal_lost_while_it_is_asked_for_leaves_nothing_half_done(world, mentor, own):
    with mentor() as terminal:
        asked(terminal)
        terminal.signal(signal.SIGKILL)
        terminal.wait_exit()
    assert signatures(own) == 0
    assert not world.state.with_name("inbox").exists()
    assert (world.faults(), own.faults()) == ([], [])


def test_several_claims_are_confirmed_with_one_passphrase(world, mentor, own):
    paired = "soc.2.paired"
    policy = f'[numbers]\n"{ALONE}.times" = 1\n"{paired}.times" = 1\n'
    world.state.with_name("policy.toml").write_text(policy, encoding="utf-8")
    own.state.with_name("policy.toml").write_text(policy, encoding="utf-8")
    world.done("log", paired, "--supervision", "paired")
    world.done("tick", *(each["id"] for each in json.loads(world.done("show", "--json", paired))["points"]))
    world.done("claim", ALONE, "--withdraw")
    world.done("claim", ALONE)
    world.done("claim", paired)
    with mentor() as terminal:
        terminal.wait_for("待ち 2")
        terminal.press("a", "b")
        terminal.wait_for(ASKED)
        assert "1/2 佐藤 花 soc.2.alone" in terminal.screen
        terminal.send(b"correct horse\r")
        terminal.wait_for("2 件を確認しました")
        assert terminal.written.count(ASKED.encode()) == 1
        terminal.press("q")
        assert terminal.wait_exit() == 0
    world.takes_in()
    assert world.criterion(paired)["state"] == world.criterion(ALONE)["state"] == "confirmed"
    assert signatures(own) == 4


def test_key_without_a_passphrase_does_not_make_the_screen_step_aside(world, mentor, own, tmp_path):
    change = ["ssh-keygen", "-q", "-p", "-P", "correct horse", "-N", "", "-f", str(tmp_path / "key")]
    subprocess.run(change, check=True, capture_output=True)
    with mentor() as terminal:
        terminal.wait_for("待ち 1")
        terminal.press("c", "enter")
        terminal.wait_for("確認しました")
        assert terminal.written.count(LEFT_SCREEN) == 0
        terminal.press("q")
        assert terminal.wait_exit() == 0
    assert signatures(own) == 2
