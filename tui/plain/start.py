"""The first run: name, role and STEP. Nothing is written before the last answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from tui.commands import START, TODAY, Command
from tui.drawing.pen import Pen
from tui.errors import UsageError
from tui.plain.face import Face
from tui.plain.pages import ListPlace
from tui.plain.talk import Cancelled
from tui.text.line import Row, Span
from tui.workbook.exchange.second_machine import BUNDLE, OWN_ID, continue_with, require_same
from tui.workbook.setup.person_id import random_person, typed_name, typed_person
from tui.workbook.trainee.writing import begin

QUESTIONS: Final = 3
LAST_STEP: Final = 3
"""The last STEP that is trained."""


class StartPlace(ListPlace):
    """Three questions: a name, a role, a STEP."""

    PLACE = START

    def __init__(self, face: Face) -> None:
        super().__init__(face)
        self._question = 0
        self._name, self._role, self._person = "", "", ""

    def title(self) -> str:
        """The number of the question."""
        return self.session.say("plain.start", number=self._question + 1, total=QUESTIONS)

    def show(self) -> None:
        """Ask the current question; the name is asked for directly, the others have lists to choose from."""
        if not self._question:
            self._ask_name()
        if self._question:
            super().show()

    def _ask_name(self) -> None:
        for text in self.session.say("screens.start.question0").split("\n"):
            self.talk.line(text)
        try:
            self.talk.ask_until(self.session.say("plain.name"), self._name, self._named)
        except Cancelled:
            self.face.leave()

    def rows(self, pen: Pen) -> Iterable[Row]:
        """The question, and the answers to choose from."""
        for text in pen.say(f"screens.start.question{self._question}").split("\n"):
            yield Row(tuple(pen.paragraph(text)))
        yield from self._roles(pen) if self._question == 1 else self._steps(pen)

    def _roles(self, pen: Pen) -> Iterator[Row]:
        for entry in self.book.pack.roles:
            more = Span("" if entry.file else f"  {pen.say('screens.start.no_content')}")
            yield Row.of((Span(pen.of(entry.name)), more), entry.id)

    def _steps(self, pen: Pen) -> Iterator[Row]:
        for step in self.book.pack.steps:
            if step.number <= LAST_STEP:
                head = f"{pen.say('words.step', number=step.number)}  "
                about = pen.paragraph(pen.say(f"screens.start.step{step.number}"))
                yield Row(((Span(head), Span(pen.of(step.who))), *about), str(step.number))

    def can(self, command: Command) -> bool:
        """Whether *command* is possible; ``choose`` needs a chosen answer."""
        return command.id != "choose" or bool(self.key)

    # -- the answers ----------------------------------------------------------------------------------------------

    def _named(self, typed: str) -> None:
        """Take the name; a typed bundle or id means that the user continues from another machine.

        Raises:
            IkuseiError: nothing was typed, or the user can't continue with this bundle or id.
        """
        text = typed_name(typed)
        if not text:
            raise UsageError("workbook.no_name")
        if text.endswith(BUNDLE):
            continue_with(self.book, text, self._person)
            self._done()
        elif text.startswith(OWN_ID) and not self._person:
            person = typed_person(text)
            require_same(self.book.journal, person)
            self._person = person
            name = self.session.say("screens.start.as_id", id=person)
            self.talk.ask_until(name, "", self._named)
        else:
            self._name, self._question, self.key = text, 1, ""

    def do_choose(self) -> None:
        """Take the chosen answer."""
        if self._question == 1:
            self._role, self._question, self.key = self.key, 2, ""
            self.show()
            return
        person = self._person
        begin(self.book, self._name, self._role, int(self.key), (lambda: person) if person else random_person)
        self._done()

    def _done(self) -> None:
        self.session.revision += 1
        self.session.look_at_current_step()
        self.face.go(TODAY)

    def do_before(self) -> None:
        """Back to the question before."""
        self._question, self.key = max(0, self._question - 1), ""
        self.show()

    def do_cancel(self) -> None:
        """Back to the question before."""
        self.do_before()
