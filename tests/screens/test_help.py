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
        marks = dict(line.split()[:2] for line in screen.lines if len(line.split()) == 2)
        assert marks["[x]"] == "本人が印を付けた"


async def test_one_legend_explains_the_marks_of_every_screen_and_no_mark_is_two_things(book):
    for glyphs in ("unicode", "ascii"):
        legends = []
        for way in (["1"], ["2"], ["3"], ["7"]):
            async with terminal(book, "en", glyphs=glyphs, size=(100, 60)) as screen:
                await screen.press(*way, "f1")
                lines = [line.split(maxsplit=1) for line in screen.lines]
                at = lines.index(["Marks"])
                legends.append([line for line in lines[at + 1 :] if len(line) > 1][: 13 + 3 * (way == ["7"])])
        today, *others, team = legends
        assert others == [today, today]
        assert team[3:] == today
        marks = [mark for mark, _ in today]
        assert len({*marks}) == len(marks)
