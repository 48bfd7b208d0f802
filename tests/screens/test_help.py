"""Help: every key of the place."""

import pytest
from screens_world import commands_at, terminal

from tui.commands import MAIN
from tui.commands.keys import key_name
from tui.lang import LANGS, say

WAYS = {
    "today": (),
    "roles": ("2",),
    "step": ("3",),
    "walk": ("3", "w"),
    "matrix": ("4",),
    "journal": ("5",),
    "organisation": ("6",),
    "team": ("7",),
}


def test_every_main_screen_has_a_way_to_it():
    assert set(WAYS) == set(MAIN)


@pytest.mark.parametrize("place", WAYS)
@pytest.mark.parametrize("lang", LANGS)
async def test_every_command_of_the_place_is_listed(book, place, lang):
    async with terminal(book, lang, size=(80, 60)) as screen:
        await screen.press(*WAYS[place], "question_mark")
        assert screen.place == "help"
        for command in commands_at(place):
            line = next(line for line in screen.lines if say(lang, command.help) in line)
            assert line.split()[0] == key_name(command.keys[0])
        assert ".." not in screen.text
        await screen.press("escape")
        assert screen.place == place


async def test_help_can_be_scrolled_and_shows_that_there_is_more(book):
    async with terminal(book) as screen:
        await screen.press("question_mark")
        assert screen.lines[-2].endswith("v")
        await screen.press("end")
        assert "日本語入力" in screen.text
        assert screen.lines[1].endswith("^")


async def test_marks_are_explained_as_they_are_drawn(book):
    async with terminal(book, glyphs="ascii", size=(100, 60)) as screen:
        await screen.press("f1")
        assert any(line.split()[:2] == ["[x]", "印あり"] for line in screen.lines)


async def test_marks_of_the_team_are_explained_as_the_team_has_them(book):
    async with terminal(book, "en", size=(100, 60)) as screen:
        await screen.press("7", "f1")
        assert any(line.split()[:4] == ["*", "every", "criterion", "is"] for line in screen.lines)
        assert "ready to claim" not in screen.text
