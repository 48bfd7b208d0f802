"""However ikusei is ended, what was being typed is there again, and no process stays behind."""

import select
import signal

import pytest
from whole_world import LEFT_SCREEN, open_form

from benchmarks.terminal import LOOK

TYPED = "夜勤の途中で"
PAIRED = "ペアでの監視業務"
WRITES_QUEUED = 100
"""Answers to keys after which the program's own queue of writes is full, too."""


@pytest.fixture
def typing(world):
    """Opens ikusei with a note being typed; the draft isn't there yet."""
    world.begin()
    opened = []

    def start(**terminal):
        opened.append(world.open(**terminal))
        opened[-1].wait_for("次にすること")
        open_form(opened[-1], PAIRED, TYPED)
        return opened[-1]

    yield start
    for each in opened:
        each.close()


def stall(terminal):
    """Type on without reading until the line is full, and further so that ikusei itself has to wait for it."""
    waiting = 0
    while waiting < WRITES_QUEUED:
        terminal.send(b".")
        select.select([], [], [], LOOK)
        waiting += terminal.is_full


def assert_draft_is_back(world):
    with world.open() as terminal:
        terminal.wait_for("次にすること")
        open_form(terminal, PAIRED, "")
        terminal.wait_for("下書きを戻しました")
        terminal.press("enter")
        terminal.wait_for("記録しました")
    assert [note.rstrip(".") for note in world.notes()] == [TYPED]
    assert world.faults() == []


def test_kill_9_while_the_form_is_filled_in_loses_nothing_typed_before_a_pause(world, typing):
    terminal = typing()
    terminal.wait_until(lambda: TYPED in world.drafts(), "the draft")
    terminal.signal(signal.SIGKILL)
    assert terminal.wait_exit() == -signal.SIGKILL
    assert_draft_is_back(world)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_signal_saves_the_draft_and_gives_the_terminal_back(world, typing, number):
    terminal = typing()
    terminal.signal(number)
    assert terminal.wait_exit() == 0
    assert LEFT_SCREEN in terminal.written
    assert_draft_is_back(world)


@pytest.mark.parametrize("ignores_hangup", [False, True], ids=["plain", "hang-up ignored by the parent"])
def test_cut_line_saves_the_draft_and_ends_the_process(world, typing, ignores_hangup):
    terminal = typing(ignores_hangup=ignores_hangup)
    terminal.hang_up()
    # On a loaded machine leaving can take longer than it may; then the process ends with the status of the signal.
    assert terminal.wait_exit() in {0, 128 + signal.SIGHUP}
    assert_draft_is_back(world)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_signal_on_a_stalled_line_saves_the_draft_and_ends_the_process(world, typing, number):
    terminal = typing()
    stall(terminal)
    terminal.signal(number)
    assert terminal.wait_exit(reading=False) == 0
    assert_draft_is_back(world)
