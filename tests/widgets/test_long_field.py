"""A long text is read while it is typed."""

import pytest
from settling import settled
from textual import events
from widgets_world import alone, rows_of

from tui.text.cells import width
from tui.text.kinsoku import wrap
from tui.widgets.long_field import LongField
from tui.widgets.text_field import TextField

TALE = "07:10 に検知し、端末を隔離したあと、プロキシのログを三日分さかのぼって同じ宛先への通信がないことを確かめた。"


async def typed(field, pilot, text):
    field.focus()
    field.post_message(events.Paste(text))
    await settled(pilot)


async def test_every_word_of_a_long_text_is_in_sight_while_it_is_typed_and_one_line_of_it_afterwards():
    async with alone(LongField(), size=(40, 30)) as (field, pilot):
        await typed(field, pilot, TALE)
        assert "".join(rows_of(field)) == TALE
        assert field.size.height == 3
        assert max(map(width, rows_of(field))) < 40
        field.screen.set_focus(None)
        await settled(pilot)
        assert field.size.height == 1


async def test_short_text_stays_on_its_line():
    async with alone(LongField(), size=(40, 30)) as (field, pilot):
        await typed(field, pilot, "短い")
        assert field.size.height == 1


@pytest.mark.parametrize("size", [(40, 30), (80, 24), (120, 40), (40, 13)])
async def test_cursor_of_the_terminal_stands_on_the_letter_before_which_it_types(size):
    async with alone(LongField(), size=size) as (field, pilot):
        await typed(field, pilot, TALE * 9)
        for key in ("left", "up", "up", "left", "pageup", "home", "down", "pagedown", "pagedown", "up"):
            await pilot.press(key)
            await settled(pilot)
            letter = field.value[field.cursor_position]
            x, y = field.cursor_screen_offset
            assert field.render_line(y).crop(x, x + width(letter)).text == letter


async def test_click_puts_the_cursor_where_the_mouse_is():
    async with alone(LongField(), size=(40, 30)) as (field, pilot):
        await typed(field, pilot, TALE)
        await pilot.click(field, offset=(10, 1))
        await settled(pilot)
        assert field.cursor_screen_offset == (10, 1)


async def test_letter_costs_the_row_on_which_it_stands(monkeypatch):
    async with alone(LongField(), size=(40, 30)) as (field, pilot):
        await typed(field, pilot, TALE[:-3])
        regions = []
        monkeypatch.setattr(TextField, "refresh", lambda _, *painted, **__: regions.extend(painted))
        await pilot.press("x")
        await settled(pilot)
        assert {region.y for region in regions} == {2}


async def test_more_than_fits_is_walked_through_row_by_row_and_says_that_there_is_more():
    async with alone(LongField(), size=(40, 24)) as (field, pilot):
        await typed(field, pilot, TALE * 9)
        height = field.size.height
        assert 1 < height <= 8
        assert rows_of(field)[0].endswith("^")
        seen = []
        while field.cursor_position > 20:
            await pilot.press("up")
            await settled(pilot)
            seen += [row.strip("^v ") for row in rows_of(field)]
        assert rows_of(field)[0].startswith(TALE[:10])
        assert rows_of(field)[-1].endswith("v")
        assert set(seen) >= {row.strip() for row in wrap(TALE * 9, 38)}
