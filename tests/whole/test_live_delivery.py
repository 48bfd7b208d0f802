"""Two screens are open, the trainee's and the mentor's, and each shows by itself what the other has done."""

import pytest
from whole_world import IKUSEI

from benchmarks.terminal import Terminal

ALONE = "soc.2.alone"
REASON = "二件目の根拠を足してください"
POINTS = tuple(f"{ALONE}.{point}" for point in ("scope", "close", "traces", "stop", "record"))


@pytest.fixture
def claimed(world):
    """The trainee has claimed one criterion."""
    world.begin()
    world.state.with_name("policy.toml").write_text(f'[numbers]\n"{ALONE}.times" = 1\n', encoding="utf-8")
    world.done("log", ALONE, "-m", "夜間の一次切り分け")
    world.done("tick", *POINTS)
    world.done("claim", ALONE)
    return world


@pytest.fixture
def mentor(world, tmp_path):
    """Gives the command line of somebody else, whose own journal lies elsewhere, about the trainee's file."""
    own = world.at(tmp_path / "mentor.sqlite")
    assert own.run("me", "田中 実").returncode == 0
    own.of_trainee = lambda *args: [*IKUSEI, "--lang", "ja", *args, "--state", str(world.state)]
    return own


def done(mentor, *args):
    """The mentor has said something from the command line."""
    with Terminal(mentor.of_trainee(*args), mentor.env, cwd=mentor.home) as terminal:
        assert terminal.wait_exit() == 0


def test_open_screen_of_the_trainee_shows_what_the_mentor_has_said(claimed, mentor):
    with claimed.open() as terminal:
        terminal.wait_for("次にすること")
        assert not claimed.state.with_name("inbox").exists()
        done(mentor, "return", ALONE, "-m", REASON)
        terminal.wait_for("受け箱から 1 件: 田中 実 が差し戻し 1")
        terminal.wait_for(REASON)
        claimed.done("tick", f"{ALONE}.scope")  # the folder is there now: what comes next is noticed there
        claimed.done("claim", ALONE)
        done(mentor, "confirm", ALONE)
        terminal.wait_for("田中 実 が確認 1")
        terminal.press("q")
        assert terminal.wait_exit() == 0
    assert claimed.criterion(ALONE)["state"] == "confirmed"
    assert sorted(each.suffix for each in claimed.state.with_name("inbox").iterdir()) == [""]
    assert claimed.faults() == []


def test_what_comes_while_a_question_is_open_leaves_what_is_typed(claimed, mentor):
    with claimed.open() as terminal:
        terminal.press("3")
        terminal.wait_for("達成目安")
        terminal.press("l")
        terminal.send("書きかけ".encode())
        terminal.wait_for("書きかけ")
        done(mentor, "confirm", ALONE)
        terminal.wait_for("田中 実 が確認 1")
        assert "書きかけ" in terminal.screen
        assert "Esc やめる" in terminal.screen


def test_file_that_is_not_taken_in_is_named_in_the_open_screen(claimed, mentor):
    with claimed.open() as terminal:
        terminal.wait_for("次にすること")
        inbox = claimed.state.with_name("inbox")
        inbox.mkdir()
        inbox.joinpath("broken.ikusei").write_text("{", encoding="utf-8")
        terminal.wait_for("受け箱に残したもの")
        terminal.wait_for("broken.ikusei")
        done(mentor, "confirm", ALONE)
        terminal.wait_for("田中 実 が確認 1")
        terminal.press("q")
        assert terminal.wait_exit() == 0


def test_open_review_shows_what_the_trainee_has_done(claimed, mentor):
    claimed.done("claim", ALONE, "--withdraw")
    with Terminal(mentor.of_trainee("review"), mentor.env, cwd=mentor.home) as terminal:
        terminal.wait_for("待ち 0")
        claimed.done("claim", ALONE, "-m", "もう一度見てください")
        terminal.wait_for("待ち 1")
        terminal.wait_for("もう一度見てください")
        terminal.press("r")
        terminal.send(REASON.encode())
        terminal.wait_for(REASON)
        claimed.done("log", ALONE, "-m", "二件目")  # somebody types: the question stays, and the answer is given
        terminal.press("enter")
        terminal.wait_for("差し戻しました")
        terminal.press("q")
        assert terminal.wait_exit() == 0
    claimed.takes_in()
    assert claimed.criterion(ALONE)["state"] == "returned"
