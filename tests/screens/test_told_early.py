"""What is told about a screen that is still being made: nobody has drawn it yet, and its widgets aren't there."""

import pytest
from screens_world import terminal

from tui.errors import UsageError

NOTHING = "取り消せるものはありません"


async def test_error_told_while_a_page_is_made_stands_on_it(book):
    async with terminal(book) as screen:
        screen.app.read("soc.2.paired")
        screen.app._handle_exception(UsageError("workbook.nothing_to_undo"))
        await screen.settle()
        assert "soc.2.paired" in screen.title
        assert NOTHING in screen.status
        assert "戻る" in screen.keys


async def test_error_told_while_a_main_screen_is_made_stands_on_it(book):
    async with terminal(book) as screen:
        screen.app.session.look_at_current_step()
        screen.app.show_place("step")
        screen.app._handle_exception(UsageError("workbook.nothing_to_undo"))
        await screen.settle()
        assert "STEP 2" in screen.title
        assert NOTHING in screen.status


@pytest.mark.parametrize("way", ["page", "screen"])
async def test_screen_that_is_to_be_drawn_while_it_is_made_is_drawn_when_it_is(book, way):
    async with terminal(book) as screen:
        if way == "page":
            screen.app.read("soc.2.paired")
        else:
            screen.app.show_place("matrix")
        screen.app.screen.redraw()
        screen.app.tell_trouble()
        await screen.settle()
        assert "Enter" in screen.keys
        assert len([line for line in screen.lines if line]) > 5


async def test_page_about_nothing_says_so(book):
    async with terminal(book) as screen:
        screen.app.read("nothing.at.all")
        await screen.settle()
        assert "nothing.at.all" in screen.text
