"""The marks: safe in every terminal, or plain ASCII."""

import unicodedata
from dataclasses import astuple

from tui.terminal.probe import ASKED
from tui.text.cells import width
from tui.text.glyphs import ASCII, BLOCKS, UNICODE, glyphs_for


def test_every_mark_takes_one_cell_in_every_terminal():
    for mark in "".join(astuple(UNICODE)):
        assert width(mark) == 1
        assert unicodedata.east_asian_width(mark) in {"N", "Na"}, mark


def test_the_plain_set_is_ascii_and_its_boxes_are_of_one_width():
    assert all(mark.isascii() for mark in astuple(ASCII))
    assert width(ASCII.ticked) == width(ASCII.unticked)


def test_blocks_are_those_that_the_terminal_is_asked_about_or_as_wide():
    own = {*"".join(astuple(BLOCKS))} - {*"".join(astuple(UNICODE))}
    assert {mark for mark in own if unicodedata.east_asian_width(mark) == "A"} == {*"█▌▒▓"}
    assert {*ASKED} > {"█", "▒"}
    assert all(width(mark) == 1 for mark in own)


def test_what_must_be_told_apart_differs_without_colour():
    for glyphs in (BLOCKS, UNICODE, ASCII):
        marks = [mark for mark in astuple(glyphs)[:-1] if mark]  # a shade may look like a cell of a bar
        assert len({*marks}) == len(marks)
        assert len({*glyphs.shades}) == len(glyphs.shades)


def test_a_mode_names_its_set():
    assert glyphs_for("blocks") is BLOCKS
    assert glyphs_for("unicode") is UNICODE
    assert glyphs_for("ascii") is ASCII
