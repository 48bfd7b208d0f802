"""Gauges and strips of months: in blocks where the terminal draws them, else in ASCII, and the same figures in both."""

import pytest

from tui.drawing.marks import gauge_lines, month_strip
from tui.drawing.pen import Pen
from tui.progress.standing import Gauge, GaugeUnit, Month, Standing
from tui.text.glyphs import ASCII, BLOCKS
from tui.text.line import flat_text

WIDE = 80
BLOCK, PLAIN = Pen("en", BLOCKS, WIDE), Pen("en", ASCII, WIDE)


def months(*entries):
    return Standing("monthly", met=False, months=tuple(Month(f"2026-{at:02}", n) for at, n in enumerate(entries, 1)))


def texts(lines):
    return [flat_text(line).rstrip() for line in lines]


@pytest.mark.parametrize(
    ("done", "total", "blocks", "plain"),
    [
        (0, 10, "░░░░░░░░░░", ".........."),
        (5, 10, "█████░░░░░", "=====....."),
        (13, 20, "██████▌░░░", "======...."),
        (199, 200, "█████████▌", "=========."),
        (10, 10, "██████████", "=========="),
        (12, 10, "██████████", "=========="),
        (3, 0, "░░░░░░░░░░", ".........."),
    ],
)
def test_a_bar_is_full_only_where_the_number_is_reached(done, total, blocks, plain):
    assert flat_text(BLOCK.bar(done, total, 10)) == blocks
    assert flat_text(PLAIN.bar(done, total, 10)) == plain
    assert [span.style for span in BLOCK.bar(done, total, 10)] == ["ok" if 0 < total <= done else "accent", "dim"]


def test_a_ratio_shows_its_threshold_in_the_bar():
    gauge = Gauge(GaugeUnit.PERCENT, 62.0, 95.0, met=False)
    assert texts(gauge_lines(gauge, BLOCK))[0].startswith("████████████░░░░░░░| 62 %")
    assert texts(gauge_lines(gauge, PLAIN))[0].startswith("============.......| 62 %")


def test_a_shade_beside_the_entries_of_a_month_shows_how_many_they_are():
    assert texts(month_strip(months(1, 0, 4, 2), BLOCK)) == ["  01 02 03 04   2026", "  ░1  - █4 ▒2"]
    assert texts(month_strip(months(1, 0, 4, 2), PLAIN)) == ["  01 02 03 04   2026", "   1  -  4  2"]


def test_no_figure_of_a_month_is_cut():
    assert texts(month_strip(months(123, 0, 7), PLAIN))[1].split() == ["123", "-", "7"]
    assert texts(month_strip(months(123, 12), BLOCK))[1].split() == ["█123", "░12"]


def test_months_stand_below_their_numbers_whatever_the_width():
    for pen in (BLOCK, PLAIN, Pen("en", BLOCKS, 40)):
        lines = texts(month_strip(months(*[11] * 12), pen))
        for numbers, entries in zip(lines[::2], lines[1::2], strict=True):
            ends = [at for at, cell in enumerate(numbers + " ") if cell == " " and numbers[at - 1 : at].isdigit()]
            assert {entries[at - 1] for at in ends if at <= len(entries)} == {"1"}
            assert len(numbers) <= pen.width
