"""Commands: one declaration each, from which bindings, key bar, palette and help are made."""

import pytest

from tui.app import IkuseiApp
from tui.commands import (
    CHANGES,
    COMMANDS,
    FINDER,
    FORM,
    HELP,
    MAIN,
    QUESTION,
    READER,
    REVIEW,
    START,
    TERMS,
    bar_of,
    commands_of,
)
from tui.commands.keys import key_name
from tui.lang import LANGS, say
from tui.screens.bindings import bindings_for
from tui.screens.changes import ChangesPage
from tui.screens.finder import FinderPage
from tui.screens.help import HelpPage
from tui.screens.journal import JournalScreen
from tui.screens.matrix import MatrixScreen
from tui.screens.organisation import OrganisationScreen
from tui.screens.reader import ReaderPage
from tui.screens.review import ReviewScreen
from tui.screens.roles import RolesScreen
from tui.screens.start import StartPage
from tui.screens.step import StepScreen
from tui.screens.team import TeamScreen
from tui.screens.terms import TermsPage
from tui.screens.today import TodayScreen
from tui.screens.walk import WalkScreen
from tui.widgets.entry_panel import EntryPanel
from tui.widgets.prompt_line import PromptLine

SCREENS = {
    screen.PLACE: screen
    for screen in (
        TodayScreen, RolesScreen, StepScreen, WalkScreen, MatrixScreen, JournalScreen, FinderPage, HelpPage, StartPage,
        ReaderPage, TermsPage, ChangesPage, ReviewScreen, OrganisationScreen, TeamScreen,
    )
}  # fmt: skip
MOVEMENT = {"move", "page", "edge", "scroll", "column"}


def test_every_place_has_its_screen():
    assert set(SCREENS) == {*MAIN, FINDER, HELP, START, READER, TERMS, CHANGES, REVIEW}
    assert {place for command in COMMANDS for place in command.places} == {*SCREENS, FORM, QUESTION}


def test_ids_are_unique():
    ids = [command.id for command in COMMANDS]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("place", SCREENS)
def test_no_key_means_two_things_at_a_place(place):
    keys = [key for binding in bindings_for(place) for key in binding.key.split(",")]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("place", SCREENS)
def test_no_command_loses_all_its_keys_to_another_one(place):
    assert all(binding.key for binding in bindings_for(place))


@pytest.mark.parametrize("place", SCREENS)
def test_shown_key_is_one_that_works(place):
    """What bar and help show is the first key of a command: it must not have gone to another one."""
    keys = {binding.id: binding.key.split(",") for binding in bindings_for(place)}
    for command in commands_of(place):
        assert command.keys[0] in keys[command.id], command.id


@pytest.mark.parametrize("place", SCREENS)
def test_every_command_has_its_action_on_the_screen(place):
    for command in commands_of(place):
        name = command.action.partition("(")[0]
        assert callable(getattr(SCREENS[place], f"action_{name}", None)), command.id


def test_commands_of_the_form_are_those_of_the_panel():
    for command in commands_of(FORM):
        assert callable(getattr(EntryPanel, f"action_{command.id}", None))


def test_commands_of_a_question_are_those_of_its_line():
    keys = {binding.action: binding.key.split(",") for binding in PromptLine.BINDINGS}
    for command in commands_of(QUESTION):
        assert callable(getattr(PromptLine, f"action_{command.id}", None))
        assert set(command.keys) <= set(keys[command.id])


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_has_a_label_and_a_help_in_both_languages(command):
    for lang in LANGS:
        assert say(lang, command.label)
        assert len(say(lang, command.help)) > len(say(lang, command.label))


@pytest.mark.parametrize("place", MAIN)
def test_help_is_the_last_key_of_every_bar(place):
    assert bar_of(place)[-1].id == "help"


@pytest.mark.parametrize("place", MAIN)
def test_what_matters_has_a_key_that_an_input_method_does_not_swallow(place):
    for command in commands_of(place):
        plain = [key for key in command.keys if len(key) == 1 or key in {"slash", "question_mark", "space"}]
        # Places are also chosen in the palette, a withdrawal and a role followed too.
        if command.id.startswith("go.") or command.id in {"withdraw", "enrol"}:
            continue
        assert len(command.keys) > len(plain), command.id


def test_writing_commands_are_marked():
    assert {command.id for command in COMMANDS if command.writes} == {
        "log", "repeat", "tick", "claim", "withdraw", "correct", "enrol", "undo", "redo", "choose.job", "headcount",
        "assess", "want", "confirm", "send.back", "comment", "mark", "mark.all", "bulk", "sign",
    }  # fmt: skip


def test_nothing_of_textual_is_bound_behind_our_back():
    """Textual's own ctrl+p, ctrl+c and tab would do things that no help page lists."""
    assert not IkuseiApp.ENABLE_COMMAND_PALETTE
    for screen in SCREENS.values():
        assert not [key for key in screen._merged_bindings.key_to_bindings if key not in _declared(screen.PLACE)]


def _declared(place):
    return {key for binding in bindings_for(place) for key in binding.key.split(",")}


def test_keys_are_named_as_they_stand_on_a_keyboard():
    assert [key_name(key) for key in ("l", "f2", "ctrl+p", "slash", "escape", "pagedown", "shift+tab", "C")] == [
        "l", "F2", "^P", "/", "Esc", "PgDn", "S-Tab", "C",
    ]  # fmt: skip


def test_every_key_has_a_name_that_is_short():
    for command in COMMANDS:
        for key in command.keys:
            assert len(key_name(key)) <= 5, key
