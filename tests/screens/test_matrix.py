"""The matrix: functions x regions, the duties of a cell, a duty and what it hands over."""

import pytest
from screens_world import terminal

from tui.text.cells import take


async def test_cell_under_the_cursor_is_read_out(book):
    async with terminal(book) as screen:
        await screen.press("4")
        assert "[1 3 4 6]" in screen.text
        assert "A-1 全体方針管理" in screen.text
        await screen.press("down", "right", "right")
        assert "[1 3 4 5]" in screen.text
        assert "B-1 リアルタイム基本分析" in screen.text


async def test_cursor_stops_at_the_edges(book):
    async with terminal(book) as screen:
        await screen.press("4", "up", "left")
        assert "[1 3 4 6]" in screen.text
        await screen.press("pagedown", "end", "down", "right")
        assert screen.frame.grid.cursor == (8, 3)


async def test_empty_cell_says_so_and_opens_nothing(book):
    async with terminal(book) as screen:
        await screen.press("4", "right", "right")
        assert "領域 IV に属する役割はありません" in screen.text
        await screen.press("enter")
        assert "isogj:5#" not in screen.text
        assert "領域 IV に属する役割はありません" in screen.status
        await screen.press("left")
        assert screen.status == ""


async def test_duty_opens_neighbours_follow_and_back_closes_it(book):
    async with terminal(book) as screen:
        await screen.press("4", "enter")
        assert "isogj:5#A-1" in screen.text
        await screen.press("right")
        assert "isogj:5#A-3" in screen.text
        await screen.press("escape")
        assert "isogj:5#A-3" not in screen.text
        assert screen.place == "matrix"
        await screen.press("q")
        assert screen.place == "today"


async def test_duty_is_read_to_its_end_and_then_its_links_are_followed(book):
    async with terminal(book) as screen:
        await screen.press("4", "right", "enter")
        assert "isogj:5#A-2" in screen.text
        assert "受け渡し" not in screen.text
        for _ in range(30):
            await screen.press("down")
        assert screen.cursor
        assert "Enter" in screen.keys
        await screen.press("up", "up", "up", "up", "up", "down", "down", "down", "down", "down", "down")
        target = screen.frame.sheet.key
        await screen.press("enter")
        assert f"isogj:5#{target.upper()}" in screen.text
        assert screen.frame.sheet.lines[0][0].text.startswith(target.upper())


async def test_region_codes_and_axes_are_explained(book):
    async with terminal(book, "en") as screen:
        await screen.press("4")
        assert "III Done by specialists" in screen.text
        assert "outside information, high expertise" in screen.text


@pytest.mark.parametrize("lang", ["ja", "en"])
async def test_wide_terminal_shows_the_duty_beside_the_matrix_uncut(book, lang):
    async with terminal(book, lang, size=(120, 40)) as screen:
        await screen.press("4")
        assert ".." not in screen.text
        await screen.press("enter")
        assert any("1 3 4 6" in line and "A-" not in line[:60] for line in screen.lines)
        assert "isogj:5#A-1" in screen.text
        assert ".." not in screen.text


async def test_rows_keep_their_letter_on_a_narrow_terminal(book):
    async with terminal(book, size=(50, 20)) as screen:
        await screen.press("4")
        rows = [line.strip()[0] for line in screen.lines[3:12]]
        assert rows == list("ABCDEFGHI")


@pytest.mark.parametrize("size", [(110, 30), (120, 40), (200, 50)])
async def test_wide_terminal_shows_the_texts_of_the_duties_under_the_cursor(book, size):
    textbook = book.pack.textbook
    async with terminal(book, size=size) as screen:
        await screen.press("4", "down", "right", "right")
        for code in ("B-1", "B-3"):
            duty = textbook.duty(code.lower())
            beside = screen.pane_of("isogj:5#B-1" if size[0] < 120 else "B-1 リアルタイム基本分析  ")
            assert duty.text.ja.replace(" ", "") in beside.replace(" ", "")
        assert "専門組織を中心に連携" in screen.text
        await screen.press("right")
        assert "isogj:5#B-2" in screen.text
        assert "IV  専門組織を中心に連携" in screen.text


async def test_empty_cell_of_a_wide_matrix_says_what_its_region_is(book):
    async with terminal(book, size=(120, 40)) as screen:
        await screen.press("4", "down")
        region = book.pack.textbook.regions[0]
        assert region.text.ja in screen.pane_of(f"I {region.name.ja}  isogj")


@pytest.mark.parametrize("layer", range(7))
async def test_legend_of_a_wide_matrix_stays_while_the_cursor_moves(book, layer):
    async with terminal(book, size=(120, 40)) as screen:
        await screen.press("4", *["y"] * layer)
        legend = [take(line, 76).rstrip() for line in screen.lines[-5:-2]]
        assert any(legend)
        await screen.press("down", "right", "right")
        assert [take(line, 76).rstrip() for line in screen.lines[-5:-2]] == legend
