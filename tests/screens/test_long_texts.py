"""A long note or reason is read while it is typed, on every size of terminal."""

import pytest
from screens_world import terminal
from test_review_screen import claimed, mentor, state_of

from tui.progress.state import State

__all__ = ["claimed"]

TALE = "".join(
    f"{n:02}日目は引き継ぎ書だけで夜勤を回し、判断に迷った通報とその理由を書き残した。" for n in range(1, 20)
)
SIZES = [(80, 24), (120, 40), (50, 16)]


@pytest.mark.parametrize("size", SIZES)
async def test_two_kilobytes_of_a_note_are_read_while_they_are_typed(book, size):
    async with terminal(book, size=size) as screen:
        await screen.press("3", "down", "l")
        await screen.type(TALE)
        assert len(TALE.encode()) > 2000
        rows = sum("日目" in line or "引き" in line for line in screen.lines)
        assert rows >= 2
        assert "実施形態" in screen.text
        place = screen.app.cursor_position
        assert screen.lines[place.y].rstrip("v ").endswith("残した。")
        await screen.press(*["pageup"] * 12)
        assert "01日目は引き継ぎ書だけで" in screen.text
        await screen.press("tab")
        assert "01日目は引き継ぎ書だけで" in screen.text
        await screen.press("enter")
        assert "記録しました" in screen.status
    assert book.last_entry().note == TALE


async def test_up_and_down_walk_the_rows_of_a_long_note_and_then_the_fields(book):
    async with terminal(book) as screen:
        await screen.press("3", "down", "l")
        await screen.type(TALE[:60])
        note = screen.app.focused
        await screen.press("up", "down", "up")
        assert screen.app.focused is note
        await screen.press("down", "down")
        assert screen.app.focused.id == "day"


@pytest.mark.parametrize("size", SIZES)
async def test_long_reason_is_read_before_it_is_sent_and_stays_where_it_is_refused(claimed, size):
    async with mentor(claimed, size=size) as screen:
        await screen.press("r")
        await screen.type(TALE)
        rows = [line for line in screen.lines if "日目" in line or "引き" in line]
        assert len(rows) >= 2
        place = screen.app.cursor_position
        assert screen.lines[place.y].endswith("残した。")
        await screen.press("enter")
        assert state_of(claimed) is State.RETURNED


async def test_what_is_told_stands_above_a_long_answer(claimed):
    async with mentor(claimed) as screen:
        await screen.press("m")
        await screen.type(TALE)
        screen.frame.tell("ここに置きます")
        await screen.settle()
        told = next(at for at, line in enumerate(screen.lines) if "ここに置きます" in line)
        assert "日目" in "".join(screen.lines[told + 1 :])
        assert "日目" not in screen.lines[told]
