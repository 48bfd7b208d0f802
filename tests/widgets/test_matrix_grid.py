"""The grid of the matrix."""

import pytest
from settling import settled
from widgets_world import Repainted, alone, rows_of

from tui.text.line import Span
from tui.widgets.canvas import Canvas
from tui.widgets.matrix_grid import MatrixGrid, cut

COLUMNS = [((Span(" I"),), (Span(" 自組織"),)), ((Span(" II"),), (Span(" 専門組織"),))]
LABELS = [(Span(" A "), Span("組織運営")), (Span(" B "), Span("即時分析")), (Span(" C "), Span("深掘分析"))]
CELLS = [["1 3", "2"], ["-", "1 2 3"], ["4", "-"]]


WITHOUT_CODES = [(Span(" 企画"),), (Span(" 一次対応"),)]
GROUPS = [["A1#3. F4# I1.2.", "-"], ["H2.", "B1o3# C1#"]]


def fill(grid, width=40):
    grid.fill((Span(" head"),), COLUMNS, LABELS, CELLS, width=width, height=20)


def fill_groups(grid, height=20):
    grid.fill((Span(" head"),), COLUMNS, WITHOUT_CODES, GROUPS, width=30, height=height)


def cells_of(grid):
    return rows_of(grid.query_one("#grid-cells", Canvas))


async def test_grid_shows_head_labels_and_cells():
    async with alone(MatrixGrid()) as (grid, pilot):
        fill(grid)
        await settled(pilot)
        assert "II" in rows_of(grid.query_one("#grid-head", Canvas))[0]
        assert rows_of(grid.query_one("#grid-labels", Canvas)) == [" A 組織運営", " B 即時分析", " C 深掘分析"]
        assert [row.split() for row in cells_of(grid)] == [["[1", "3]", "2"], ["-", "1", "2", "3"], ["4", "-"]]


async def test_columns_stand_below_their_heads():
    async with alone(MatrixGrid()) as (grid, pilot):
        fill(grid)
        await settled(pilot)
        head = rows_of(grid.query_one("#grid-head", Canvas))[0]
        label_width = grid.query_one("#grid-labels").size.width
        assert head.index("II") - label_width == cells_of(grid)[1].index("1 2 3")


@pytest.mark.parametrize(
    ("rows", "columns", "cursor"), [(9, 9, (2, 1)), (-9, -9, (0, 0)), (1, 0, (1, 0)), (0, 1, (0, 1))]
)
async def test_cursor_stops_at_the_edges(rows, columns, cursor):
    async with alone(MatrixGrid()) as (grid, pilot):
        fill(grid)
        await settled(pilot)
        grid.move(rows, columns)
        assert grid.cursor == cursor
        assert sum(row.count("[") for row in cells_of(grid)) == 1
        assert "[" in cells_of(grid)[cursor[0]]


async def test_cursor_move_repaints_cells_and_no_label(monkeypatch):
    async with alone(MatrixGrid()) as (grid, pilot):
        fill(grid)
        await settled(pilot)
        labels = Repainted(grid.query_one("#grid-labels", Canvas), monkeypatch)
        cells = Repainted(grid.query_one("#grid-cells", Canvas), monkeypatch)
        grid.move(1, 0)
        assert labels.regions == []
        assert [region.y for region in cells.regions] == [0, 1]


async def test_names_give_way_to_codes_where_there_is_no_room():
    async with alone(MatrixGrid(), size=(26, 8)) as (grid, pilot):
        fill(grid, 25)
        await settled(pilot)
        assert rows_of(grid.query_one("#grid-labels", Canvas)) == [" A", " B", " C"]


async def test_click_moves_the_cursor():
    async with alone(MatrixGrid()) as (grid, pilot):
        fill(grid)
        await settled(pilot)
        await pilot.click("#grid-cells", offset=(2, 2))
        await settled(pilot)
        assert grid.cursor == (2, 0)


async def test_cells_behind_names_without_codes_are_wrapped_at_their_blanks_and_stay_one_cell():
    async with alone(MatrixGrid()) as (grid, pilot):
        fill_groups(grid)
        await settled(pilot)
        shown = [" ".join(row.split()) for row in cells_of(grid)]
        assert shown == ["[A1#3. -", "F4#", "I1.2.]", "H2. B1o3#", "C1#"]
        assert rows_of(grid.query_one("#grid-labels", Canvas)) == [" 企画", "", "", " 一次対応", ""]
        assert grid.rows == 7
        grid.move(1, 1)
        assert [" ".join(row.split()) for row in cells_of(grid)][3:] == ["H2. [B1o3#", "C1#]"]


async def test_click_on_a_later_line_of_a_cell_is_a_click_on_the_cell():
    async with alone(MatrixGrid()) as (grid, pilot):
        fill_groups(grid)
        await settled(pilot)
        await pilot.click("#grid-cells", offset=(12, 4))
        await settled(pilot)
        assert grid.cursor == (1, 1)


async def test_cells_are_cut_where_there_are_no_rows_for_all_of_them():
    async with alone(MatrixGrid()) as (grid, pilot):
        fill_groups(grid, height=4)
        await settled(pilot)
        assert grid.rows == 4
        assert [" ".join(row.split()) for row in cells_of(grid)] == ["[A1#3. >] -", "H2. B1o3# >"]


async def test_labels_keep_their_width_when_the_marks_change():
    async with alone(MatrixGrid(), size=(60, 8)) as (grid, pilot):
        fill(grid, 60)
        await settled(pilot)
        width = grid.query_one("#grid-labels").size.width
        grid.fill(
            (Span(" head"),), COLUMNS, LABELS, [["1# 3.", "2o"], ["-", "1. 2. 3."], ["4#", "-"]], width=60, height=20
        )
        await settled(pilot)
        assert grid.query_one("#grid-labels").size.width == width


@pytest.mark.parametrize(
    ("text", "cells", "shown"),
    [
        ("1#^ 3.. 4#<", 11, "1#^ 3.. 4#<"),
        ("1#^ 3.. 4#<", 10, "1#^ 3.. >"),
        ("1#^ 3.. 4#<", 8, "1#^ >"),
        ("10#^", 3, "1.."),
    ],
)
def test_a_part_of_a_cell_is_shown_whole_or_not_at_all(text, cells, shown):
    assert cut(text, cells) == shown
