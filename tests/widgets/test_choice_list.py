"""The list with a cursor: always on something, always in sight."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from settling import settled
from textual.geometry import Size
from widgets_world import Repainted, alone, rows_of

from tui.text.line import GAP, Row, Span, flat_text
from tui.widgets.choice_list import ChoiceList


def rows(count, *, heading_every=0):
    found = []
    for number in range(count):
        if heading_every and number % heading_every == 0:
            found += [GAP, Row.of((Span(f"heading {number}"),))]
        found.append(Row.of((Span(f"row {number}"),), f"key{number}"))
    return found


def marked(choices):
    return [row for row in rows_of(choices) if row.startswith("> ")]


async def test_cursor_starts_on_the_first_row_that_can_be_chosen():
    async with alone(ChoiceList()) as (choices, _):
        choices.fill([Row.of((Span("heading"),)), *rows(3)])
        assert choices.key == "key0"
        assert marked(choices) == ["> row 0"]


async def test_move_passes_over_headings_and_stops_at_the_ends():
    async with alone(ChoiceList()) as (choices, _):
        choices.fill(rows(3, heading_every=1))
        choices.move(1)
        assert choices.key == "key1"
        choices.move(9)
        assert choices.key == "key2"
        choices.move(-9)
        assert choices.key == "key0"


async def test_heading_above_the_first_row_comes_into_sight_with_it():
    async with alone(ChoiceList(), size=(40, 4)) as (choices, _):
        choices.fill([Row.of((Span("heading"),)), *rows(9)])
        choices.edge(1)
        assert "heading" not in "".join(rows_of(choices))
        choices.edge(-1)
        assert rows_of(choices)[0] == "heading"


async def test_cursor_stays_on_its_key_when_the_rows_change():
    async with alone(ChoiceList()) as (choices, _):
        choices.fill(rows(5))
        choices.select("key3")
        choices.fill(list(reversed(rows(5))))
        assert choices.key == "key3"


async def test_cursor_goes_to_the_nearest_row_where_its_own_is_gone():
    async with alone(ChoiceList()) as (choices, _):
        choices.fill(rows(5))
        choices.select("key3")
        choices.fill([row for row in rows(5) if row.key != "key3"])
        assert choices.key == "key4"


async def test_one_key_repaints_two_lines(monkeypatch):
    async with alone(ChoiceList()) as (choices, _):
        choices.fill(rows(5))
        painted = Repainted(choices, monkeypatch)
        choices.move(1)
        assert [(region.y, region.height) for region in painted.regions] == [(0, 1), (1, 1)]


async def test_inactive_list_hides_its_cursor():
    async with alone(ChoiceList(active=False)) as (choices, _):
        choices.fill(rows(3))
        assert marked(choices) == []
        choices.activate(True)
        assert marked(choices) == ["> row 0"]


async def test_list_of_text_alone_scrolls():
    async with alone(ChoiceList(), size=(20, 3)) as (choices, _):
        choices.fill([Row.of((Span(f"text {number}"),)) for number in range(6)])
        assert choices.key == ""
        assert choices.move(1)
        assert rows_of(choices)[0].startswith("text 1")
        choices.page(1)
        assert not choices.move(1)
        assert rows_of(choices)[2] == "text 5"


async def test_marks_at_the_edge_say_that_there_is_more():
    async with alone(ChoiceList(), size=(20, 3)) as (choices, _):
        choices.fill(rows(5))
        assert [row[19:] for row in rows_of(choices)] == ["", "", "v"]
        choices.move(2)
        choices.move(1)
        assert [row[19:] for row in rows_of(choices)] == ["^", "", "v"]
        choices.edge(1)
        assert [row[19:] for row in rows_of(choices)] == ["^", "", ""]


async def test_click_chooses_and_tells_the_screen():
    async with alone(ChoiceList()) as (choices, pilot):
        choices.fill(rows(5))
        await pilot.click(choices, offset=(3, 2))
        await settled(pilot)
        assert choices.key == "key2"


async def test_wheel_scrolls_without_moving_the_cursor():
    async with alone(ChoiceList(), size=(20, 3)) as (choices, _):
        choices.fill(rows(9))
        choices.on_mouse_scroll_down()
        assert choices.key == "key0"
        assert rows_of(choices)[0].startswith("  row 3")


SHAPES = st.lists(st.tuples(st.integers(1, 3), st.booleans()), min_size=1, max_size=25)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("move"), st.integers(-3, 3)),
        st.tuples(st.just("page"), st.sampled_from([-1, 1])),
        st.tuples(st.just("edge"), st.sampled_from([-1, 1])),
        st.tuples(st.just("select"), st.integers(0, 25)),
        st.tuples(st.just("fill"), st.integers(0, 10)),
        st.tuples(st.just("resize"), st.integers(3, 12)),
    ),
    max_size=12,
)


def shaped(shape, skip=0):
    return [
        Row(tuple((Span(f"{number}.{line}"),) for line in range(lines)), f"k{number}" if choosable else "")
        for number, (lines, choosable) in enumerate(shape)
        if number >= skip
    ]


class Sized(ChoiceList):
    """A list that is told its size, so that hundreds of stories need no terminal."""

    def __init__(self, height):
        super().__init__()
        self.height = height

    @property
    def size(self):
        return Size(20, self.height)


@given(SHAPES, STEPS, st.integers(3, 10))
def test_cursor_is_always_on_a_key_and_always_in_sight(shape, steps, height):
    choices = Sized(height)
    choices.fill(shaped(shape))
    check(choices)
    for name, value in steps:
        before = choices.key
        if name == "resize":
            choices.height = value
            choices.relayout()
        elif name == "fill":
            choices.fill(shaped(shape, value))
        elif name == "select":
            choices.select(f"k{value}")
        else:
            getattr(choices, name)(value)
        # Beyond the last row that can be chosen there may be text to read: the keys then scroll, and the cursor stays.
        check(choices, scrolled=name in {"move", "page", "edge", "select"} and choices.key == before)


def check(choices, *, scrolled=False):
    drawn = [flat_text(line) for line in choices.lines]
    assert len(drawn) <= choices.height
    cursors = [text.removeprefix("> ").split(".")[0] for text in drawn if text.startswith("> ")]
    assert cursors in ([[], [choices.key[1:]]] if scrolled or not choices.keys else [[choices.key[1:]]])
    assert choices.key in choices.keys or not choices.keys
    assert choices.lines_below >= 0


@pytest.mark.parametrize("by", [-1, 1])
async def test_page_moves_by_a_screenful(by):
    async with alone(ChoiceList(), size=(20, 5)) as (choices, _):
        choices.fill(rows(30))
        choices.select("key15")
        choices.page(by)
        assert choices.key == f"key{15 + 4 * by}"
