"""The line face answers every command that a place has in the table, and says what each line stands for."""

import re
from ast import literal_eval

import pytest
from plain_world import TANAKA, converse, number_of
from screens_world import make_ready

from tui.commands import (
    COMMANDS,
    FINDER,
    FORM,
    HELP,
    JOURNAL,
    MATRIX,
    ORGANISATION,
    QUESTION,
    READER,
    REVIEW,
    ROLES,
    START,
    STEP,
    TEAM,
    TERMS,
    TODAY,
    WALK,
    commands_of,
)
from tui.commands.keys import key_name
from tui.journal.register import EventFilter
from tui.lang import LANGS, say
from tui.plain.answer import FIRST, meant, read_answer
from tui.plain.changes import ChangesPlace
from tui.plain.finder import FinderPlace, PalettePlace
from tui.plain.help import HelpPlace
from tui.plain.journal import JournalPlace
from tui.plain.matrix import MatrixPlace
from tui.plain.organisation import OrganisationPlace
from tui.plain.question import asked_for
from tui.plain.reader import ReaderPlace
from tui.plain.review import ReviewPlace
from tui.plain.roles import RolesPlace
from tui.plain.start import StartPlace
from tui.plain.step import StepPlace
from tui.plain.team import TeamPlace
from tui.plain.terms import TermsPlace
from tui.plain.today import TodayPlace
from tui.plain.walk import WalkPlace
from tui.workbook.trainee.editions import pending
from tui.workbook.trainee.writing import claim

PLACES = {
    place.PLACE: place
    for place in (
        TodayPlace, RolesPlace, StepPlace, WalkPlace, MatrixPlace, JournalPlace, OrganisationPlace, TeamPlace,
        FinderPlace, HelpPlace, StartPlace, ReaderPlace, TermsPlace, ChangesPlace, ReviewPlace,
    )
}  # fmt: skip
LEADS = {
    TODAY: (), ROLES: ("2",), STEP: ("3",), WALK: ("3", "w 10"), MATRIX: ("4",), JOURNAL: ("5",), ORGANISATION: ("6",),
    TEAM: ("7",), FINDER: ("/", "ログ"), HELP: ("?",), READER: ("r",), TERMS: ("t",), REVIEW: (),
}  # fmt: skip
"""What is typed to get to a place."""
UNKNOWN = say("ja", "plain.unknown", text="").partition("」")[2]


def test_every_place_of_the_table_has_its_lines():
    assert {place for command in COMMANDS for place in command.places} == {*PLACES, FORM, QUESTION}


@pytest.mark.parametrize("place", PLACES)
def test_every_command_of_a_place_is_answered_there(place):
    """A command that is added to the table without an answer of the line face fails here."""
    for command in commands_of(place):
        method = getattr(PLACES[place], f"do_{command.id.partition('.')[0]}", None)
        assert callable(method), f"{place} has no answer to {command.id}"
        if command.argument:
            assert literal_eval(command.argument) is not None


@pytest.mark.parametrize("command", [*commands_of(FORM), *commands_of(QUESTION)], ids=lambda command: command.id)
def test_every_command_of_a_question_is_a_word_behind_a_colon(command):
    for lang in LANGS:
        assert asked_for(f":{say(lang, command.label)}") == command.id
    assert asked_for(f":{command.id}") == command.id


@pytest.mark.parametrize("place", PLACES)
def test_palette_lists_what_the_place_has(place):
    assert PalettePlace.PLACE == FINDER
    for command in commands_of(place):
        assert meant(command.id, commands_of(place)) == command


@pytest.mark.parametrize("place", PLACES)
def test_every_key_and_the_id_of_a_command_mean_it(place):
    every = tuple(commands_of(place))
    taken = set()
    for command in every:
        for key in command.keys:
            if key not in taken:
                assert meant(key, every) == command, key
                assert meant(key_name(key), every) == command, key
        taken |= set(command.keys)


@pytest.mark.parametrize("place", LEADS)
def test_every_command_can_be_typed_at_its_place(place, book):
    make_ready(book)
    claim(book, book.pack.find("soc.2.alone"))
    about = {"reviewer": TANAKA} if place == REVIEW else {}
    for command in commands_of(place):
        if command.id == "language":
            continue  # what comes after it is in the other language: test_plain_reading has it
        found = converse(book, *LEADS[place], command.id, **about)
        assert UNKNOWN not in found.text, (command.id, found.text)
        assert "Traceback" not in found.text


def test_every_command_of_the_first_run_can_be_typed(nobody):
    for command in commands_of(START):
        found = converse(nobody, "佐藤 花", command.id)
        assert UNKNOWN not in found.text, command.id
    assert nobody.trainee == ""


def test_changes_of_the_pack_are_read_and_marked(story):
    pending(story.book)
    before = story.criterion("soc.2.detect").text.ja
    story.edition("9.0.0", (before, f"例を挙げる。{before}"))
    found = converse(story.again(), "v", "10", "back", "space", "v", "quit")
    assert "1 か所が変わりました" in found.text
    assert "例を挙げる" in found.after("10")
    assert "教材パックの変更をすべて見終えました。" in found.after("space")
    assert "今の行では使えません" in found.after("v")


@pytest.mark.parametrize("typed", ["ｌ", "記録", "LOG", "log", "f2", "F2", "l"])
def test_command_is_meant_by_key_word_and_id_in_any_width_and_case(typed):
    assert meant(read_answer(typed).word, commands_of(TODAY)).id == "log"


def test_letters_differ_by_their_case():
    assert meant("c", commands_of(STEP)).id == "claim"
    assert meant("C", commands_of(STEP)).id == "withdraw"
    assert meant("L", commands_of(STEP)).id == "language"
    assert meant("l", commands_of(STEP)).id == "log"


def test_digits_are_places_and_numbers_from_ten_are_lines(book):
    found = converse(book, "4", "2", "99999", "quit")
    assert found.after("4").startswith("マトリクス")
    assert found.after("2").startswith("役割")
    assert "99999 番の行はありません" in found.text
    assert min(map(int, re.findall(r"^(\d+)\. ", found.text, flags=re.MULTILINE))) == FIRST


def test_number_behind_a_command_says_on_which_line(book):
    shown = converse(book, "3").text
    line = number_of(shown.rpartition("> 3")[2], "独力での監視業務")
    found = converse(book, "3", f"w {line}", "quit")
    assert "soc.2.alone" in found.after(f"w {line}")


def test_what_is_no_command_is_said_and_nothing_is_done(book):
    before = book.journal.event_count(EventFilter())
    found = converse(book, "nonsense", "rm -rf", "quit")
    assert found.text.count(UNKNOWN) == 2
    assert book.journal.event_count(EventFilter()) == before


def test_command_that_is_not_possible_now_says_so(book):
    found = converse(book, "C 10", "quit")
    assert "今の行では使えません" in found.text
