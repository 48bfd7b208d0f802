"""Asking a terminal for its widths, on a real pseudo-terminal whose other end is a thread."""

import os
import select
import termios
import threading
import tty

import pytest

from tui.terminal.probe import QUESTION, Probe, probe_ambiguous


class FakeTerminal:
    """Waits for the question, then sends *replies*."""

    def __init__(self, *replies):
        self.master, self.slave = os.openpty()
        self.replies = replies
        self.thread = threading.Thread(target=self._answer, daemon=True)
        self.thread.start()

    def _answer(self):
        seen = b""
        while b"\x1b[6n" not in seen:
            seen += os.read(self.master, 1024)
        for reply in self.replies:
            os.write(self.master, reply)

    def close(self):
        self.thread.join()
        os.close(self.master)
        os.close(self.slave)


@pytest.fixture
def fake():
    opened = []

    def start(*replies):
        opened.append(FakeTerminal(*replies))
        return opened[-1]

    yield start
    for each in opened:
        each.close()


@pytest.mark.parametrize(
    ("column", "cells"), [(5, 1), (9, 2), (7, 2), (6, 2)], ids=["narrow", "wide", "wide blocks", "one wide mark"]
)
def test_the_cursor_tells_the_width(fake, column, cells):
    terminal = fake(b"\x1b[1;%dR" % column)
    assert probe_ambiguous(terminal.slave, terminal.slave, 60) == Probe(cells, b"")


def test_an_answer_in_pieces_is_an_answer(fake):
    terminal = fake(b"\x1b", b"[24", b";9", b"R")
    assert probe_ambiguous(terminal.slave, terminal.slave, 60).cells == 2


def test_what_the_user_types_meanwhile_is_handed_back(fake):
    terminal = fake("l検".encode(), b"\x1b[1;5R")
    os.write(terminal.master, b"j")
    probe = probe_ambiguous(terminal.slave, terminal.slave, 60)
    assert probe == Probe(1, "jl検".encode())


def test_a_silent_terminal_gives_no_answer_and_loses_no_key(fake):
    terminal = fake()
    tty.setraw(terminal.slave)
    os.write(terminal.master, b"q")
    select.select([terminal.slave], [], [])
    assert probe_ambiguous(terminal.slave, terminal.slave, 0.05) == Probe(None, b"q")


@pytest.mark.parametrize("replies", [(b"\x1b[1;9R",), ()], ids=["answered", "silent"])
def test_the_terminal_has_its_modes_back(fake, replies):
    terminal = fake(*replies)
    before = termios.tcgetattr(terminal.slave)
    probe_ambiguous(terminal.slave, terminal.slave, 0.05)
    assert termios.tcgetattr(terminal.slave) == before


def test_the_question_leaves_nothing_on_the_line():
    assert QUESTION.endswith(b"\r\x1b[K")


def test_what_is_no_terminal_is_not_asked():
    reading, writing = os.pipe()
    assert probe_ambiguous(reading, writing) == Probe(None, b"")
    os.close(writing)
    assert os.read(reading, 1) == b""
    os.close(reading)


def test_a_line_that_drops_during_the_question_is_survived():
    master, slave = os.openpty()
    os.close(master)
    assert probe_ambiguous(slave, slave) == Probe(None, b"")
    os.close(slave)
