"""Two languages, switched at run time."""

import re

import pytest
from screens_world import empty_book, entry_form, terminal

from tui.workbook.trainee.writing import begin, log

JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
QUOTED = re.compile(r"“[^”]*”|日本語")
"""The words of the document and the name of the other language stay as they are."""
PLACES = {
    "today": (),
    "roles": ("2",),
    "step": ("3", "down"),
    "walk": ("3", "down", "w"),
    "matrix": ("4",),
    "duty": ("4", "enter"),
    "journal": ("5", "enter"),
    "help": ("question_mark",),
    "finder": ("slash",),
    "palette": ("ctrl+p",),
    "form": ("l",),
}


@pytest.fixture
def english_book(path):
    book = empty_book(path)
    begin(book, "Hana Sato", "soc", 2)
    log(book, entry_form("soc.2.alone", 20, note="routine monitoring"))
    yield book
    book.journal.close()


async def test_no_japanese_is_left_in_english(english_book):
    async with terminal(english_book, "ja", size=(100, 30)) as screen:
        await screen.press("L")
        for way, keys in PLACES.items():
            await screen.press(*keys)
            assert [line for line in screen.lines if JAPANESE.search(QUOTED.sub("", line))] == [], way
            await screen.press("escape", "1")


async def test_no_english_word_of_ours_is_left_in_japanese(english_book):
    words = ("Next", "Recently", "Points", "Entries", "Learning", "Achievement", " open", " walk", " back", " undo",
             " find", "Keys", "Find", "Commands", "What I did", "Times", "Matrix", "Today", "entry ")  # fmt: skip
    async with terminal(english_book, "en", size=(100, 30)) as screen:
        await screen.press("L")
        for way, keys in PLACES.items():
            await screen.press(*keys)
            assert [word for word in words if word in screen.text] == [], way
            await screen.press("escape", "1")


async def test_language_is_remembered_for_the_next_start(book):
    async with terminal(book) as screen:
        await screen.press("L")
        assert book.journal.local_get("language") == "en"
        assert "Monitoring alone" in screen.text


async def test_screens_left_behind_speak_the_new_language_too(book):
    async with terminal(book) as screen:
        await screen.press("3", "L", "escape")
        assert screen.place == "today"
        assert "Recently" in screen.text
