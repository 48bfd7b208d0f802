"""A grid of any number of rows: what is drawn is what is in sight, and the cursor always is."""

import pytest
from settling import settled
from textual.app import App

from tui.text.line import Span, flat_text
from tui.widgets.heat_grid import HeatGrid, HeatRow


class GridApp(App[None]):
    CSS = "HeatGrid { width: 40; height: 8; }"

    def __init__(self, rows=1000, columns=7):
        super().__init__()
        self.asked = []
        self._rows, self._columns = rows, columns

    def compose(self):
        yield HeatGrid()

    def on_mount(self):
        self.fill()

    def fill(self):
        heads = [("who", *(f"r{at}" for at in range(self._columns)), "days")]
        self.query_one(HeatGrid).fill(heads, self._rows, self.row, label_width=8, cell_width=6)

    def row(self, at):
        self.asked.append(at)
        return HeatRow((Span(f"p{at}"),), tuple((Span(f"{at}/{c}"),) for c in range(self._columns)), (Span("x"),))


@pytest.fixture
async def app():
    made = GridApp()
    async with made.run_test(size=(40, 10)) as pilot:
        await settled(pilot)
        yield made


def text(app):
    return [flat_text(line) for line in app.query_one(HeatGrid).lines]


async def test_only_rows_in_sight_are_asked_for(app):
    app.asked.clear()
    app.query_one(HeatGrid).move(1, 0)
    assert sorted(set(app.asked)) == list(range(7))


async def test_the_head_stays_and_the_cursor_is_in_sight_wherever_it_goes(app):
    grid = app.query_one(HeatGrid)
    grid.move(500, 0)
    assert text(app)[0].startswith("  who")
    assert any(line.startswith("> p500") for line in text(app))
    grid.move(9999, 9999)
    assert grid.cursor == (999, 6)
    assert "999/6" in "".join(text(app))
    assert "r6" in text(app)[0]
    assert "r0" not in text(app)[0]
    grid.move(-9999, -9999)
    assert text(app)[1].startswith("> p0")
    assert "r0" in text(app)[0]


async def test_a_page_is_a_screenful(app):
    grid = app.query_one(HeatGrid)
    grid.page(1)
    assert grid.cursor[0] == 6
    grid.page(-1)
    assert grid.cursor[0] == 0


async def test_a_move_that_goes_nowhere_says_so(app):
    grid = app.query_one(HeatGrid)
    assert not grid.move(-1, 0)
    assert grid.move(0, 1)


async def test_nothing_to_show_is_shown_without_a_cursor():
    made = GridApp(rows=0)
    async with made.run_test(size=(40, 10)) as pilot:
        await settled(pilot)
        assert len(text(made)) == 1
        made.query_one(HeatGrid).move(1, 1)
