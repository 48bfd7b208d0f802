"""Keys that come faster than what they ask for: each does what it would have done a moment later, or nothing."""

from itertools import product

import pytest
from screens_world import terminal
from textual import events


async def all_at_once(screen, *keys):
    for key in keys:
        screen.app.simulate_key(key)
    await screen.press("f12")  # a key of nothing: it is handled when those before it are


async def test_key_that_overtakes_the_drawing_of_its_screen_waits_for_it(book):
    async with terminal(book) as screen:
        screen.app.session.look_at_current_step()
        screen.app.show_place("step")
        for name in ("down", "w"):
            key = events.Key(name, None)
            key._set_forwarded()  # it was passed to Today and comes from there
            screen.app.post_message(key)
        for _ in range(20):  # more rounds than the keys have to go
            await screen.press("f12")
        assert "2/4  soc.2.paired" in screen.title


async def test_screen_that_is_asked_for_behind_a_page_stays_below(book):
    async with terminal(book) as screen:
        await all_at_once(screen, "question_mark", "3")
        assert screen.place == "help"
        await screen.press("escape", "3")
        assert screen.place == "step"


async def test_every_pair_of_keys_that_opens_something_leaves_a_screen_in_front(book):
    openers = ["question_mark", "slash", "3", "4", "6", "t", "w", "enter", "escape", "i"]
    async with terminal(book) as screen:
        for first in openers:
            for second in openers:
                await all_at_once(screen, first, second, first)
                await screen.press("escape", "escape", "escape", "1")
                assert screen.place == "today"


@pytest.mark.parametrize("answers", list(product(("enter", "escape"), repeat=2)))
@pytest.mark.parametrize("opener", ["slash", "t"])
async def test_page_that_is_answered_twice_closes_once(book, opener, answers):
    """What it was opened over stays: Textual takes the screen on top away, whichever asks for it."""
    async with terminal(book) as screen:
        await screen.press("3", opener)
        if opener == "slash":
            await screen.press("a")
        await all_at_once(screen, *answers)
        await screen.press("escape", "escape")
        await screen.press("3")
        assert screen.place == "step"
        await screen.press("1", "3")
        assert screen.place == "step"
