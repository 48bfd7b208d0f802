"""The user's own editor on a real terminal: it gets the terminal whole, and gives it back."""

import signal

import pytest
from ssh_world import script
from whole_world import LEFT_SCREEN

ALONE = "soc.2.alone"
SCREEN = b"\x1b[?1049h"


@pytest.fixture
def review(world, tmp_path):
    """The trainee has claimed; opens the review with an editor that is a script."""
    world.begin()
    world.state.with_name("policy.toml").write_text(f'[numbers]\n"{ALONE}.times" = 1\n', encoding="utf-8")
    world.done("log", ALONE, "-m", "夜間の一次切り分け")
    world.done("tick", *(f"{ALONE}.{point}" for point in ("scope", "close", "traces", "stop", "record")))
    world.done("claim", ALONE)
    me = str(tmp_path / "mentor.sqlite")
    world.run("--state", me, "me", "田中 実")

    def opened(text, editor=None):
        command = str(script(tmp_path / "editor", text)) if editor is None else editor
        return world.open("review", env={"IKUSEI_ME": me, "EDITOR": command})

    return opened


def test_editor_reads_keys_and_draws_and_the_screen_comes_back(world, review):
    with review('echo; echo "EDITOR OPEN"; read typed; echo "$typed" >"$1"; echo "二行目" >>"$1"') as terminal:
        terminal.wait_for("待ち 1")
        terminal.press("r", "ctrl+o")
        terminal.wait_for("EDITOR OPEN")
        assert terminal.written.count(LEFT_SCREEN) == 1
        terminal.send("根拠を足してください\r".encode())
        terminal.wait_for("差し戻しました")
        assert terminal.written.count(SCREEN) == 2
        assert "EDITOR OPEN" not in terminal.screen
        terminal.press("down", "q")
        assert terminal.wait_exit() == 0
    world.takes_in()
    ((reason,),) = world.rows("SELECT body ->> 'reason' FROM event WHERE kind = 'decision'")
    assert reason == "根拠を足してください\n二行目"
    assert not list(world.home.glob("ikusei-*"))


def test_ctrl_c_belongs_to_the_editor(world, review):
    with review('trap "echo INTERRUPTED" INT; echo; echo "EDITOR OPEN"; read typed; read again; : >"$1"') as terminal:
        terminal.wait_for("待ち 1")
        terminal.press("c", "ctrl+o")
        terminal.wait_for("EDITOR OPEN")
        terminal.send(b"\x03")
        terminal.wait_for("INTERRUPTED")
        terminal.send(b"\r\r")
        terminal.wait_for("何も書かれていない")
        terminal.press("q")
        assert terminal.wait_exit() == 0
    assert not world.state.with_name("inbox").exists()
    assert world.criterion(ALONE)["state"] == "claimed"


def test_line_cut_while_the_editor_is_open_decides_nothing(world, review):
    with review('echo; echo "EDITOR OPEN"; echo "半分" >"$1"; read typed') as terminal:
        terminal.wait_for("待ち 1")
        terminal.press("r", "ctrl+o")
        terminal.wait_for("EDITOR OPEN")
        terminal.hang_up()
        assert terminal.wait_exit() in {0, 128 + signal.SIGHUP, -signal.SIGHUP}
    assert not world.state.with_name("inbox").exists()
    assert world.criterion(ALONE)["state"] == "claimed"
    assert world.faults() == []


@pytest.mark.parametrize(
    ("editor", "told"),
    [("no-such-editor", "no-such-editor を起動できません"), ("sh -c 'exit 1'", "終了コード 1"), ("", "export EDITOR")],
)
def test_editor_that_is_missing_or_gives_up_leaves_the_screen_with_what_was_typed(world, review, editor, told):
    with review("true", editor) as terminal:
        terminal.wait_for("待ち 1")
        terminal.press("c")
        terminal.send("一言".encode())
        terminal.wait_for("一言")
        terminal.press("ctrl+o")
        terminal.wait_for(told)
        assert "一言" in terminal.screen
        assert terminal.written.count(LEFT_SCREEN) == bool(editor)
        terminal.press("enter")
        terminal.wait_for("確認しました")
        terminal.press("q")
        assert terminal.wait_exit() == 0
    world.takes_in()
    assert world.criterion(ALONE)["state"] == "confirmed"
