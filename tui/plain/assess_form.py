"""The form in which a duty is assessed, as questions."""

from __future__ import annotations

from tui.curriculum.textbook import Duty
from tui.errors import IkuseiError, UsageError
from tui.plain.talk import Before, Talk
from tui.session import Session
from tui.text.fold import fold
from tui.workbook.organisation.assess_values import HALVES, assess_choices, assess_values, read_assessment
from tui.workbook.organisation.assessing import columns_named, write_changes
from tui.workbook.organisation.layers import Facts
from tui.workbook.setup.reviewer import Reviewer
from tui.workbook.wording.aloud import listed


class AssessQuestions:
    """Asks how a duty is done and shall be done, and writes it.

    Args:
        session: what the places share.
        talk: the conversation.
        facts: the present assessments.
        author: who makes the assessment.
        duty: the duty to assess.
    """

    def __init__(self, session: Session, talk: Talk, facts: Facts, author: Reviewer, duty: Duty) -> None:
        self._session, self._talk, self._author, self._duty = session, talk, author, duty
        self._values = assess_values(facts, duty.id)
        self._choices = assess_choices(session.lang)

    def fill(self) -> None:
        """Ask for every field, and write what differs.

        Raises:
            Ended: there is no more input.
            Cancelled: the form was left; nothing was written.
            Discarded: the same.
        """
        say, name = self._session.say, f"{self._duty.code} {self._duty.name.of(self._session.lang)}"
        self._talk.line(say("plain.row", name=say("matrix.form.title"), cells=name))
        self._talk.line(say("plain.form.how"))
        while True:
            self._ask_all()
            try:
                change = read_assessment(self._session.book.pack, self._duty.id, self._values)
                with self._session.asking():
                    written = write_changes(self._session.book, self._author, [change])
            except IkuseiError as error:
                self._talk.error(error)
                continue
            self._session.revision += 1
            key = "matrix.assess.written" if written else "matrix.assess.unchanged"
            self._talk.line(say(key, what=self._duty.code))
            return

    def _ask_all(self) -> None:
        fields = [f"{half}-{part}" for half in HALVES for part in ("how", "level", "provider")] + ["note", "secbok"]
        at = 0
        while at < len(fields):
            try:
                self._values[fields[at]] = self._ask(fields[at])
            except Before:
                at = max(0, at - 1)
                continue
            at += 1

    def _ask(self, field: str) -> str:
        part = field.partition("-")[2]
        choices = self._choices.get(part)
        label = self._session.say(f"matrix.form.{field if part in {'', 'how'} else part}")
        if choices is not None:
            words = listed([words for _, words in choices], self._session.lang)
            label = self._session.say("plain.form.hint", label=label, hint=words)
        default = self._shown(choices, self._values[field])
        while True:
            text = self._talk.ask(label, default, is_form=True)
            try:
                return self._checked(field, choices, text)
            except IkuseiError as error:
                self._talk.error(error)
                default = text

    @staticmethod
    def _shown(choices: list[tuple[str, str]] | None, value: str) -> str:
        return next((words for each, words in choices if each == value), value) if choices else value

    def _checked(self, field: str, choices: list[tuple[str, str]] | None, text: str) -> str:
        """*text* as the value of the field.

        Raises:
            UsageError: the field can't hold it.
        """
        if field == "secbok":
            columns_named(self._session.book.pack, text.split(","))
        if choices is None:
            return text
        wanted = fold(text)
        exact = [value for value, words in choices if wanted in {fold(value), fold(words)}]
        begun = [value for value, words in choices if wanted and fold(words).startswith(wanted)]
        found = exact or begun
        if len(found) != 1:
            known = listed([words for _, words in choices], self._session.lang)
            raise UsageError("plain.no_choice", text=text, known=known)
        return found[0]
