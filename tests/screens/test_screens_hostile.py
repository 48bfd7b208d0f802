"""Text that would drive a terminal, run markup or turn the line around is shown as text."""

import unicodedata

import pytest
from screens_world import empty_book, entry_form, rows_of, terminal

from tui.workbook.trainee.writing import begin, log

HOSTILE = (
    "\x1b]52;c;AAAA\x07clip",
    "[@click=app.pwn]x[/]",
    "[/]",
    "\u202egnp.exe",
    "\x9b2Jgone",
    "[red]no[/red]",
)


@pytest.fixture
def hostile_book(path):
    book = empty_book(path)
    begin(book, "[/] \x1b[2J花", "soc", 2)
    for number, note in enumerate(HOSTILE):
        log(book, entry_form("soc.2.paired", number + 1, note=note, evidence=(note,)))
    yield book
    book.journal.close()


def assert_harmless(screen):
    for row in rows_of(screen.app):
        assert not [char for char in row if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co"}]


@pytest.mark.parametrize(
    "way", [(), ("3", "down"), ("3", "down", "w"), ("5", "enter"), ("5", "enter", "down", "down"), ("down", "e")]
)
async def test_notes_and_names_reach_no_terminal_as_anything_but_text(hostile_book, way):
    async with terminal(hostile_book, size=(120, 40)) as screen:
        await screen.press(*way)
        assert_harmless(screen)
        assert "[/]" in screen.title


async def test_markup_is_shown_as_it_was_written(hostile_book):
    async with terminal(hostile_book) as screen:
        assert "[@click=app.pwn]x[/]" in screen.text
        assert "[red]no[/red]" in screen.text


@pytest.mark.parametrize("text", HOSTILE)
async def test_what_is_pasted_into_a_field_is_neutralised_before_it_is_drawn(hostile_book, text):
    async with terminal(hostile_book) as screen:
        await screen.press("slash")
        await screen.type(text)
        assert_harmless(screen)
        await screen.press("escape", "down", "l")
        await screen.type(text)
        assert_harmless(screen)
        await screen.press("escape")
        assert_harmless(screen)


async def test_hostile_filter_is_harmless_in_the_title(hostile_book):
    async with terminal(hostile_book) as screen:
        await screen.press("5", "f")
        await screen.type("\x1b]52;c;AAAA\x07[/]")
        await screen.press("enter")
        assert_harmless(screen)
        assert "含む記録はありません" in screen.text
