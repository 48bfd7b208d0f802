"""Colours: the terminal's own, few, and on marks, figures and keys; text stays text on dark and on light."""

import pytest
from screens_world import make_ready, terminal

from tui.lang import LANGS
from tui.text.cells import width

PLACES = ("1", "2", "3", "4", "5", "6", "7")
RED, GREEN, YELLOW, CYAN = 1, 2, 3, 6
"""Numbers of colours of the terminal: an error, what holds, what waits or needs a look, and the accent."""
LONGEST = 12
"""Cells of a figure with its marks, or of a key: no sentence is as short."""


def coloured(screen):
    """What stands on the screen in a colour, with its number."""
    screen.app.screen.refresh(layout=False)
    for strip in screen.app.screen._compositor.render_strips():
        for segment in strip:
            colour = segment.style.color if segment.style else None
            if colour is not None and not colour.is_default and segment.text.strip():
                yield colour.number, segment.text.strip(" █▌░▒▓|=.")


@pytest.mark.parametrize("lang", LANGS)
async def test_no_sentence_is_coloured_and_every_colour_is_the_terminals_own(book, lang):
    make_ready(book)
    async with terminal(book, lang, (120, 40)) as screen:
        seen = set()
        for place in PLACES:
            await screen.press(place, "down")
            seen |= {*coloured(screen)}
        assert {number for number, _ in seen} <= {RED, GREEN, YELLOW, CYAN}
        assert [text for number, text in seen if number != RED and width(text) > LONGEST] == []
        await screen.press("3", "c", "enter")
        assert [text for number, text in coloured(screen) if number != RED and width(text) > LONGEST] == []
