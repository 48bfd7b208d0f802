"""The marks: safe in every terminal, or plain ASCII."""

import unicodedata
from dataclasses import astuple

from tui.text.cells import width
from tui.text.glyphs import ASCII, UNICODE, glyphs_for


def test_every_mark_takes_one_cell_in_every_terminal():
    for mark in astuple(UNICODE):
        assert len(mark) == 1
        assert width(mark) == 1
        assert unicodedata.east_asian_width(mark) in {"N", "Na"}, mark


def test_the_plain_set_is_ascii_and_its_boxes_are_of_one_width():
    assert all(mark.isascii() for mark in astuple(ASCII))
    assert width(ASCII.ticked) == width(ASCII.unticked)


def test_what_must_be_told_apart_differs_without_colour():
    for glyphs in (UNICODE, ASCII):
        assert len({*astuple(glyphs)}) == len(astuple(glyphs))


def test_a_mode_names_its_set():
    assert glyphs_for("unicode") is UNICODE
    assert glyphs_for("ascii") is ASCII
