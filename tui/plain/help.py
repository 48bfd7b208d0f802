"""What can be typed at a place: its commands with their keys and words, and how answers are given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from tui.commands import HELP, Command, commands_of
from tui.commands.keys import key_name
from tui.drawing.pen import Pen
from tui.plain.face import Face
from tui.plain.pages import ListPlace
from tui.plain.place import Place
from tui.text.line import GAP, Row, Span

CTRL: Final = "ctrl+"
"""How the names of ctrl keys begin. A terminal acts on these while a line is typed, so no answer can contain them."""


class HelpPlace(ListPlace):
    """The page with every command of a place.

    Args:
        face: the face.
        place: the place whose commands they are.
    """

    PLACE = HELP

    def __init__(self, face: Face, place: Place) -> None:
        super().__init__(face)
        self._place = place

    def title(self) -> str:
        """The title, with that of the place."""
        return self.session.say("screens.help.title", place=self._place.title())

    def rows(self, pen: Pen) -> Iterable[Row]:
        """How to answer, then a line for each command."""
        for key in ("plain.help.answers", "plain.help.questions", "plain.help.leaving"):
            yield Row(tuple(pen.paragraph(pen.say(key))))
        yield GAP
        yield from command_rows(commands_of(self._place.PLACE), pen)


def command_rows(commands: Iterable[Command], pen: Pen) -> Iterator[Row]:
    """A line for each command: a key that can be typed into a line, its word, and what it does."""
    for command in commands:
        key = next((key for key in command.keys if not key.startswith(CTRL)), "")
        about = {"label": pen.say(command.label), "help": pen.say(command.help)}
        text = (
            pen.say("plain.help.command", keys=key_name(key), **about) if key else pen.say("plain.help.word", **about)
        )
        yield Row.of((Span(text),), command.id)
