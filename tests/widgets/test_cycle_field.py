"""A field with a few values."""

from settling import settled
from widgets_world import alone, rows_of

from tui.widgets.cycle_field import CycleField

LEVELS = [("observed", "見学"), ("paired", "指導者とペア"), ("alone", "独力")]


async def test_field_shows_the_value_that_it_was_given():
    async with alone(CycleField()) as (field, _):
        field.offer(LEVELS, "paired")
        assert field.value == "paired"
        assert rows_of(field) == ["< 指導者とペア >"]


async def test_unknown_value_falls_back_to_the_first():
    async with alone(CycleField()) as (field, _):
        field.offer(LEVELS, "directed")
        assert field.value == "observed"


async def test_arrows_and_space_go_round():
    async with alone(CycleField()) as (field, pilot):
        field.offer(LEVELS, "alone")
        field.focus()
        await pilot.press("right")
        await settled(pilot)
        assert field.value == "observed"
        await pilot.press("left", "left")
        await settled(pilot)
        assert field.value == "paired"
        await pilot.press("space")
        await settled(pilot)
        assert field.value == "alone"


async def test_up_and_down_change_nothing():
    async with alone(CycleField()) as (field, pilot):
        field.offer(LEVELS, "paired")
        field.focus()
        await pilot.press("down", "up", "up")
        await settled(pilot)
        assert field.value == "paired"


async def test_field_without_values_does_nothing():
    async with alone(CycleField()) as (field, pilot):
        field.focus()
        await pilot.press("right")
        await settled(pilot)
        assert field.value == ""


async def test_arrows_are_shown_reversed_only_with_the_focus():
    async with alone(CycleField()) as (field, pilot):
        field.offer(LEVELS, "alone")
        pilot.app.set_focus(None)
        await settled(pilot)
        plain = field.render_line(0)
        field.focus()
        await settled(pilot)
        assert field.render_line(0) != plain
        assert any(segment.style and segment.style.reverse for segment in field.render_line(0))
