"""The first run: who are you, which role, which STEP. Three questions, one after another."""

from __future__ import annotations

from collections.abc import Iterator

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from tui.commands import START, bar_of
from tui.commands.keys import bar_pairs, key_name
from tui.errors import IkuseiError
from tui.screens.bindings import bindings_for
from tui.screens.page import Page
from tui.session import Session
from tui.text.line import GAP, Line, Row, Span, column
from tui.widgets.bars import StatusLine
from tui.widgets.canvas import Canvas
from tui.widgets.choice_list import ChoiceList
from tui.widgets.text_field import TextField
from tui.workbook.exchange.second_machine import BUNDLE, OWN_ID, continue_with, require_same
from tui.workbook.setup.person_id import random_person, typed_name, typed_person
from tui.workbook.trainee.writing import begin

ROLE_NAME = 30
"""Cells of the widest name of a role, and a gap."""


class StartPage(Page[bool]):
    """Asks the three questions; nothing is written before the last answer."""

    PLACE = START
    BINDINGS = bindings_for(START)
    DEFAULT_CSS = """
    StartPage {
        & #lead { height: 5; margin: 1 2 0 2; }
        & #name { margin: 0 4; }
        & #page { margin: 0 2; }
    }
    """

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._question = 0
        self._role = ""
        self._person = ""

    def title_text(self) -> str:
        """The title, with the number of the question."""
        return self.session.say("screens.start.title", number=self._question + 1)

    def body(self) -> ComposeResult:
        """The question, and the field or list for its answer."""
        yield Canvas(id="lead")
        yield TextField(id="name")
        yield ChoiceList(id="page")
        yield StatusLine(id="status")

    def key_pairs(self) -> list[tuple[str, str]]:
        """The keys; Escape leaves the program only from the first question, where letters belong to the name."""
        say, commands = self.session.say, {command.id: command for command in bar_of(START)}
        typing = self._question == 0
        return [
            *bar_pairs((commands["choose"],), self.session.lang),
            ("Esc", say("commands.cancel" if typing else "commands.before")),
            (key_name(commands["language"].keys[1 if typing else 0]), say("commands.language")),
        ]

    def draw(self) -> None:
        """Ask the question."""
        pen = self.session.pen(min(self.app.size.width - 6, 76))
        text = self.session.say(f"screens.start.question{self._question}")
        lines: list[Line] = [line for part in text.split("\n") for line in pen.paragraph(part)]
        self.query_one("#lead", Canvas).show(lines)
        name = self.query_one("#name", TextField)
        name.display = self._question == 0
        if self._question == 0:
            name.focus()
            self.choices.fill([])
        else:
            self.set_focus(None)
            self.choices.fill(list(self._role_rows() if self._question == 1 else self._step_rows()))

    def _role_rows(self) -> Iterator[Row]:
        for entry in self.session.book.pack.roles:
            name = Span(entry.name.of(self.session.lang), "" if entry.file else "dim")
            more = Span("" if entry.file else self.session.say("screens.start.no_content"), "dim")
            yield Row.of((*column((name,), ROLE_NAME), more), entry.id)

    def _step_rows(self) -> Iterator[Row]:
        for step in self.session.book.pack.steps:
            if step.number > 3:
                continue
            pen = self.session.pen(min(self.app.size.width - 8, 74))
            head: Line = (Span(f"STEP {step.number}  ", "strong"), Span(step.who.of(self.session.lang)))
            yield Row(
                (
                    head,
                    *(
                        ((Span("  ", "dim"), *line))
                        for line in pen.paragraph(self.session.say(f"screens.start.step{step.number}"), "dim")
                    ),
                ),
                str(step.number),
            )
            yield GAP

    @on(Input.Submitted)
    def _named(self, event: Input.Submitted) -> None:
        event.stop()
        text = typed_name(event.value)
        if not text:
            self.tell(self.session.say("workbook.no_name"), "bad")
        elif text.endswith(BUNDLE):
            self._continue(text)
        elif text.startswith(OWN_ID) and not self._person:
            self._take_id(text)
        else:
            self._ask(1)

    def _take_id(self, text: str) -> None:
        """Take the id that somebody has already: they continue under it, and give their name here."""
        try:
            self._person = typed_person(text)
            require_same(self.session.book.journal, self._person)
        except IkuseiError as error:
            self._person = ""
            self.tell_error(error)
            return
        self.query_one("#name", TextField).value = ""
        self.tell(self.session.say("screens.start.as_id", id=self._person))

    def _continue(self, text: str) -> None:
        """Continue with the records of one's own bundle; the other questions are skipped."""
        try:
            continue_with(self.session.book, text, self._person)
        except IkuseiError as error:
            self.tell_error(error)
        else:
            self.dismiss(True)

    def action_choose(self) -> None:
        """Take the answer under the cursor."""
        if self._question == 1:
            self._role = self.choices.key
            self._ask(2)
        elif self._question == 2:
            self._finish(int(self.choices.key))

    def action_before(self) -> None:
        """Back to the question before."""
        if self._question > 0:
            self._ask(self._question - 1)

    def action_cancel(self) -> None:
        """Back to the question before; from the first one, leave: nothing has been written."""
        if self._question > 0:
            self.action_before()
        else:
            self.dismiss(False)

    def _ask(self, question: int) -> None:
        self._question = question
        self.tell("")
        if question:
            self.choices.fill([])
        self.redraw()

    def _finish(self, step: int) -> None:
        try:
            new_person = (lambda: self._person) if self._person else random_person
            begin(self.session.book, self.query_one("#name", TextField).value, self._role, step, new_person)
        except IkuseiError as error:
            self.tell_error(error)
            return
        self.dismiss(True)
