"""The line face: which place the user is at, what they type there, and what concerns all places."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Final

from tui.commands import (
    JOURNAL,
    MAIN,
    MATRIX,
    ORGANISATION,
    READER,
    REVIEW,
    ROLES,
    STEP,
    TEAM,
    TODAY,
    WALK,
    commands_of,
)
from tui.errors import IkuseiError
from tui.plain.answer import meant, read_answer
from tui.plain.outside import Outside
from tui.plain.place import Place
from tui.plain.talk import Cancelled, Ended, Talk
from tui.session import Session
from tui.text.fold import fold

PLACES: Final = {
    TODAY: "TodayPlace",
    ROLES: "RolesPlace",
    STEP: "StepPlace",
    WALK: "WalkPlace",
    MATRIX: "MatrixPlace",
    JOURNAL: "JournalPlace",
    ORGANISATION: "OrganisationPlace",
    TEAM: "TeamPlace",
}
"""By place, the name of its class, in the module of ``tui.plain`` that is named like the place."""
FINE: Final = 0
UNANSWERED: Final = 1
"""The input ended at a question, so that what was asked about wasn't done."""
INTERRUPTED: Final = 130
LEAVING: Final = frozenset(("quit", "exit", "終わる"))
"""Words that leave ikusei at every place, unless the place has a command of that name."""


class Face:
    """ikusei as lines.

    Args:
        session: what the places share.
        talk: the conversation.
        target: id to show at the start, or empty.
        place: the main place to begin with, where it isn't Today.
    """

    def __init__(self, session: Session, talk: Talk, target: str = "", place: str = "") -> None:
        self.session, self.talk = session, talk
        self._target, self._first = target, place
        self._places: list[Place] = []
        self._outside = Outside(session, talk)
        self._is_leaving = False
        self._typed_ahead = ""
        self._told = ""
        """The error told last about changes outside, so that it isn't told again at each prompt."""

    @property
    def place(self) -> Place:
        """The place that the user is at."""
        return self._places[-1]

    # -- the conversation -----------------------------------------------------------------------------------------

    def run(self) -> int:
        """Ask and answer until the user leaves or the input ends.

        Returns:
            the exit code.
        """
        try:
            self._begin()
            while not self._is_leaving:
                if not self._turn():
                    return INTERRUPTED
        except Ended as end:
            self.talk.line(self.session.say("plain.ended"))
            return UNANSWERED if end.at_question else FINE
        return FINE

    def _begin(self) -> None:
        self.talk.line(self.session.say("plain.welcome"))
        self._outside.begin()
        try:
            self._attempt(self._first_place)
        except KeyboardInterrupt:
            self.talk.line("")
        if not self._places:
            self._is_leaving = True

    def _turn(self) -> bool:
        """Read one answer and do it; False after a second ctrl+c in a row."""
        self._look_outside()
        try:
            text, self._typed_ahead = self._typed_ahead, ""
            text = text or self.talk.prompt()
            self._attempt(lambda: self._answer(text))
        except IkuseiError as error:
            self.talk.error(error)
        except KeyboardInterrupt:
            self.talk.line("")
            if self.talk.interrupted():
                return False
            self.talk.line(self.session.say("plain.once_more"))
        return True

    def _look_outside(self) -> None:
        """Tell what others have written. An error is told once, and everything is tried again at each prompt."""
        told = ""
        try:
            self._outside.look()
        except IkuseiError as error:
            told = self.session.say(error.key, **error.fields)
            if told != self._told:
                self.talk.line(told)
        self._told = told

    def _attempt(self, act: Callable[[], None]) -> None:
        try:
            act()
        except Cancelled:
            self.talk.line(self.session.say("plain.left"))
        except IkuseiError as error:
            self.talk.error(error)

    def _answer(self, text: str) -> None:
        place = self.place
        answer = read_answer(text)
        if answer.line:
            every = tuple(commands_of(place.PLACE))
            command = meant(answer.word, every) if answer.word else None
            if answer.word and command is None:
                self._unknown(text)
                return
            place.choose(answer.line)
            if command is None:
                if not place.enter():
                    place.read_line()
                return
        elif not answer.word:
            if not place.enter():
                place.read_line()
            return
        self._command(answer.word, text)

    def _command(self, word: str, text: str) -> None:
        place = self.place
        command = meant(word, commands_of(place.PLACE))
        if command is None:
            self._unknown(text)
        elif place.can(command):
            place.do(command)
        else:
            label = self.session.say(command.label)
            self.talk.line(self.session.say("plain.not_now", command=label))

    def _unknown(self, text: str) -> None:
        if fold(text) in LEAVING:
            self.leave()
        elif not self.place.answer(text):
            self.talk.line(self.session.say("plain.unknown", text=text.strip()))

    def page(self, texts: Iterable[str]) -> None:
        """Show lines; what the user types between two pages becomes the next answer."""
        self._typed_ahead = self.talk.show(texts)

    def suspend(self) -> None:
        """Let the shell have the terminal."""
        self.talk.suspend()

    def leave(self) -> None:
        """Leave ikusei."""
        self._is_leaving = True

    # -- places ---------------------------------------------------------------------------------------------------

    def _first_place(self) -> None:
        if self.session.reviewer is not None:
            from tui.plain.review import ReviewPlace  # a trainee's start doesn't need it

            self.open(ReviewPlace(self))
        elif self._first:
            self.go(self._first)
        elif not self.session.book.trainee:
            from tui.plain.start import StartPlace  # only the first run needs it

            self.open(StartPlace(self))
        elif self._target:
            self._places.append(self._made(TODAY))
            self.reveal(self._target)
        else:
            self.go(TODAY)

    def open(self, place: Place) -> None:
        """Show a place above the current one; ``back`` returns to that."""
        self._places.append(place)
        try:
            place.show()
        except (Cancelled, IkuseiError):  # its first question was left, or it can't be read
            self._places.remove(place)
            raise

    def replace_by(self, act: Callable[[], None]) -> None:
        """Close the current place, and *act*."""
        self._places.pop()
        act()

    def go(self, name: str, target: str = "") -> None:
        """Go to a main place, to the thing with the id *target* there; ``back`` leads to Today in the end."""
        if name == WALK:
            self.session.criterion = target
        elif name == STEP:
            self._look_at_step(target)
        if name not in {STEP, WALK}:
            self.session.look_back()
        while self._places and self.place.PLACE not in {*MAIN, REVIEW}:
            self._places.pop()
        if name == TODAY:
            self._places.clear()
        elif self._places and name == self.place.PLACE:
            self._places.pop()
        made = self._made(name)
        self._places.append(made)
        try:
            made.look_at(target)
            made.show()
        except IkuseiError:  # it can't be read: the user stays where they were
            if len(self._places) > 1:
                self._places.remove(made)
            raise

    def _made(self, name: str) -> Place:
        made = getattr(import_module(f"tui.plain.{name}"), PLACES[name])(self)
        assert isinstance(made, Place)  # a test makes every place
        return made

    def _look_at_step(self, target: str) -> None:
        role, _, number = target.partition(".")
        if number.isdecimal():
            self.session.role, self.session.step = role, int(number)
        elif not self.session.role:
            self.session.look_at_current_step()

    def reveal(self, target: str) -> None:
        """Show the thing with this id at the place where it belongs.

        Raises:
            UsageError: the pack has no such thing.
        """
        from tui.workbook.trainee.places import place_of  # only a jump needs it

        spot = place_of(self.session.book.pack, target)
        if spot.place == READER:
            self.read(target)
            return
        if spot.place == STEP:
            self.session.role, self.session.step, self.session.criterion = spot.role, spot.step, spot.criterion
            self.go(STEP)
        else:
            self.go(spot.place, spot.target)

    def read(self, target: str) -> None:
        """Show everything about the thing with this id."""
        from tui.plain.reader import ReaderPlace  # places are imported when they are first seen

        self.open(ReaderPlace(self, target))

    def back(self) -> None:
        """Go back to the previous place. From the first one, go to Today, or leave if the user is no trainee."""
        self._places.pop()
        if self._places:
            if self.place.PLACE not in {STEP, WALK}:
                self.session.look_back()
            self.place.show()
            return
        self.session.look_back()
        if self.session.reviewer is None and self.session.book.trainee:
            self.go(TODAY)
        else:
            self.leave()
