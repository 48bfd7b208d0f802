"""Title, status and key bar."""

from settling import settled
from widgets_world import alone, rows_of

from tui.text.line import Span
from tui.widgets.bars import KeyBar, StatusLine, TitleBar

KEYS = [("l", "log"), ("Enter", "open"), ("Space", "tick"), ("w", "walk"), ("/", "find"), ("?", "keys")]


async def test_key_bar_shows_everything_where_there_is_room():
    async with alone(KeyBar(), size=(60, 1)) as (bar, _):
        bar.tell(KEYS)
        assert rows_of(bar) == [" l log  Enter open  Space tick  w walk  / find  ? keys"]


async def test_key_bar_keeps_help_however_narrow():
    async with alone(KeyBar(), size=(60, 1)) as (bar, pilot):
        bar.tell(KEYS)
        for columns in range(10, 60, 7):
            await pilot.resize_terminal(columns, 1)
            await settled(pilot)
            assert rows_of(bar)[0].endswith("? keys")
            assert ".." not in rows_of(bar)[0]


async def test_key_bar_drops_the_last_ranks_first():
    async with alone(KeyBar(), size=(30, 1)) as (bar, _):
        bar.tell(KEYS)
        assert rows_of(bar) == [" l log  Enter open  ? keys"]


async def test_key_bar_without_keys_is_empty():
    async with alone(KeyBar(), size=(30, 1)) as (bar, _):
        bar.tell(KEYS)
        bar.tell([])
        assert rows_of(bar) == [""]


async def test_title_keeps_the_right_end_and_cuts_the_left():
    async with alone(TitleBar(), size=(20, 1)) as (title, _):
        title.tell((Span("a long title of a screen"),), (Span("花"),))
        assert rows_of(title) == [" a long title .. 花"]


async def test_status_shows_one_sentence_until_the_next():
    async with alone(StatusLine(), size=(20, 1)) as (status, _):
        status.say("written", "ok")
        assert rows_of(status) == [" written"]
        status.say("")
        assert rows_of(status) == [""]
