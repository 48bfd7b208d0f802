"""Terminals in which nothing can be shown but a sentence: no key breaks anything, and none acts on what isn't seen."""

import pytest
from screens_world import terminal

from tui.commands import COMMANDS, MAIN
from tui.journal.register import EventFilter

PLACES = {command.argument.strip("'"): command.keys[0] for command in COMMANDS if command.id.startswith("go.")}
LEAVING = {"q", "ctrl+q", "ctrl+o", "f4"}
"""Keys by which the terminal goes to the shell or to an editor: there is neither here."""
KEYS = {
    place: [key for each in COMMANDS if place in each.places for key in each.keys if key not in LEAVING]
    for place in MAIN
}


def written(book):
    return book.journal.event_count(EventFilter())


@pytest.mark.parametrize("size", [(1, 1), (20, 10), (39, 24), (80, 5), (200, 1), (2, 60), (40, 10)], ids=str)
async def test_every_key_of_every_screen_leaves_a_screen_that_can_be_drawn(book, size):
    async with terminal(book, size=size) as screen:
        for place, key in PLACES.items():
            for pressed in KEYS[place]:
                screen.app.simulate_key(key)
                screen.app.simulate_key(pressed)
                await screen.settle()  # hundreds at once would take longer than Pilot waits for a screen
            await screen.press("escape", "escape", "escape", "1")
        await screen.resize(80, 24)
        await screen.press("escape", "escape", "escape", "1")
        assert screen.place == "today"
        assert "佐藤 花" in screen.title


async def test_key_writes_nothing_while_its_line_is_not_to_be_seen(book):
    async with terminal(book) as screen:
        await screen.press("3", "down", "w", "down")
        before = written(book)
        await screen.resize(30, 5)
        await screen.press("space", "c", "u", "l", "enter")
        await screen.resize(80, 24)
        assert written(book) == before
        await screen.press("space")
        assert written(book) == before + 1


async def test_form_that_was_open_is_open_when_the_terminal_grows_again(book):
    async with terminal(book) as screen:
        await screen.press("3", "down", "l")
        await screen.type("before")
        await screen.resize(30, 5)
        await screen.resize(80, 24)
        await screen.type(" after")
        assert "before after" in screen.text
        await screen.press("enter")
        assert "記録しました" in screen.status
