"""What a start, a key and doing nothing write to the terminal: the same on every machine, however fast."""

import subprocess
from datetime import date
from statistics import median
from typing import NamedTuple

import pytest
from whole_world import IKUSEI, World

from benchmarks.filled_state import fill
from benchmarks.review_queue import fill_queue
from benchmarks.terminal import Terminal
from benchmarks.tour import BEGUN, Answer, by_figure, walk
from benchmarks.xterm import FRAME

IDLE = 2.0
"""Seconds for which nothing is to be written."""
START = 12_000
FRAMES_OF_REVIEW = 3
ALLOWED = {
    "checklist": (2_000, 1),
    "inside": (2_000, 1),
    "journal": (2_000, 1),
    "roles": (2_000, 1),
    "today": (2_000, 1),
    "organisation": (2_000, 1),
    "matrix": (300, 1),
    "layer": (3_000, 1),
    "layered": (700, 1),
    "tick": (700, 1),
    "page": (4_000, 1),
    "switch": (8_000, 3),
}
"""Bytes that a key may cost in the middle of all that were pressed there, and frames that each may."""
DEAREST = 1.5
"""How much more the dearest of them may be: one that changes the details and the key bar, too."""
GROWTH = 1.1
"""How much more it may be with ten thousand entries than with a hundred."""


class Costs(NamedTuple):
    """What one run cost."""

    start: int
    answers: dict[str, list[Answer]]
    idle: int


def costs_of(terminal):
    with terminal:
        terminal.wait_for(BEGUN)
        terminal.settle()
        start = len(terminal.written)
        answers = by_figure(list(walk(terminal)))
        before = len(terminal.written)
        while terminal.read(IDLE):
            pass
        return Costs(start, answers, len(terminal.written) - before)


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    world = World(tmp_path_factory.mktemp("demo"))
    return costs_of(Terminal([*IKUSEI, "--lang", "ja", "--demo"], world.env, cwd=world.home))


def filled(folder, entries):
    world = World(folder)
    fill(world.state, entries, date.today())  # noqa: DTZ011 - the day of the user
    world.done("status")  # what it computes is kept, as it is from one start to the next
    return costs_of(world.open())


@pytest.fixture(scope="module")
def hundred(tmp_path_factory):
    """As few as fill every screen."""
    return filled(tmp_path_factory.mktemp("few"), 100)


@pytest.fixture(scope="module")
def ten_thousand(tmp_path_factory):
    return filled(tmp_path_factory.mktemp("many"), 10_000)


@pytest.fixture(params=["demo", "ten_thousand"])
def costs(request):
    return request.getfixturevalue(request.param)


def test_start_writes_little(costs):
    assert costs.start <= START


def test_the_queue_is_laid_out_before_it_is_shown(tmp_path):
    world = World(tmp_path)
    fill_queue(world.state, 2, ("soc.2.paired", "soc.2.alone"))
    subprocess.run([*IKUSEI, "me", "田中 実"], env=world.env, cwd=world.home, capture_output=True, check=True)
    with world.open("review") as terminal:
        terminal.wait_for("待ち 2")
        terminal.settle()
        assert terminal.written.count(FRAME) <= FRAMES_OF_REVIEW


@pytest.mark.parametrize("figure", ALLOWED)
def test_key_writes_little_and_at_once(costs, figure):
    size, frames = ALLOWED[figure]
    answers = costs.answers[figure]
    assert median(answer.size for answer in answers) <= size
    assert [answer for answer in answers if answer.size > DEAREST * size or not 1 <= answer.frames <= frames] == []


def test_doing_nothing_writes_nothing(costs):
    assert costs.idle == 0


@pytest.mark.parametrize("figure", ALLOWED)
def test_key_costs_the_same_with_ten_thousand_entries(hundred, ten_thousand, figure):
    few, many = hundred.answers[figure], ten_thousand.answers[figure]
    assert sum(answer.size for answer in many) <= GROWTH * sum(answer.size for answer in few)


def test_start_costs_the_same_with_ten_thousand_entries(hundred, ten_thousand):
    assert ten_thousand.start <= GROWTH * hundred.start
