"""The canvas: shows lines, repaints what changed, splits no wide character."""

from hypothesis import example, given
from hypothesis import strategies as st
from rich.style import Style
from settling import settled
from textual.geometry import Region
from widgets_world import Repainted, alone, rows_of

from tui.text.cells import clusters, width
from tui.text.line import Span, clip, column, flat_text, justify, line_width
from tui.widgets.canvas import Canvas, changed_cells
from tui.widgets.strip import to_strip

PLAIN = {"": Style.null(), "dim": Style(dim=True)}
TEXTS = st.text(alphabet="aあ漢ﾊﾞe\u0301か\u3099 .\t\x1b\u202e[/]", max_size=30).map(
    lambda text: text.lstrip("\u0301\u3099")  # no span begins with a mark: texts are never cut before one
)
LINES = st.lists(st.builds(Span, TEXTS, st.sampled_from(["", "dim"])), max_size=4).map(tuple)


async def test_only_changed_lines_are_painted_and_only_to_the_last_changed_cell(monkeypatch):
    async with alone(Canvas()) as (canvas, _):
        canvas.show([(Span("one two"),), (Span("three"),), (Span("four five six"),)])
        painted = Repainted(canvas, monkeypatch)
        canvas.show([(Span("one two"),), (Span("three"),), (Span("four 5ive six"),)])
        assert painted.regions == [Region(0, 2, len("four 5"), 1)]


async def test_nothing_is_painted_where_nothing_changed(monkeypatch):
    async with alone(Canvas()) as (canvas, _):
        canvas.show([(Span("same"), Span(" again", "dim"))])
        painted = Repainted(canvas, monkeypatch)
        canvas.show([(Span("same"), Span(" again", "dim"))])
        assert painted.regions == []


async def test_change_of_style_alone_is_painted(monkeypatch):
    async with alone(Canvas()) as (canvas, _):
        canvas.show([(Span("a "), Span("b"))])
        painted = Repainted(canvas, monkeypatch)
        canvas.show([(Span("a "), Span("b", "strong"))])
        assert painted.regions == [Region(0, 0, 3, 1)]


async def test_line_that_grows_shorter_is_painted_to_its_former_end(monkeypatch):
    async with alone(Canvas()) as (canvas, _):
        canvas.show([(Span("漢字かな"),)])
        painted = Repainted(canvas, monkeypatch)
        canvas.show([(Span("漢"),)])
        assert painted.regions == [Region(0, 0, 8, 1)]


async def test_wide_character_is_painted_whole(monkeypatch):
    async with alone(Canvas()) as (canvas, _):
        canvas.show([(Span("ab漢"),)])
        painted = Repainted(canvas, monkeypatch)
        canvas.show([(Span("ab字"),)])
        assert painted.regions == [Region(0, 0, 4, 1)]


async def test_lines_below_the_edge_are_not_drawn():
    async with alone(Canvas(), size=(10, 2)) as (canvas, _):
        canvas.show([(Span(str(number)),) for number in range(5)])
        assert rows_of(canvas) == ["0", "1"]


async def test_resize_draws_the_lines_for_the_new_width():
    async with alone(Canvas()) as (canvas, pilot):
        canvas.show([(Span("x" * 60),)])
        assert rows_of(canvas)[0] == "x" * 38 + ".."
        await pilot.resize_terminal(80, 10)
        await settled(pilot)
        assert rows_of(canvas)[0] == "x" * 60


@given(LINES, st.integers(0, 40))
def test_strip_is_exactly_as_wide_as_asked_and_holds_no_control_character(line, cells):
    strip = to_strip(line, cells, PLAIN)
    assert width(strip.text) == cells == strip.cell_length
    assert not {"\x1b", "\u202e", "\t"} & set(strip.text)


@given(LINES, st.integers(2, 40))
def test_cut_text_says_so(line, cells):
    text = to_strip(line, cells, PLAIN).text
    if width(flat_text(line).rstrip(" ")) > cells:
        assert text.rstrip(" ").endswith("..")
    else:
        assert text.rstrip(" ") == flat_text(line).rstrip(" ")


@given(LINES, st.integers(0, 40))
def test_clip_never_splits_a_character_from_its_marks(line, cells):
    kept = flat_text(clip(line, cells))
    assert width(kept) <= cells
    whole = flat_text(line)
    if kept != whole:
        shown = kept.removesuffix(".." if cells >= 2 else "." * cells)
        assert whole.startswith(shown)
        assert not whole[len(shown) :].startswith(("\u0301", "\u3099"))


@given(LINES, LINES, st.integers(1, 60))
def test_column_and_justify_are_exactly_as_wide_as_asked(left, right, cells):
    assert line_width(column(left, cells)) == cells
    if line_width(right) < cells:
        assert line_width(justify(left, right, cells)) == cells


def cells_of(text):
    return [(cluster, half) for cluster, size in clusters(text) for half in range(size)]


@given(LINES, LINES, st.integers(1, 30))
@example((Span("[[ああ[あ"),), (Span("[あが\u3099あ["),), 8)
@example((Span("ああいい"),), (Span("あか\u3099き\u3099い"),), 8)
@example((Span("いかき"),), (Span("か\u3099かき\u3099"),), 8)
def test_painting_the_changed_cells_turns_the_old_line_into_the_new_one(before, after, cells):
    old, new = to_strip(before, cells, PLAIN), to_strip(after, cells, PLAIN)
    changed = changed_cells(old, new)
    assert 0 <= changed <= cells
    painted = cells_of(new.crop(0, changed).text) if changed else []
    assert painted + cells_of(old.text)[changed:] == cells_of(new.text)
