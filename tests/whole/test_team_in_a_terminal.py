"""The lead in a real terminal: what a key on the heat map costs, what held keys leave, what nobody sees."""

import pytest
from whole_world import IKUSEI, World

from benchmarks.terminal import Terminal
from benchmarks.xterm import FRAME

DOWN, RIGHT = b"j", b"\x1b[C"


@pytest.fixture
def team(tmp_path):
    world = World(tmp_path)
    with Terminal([*IKUSEI, "--lang", "ja", "--demo", "team"], world.env, cwd=world.home) as terminal:
        terminal.wait_for("[人]")
        terminal.settle()
        yield terminal


def answer(terminal, key):
    before = len(terminal.written)
    terminal.send(key)
    terminal.read(1)
    terminal.settle()
    return terminal.written[before:]


@pytest.mark.parametrize("key", [DOWN, RIGHT])
def test_a_move_on_the_map_is_one_small_frame(team, key):
    answers = [answer(team, key) for _ in range(4)]
    assert max(len(each) for each in answers) <= 2_000
    assert {each.count(FRAME) for each in answers} == {1}


def test_held_keys_end_where_the_last_one_leads(team):
    team.send(DOWN * 200 + RIGHT * 50)
    team.wait_for("高橋 玲子  開発/開発支援")
    team.settle()
    assert "> 高橋 玲子" in team.screen


def test_doing_nothing_writes_nothing(team):
    before = len(team.written)
    while team.read(1.5):
        pass
    assert len(team.written) == before


def test_a_person_is_opened_and_left_in_one_key_each(team):
    answer(team, DOWN)
    answer(team, b"\r")
    assert "[見るだけ] 伊藤 さくら" in team.screen
    answer(team, b"q")
    assert "> 伊藤 さくら" in team.screen


def test_the_verb_opens_the_screen_on_a_terminal(tmp_path):
    world = World(tmp_path)
    world.begin()
    with world.open("team") as terminal:
        terminal.wait_for("[人]")
        terminal.settle()
        assert "> 佐藤 花" in terminal.screen
        answer(terminal, b"q")
        terminal.send(b"q")
        assert terminal.wait_exit() == 0
