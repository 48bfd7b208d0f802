"""The part of a main screen that asks a question on one line, and that writes answers and commands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tui.commands import QUESTION, commands_of
from tui.commands.keys import bar_pairs
from tui.errors import IkuseiError
from tui.screens.unread import Unread
from tui.session import Session

if TYPE_CHECKING:
    from tui.widgets.prompt_line import PromptLine


class AskingFrame(Unread, inherit_bindings=False):
    """Asks a question and takes the answer; an answer that can't be written stays in the question.

    Args:
        session: what the screens share.
    """

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._prompt: PromptLine | None = None
        self._answer: Callable[[str], None] = lambda _: None
        self._form_keys: list[tuple[str, str]] = []
        self._has_refused = False

    @property
    def typing(self) -> bool:
        """Whether a question or a form is open: the keys belong to it."""
        return super().typing or (self._prompt is not None and bool(self._prompt.display))

    async def ask(self, label: str, value: str, answer: Callable[[str], None]) -> None:
        """Ask for a text on one line above the keys; *answer* is called with it, unless Escape is pressed."""
        from tui.widgets.prompt_line import PromptLine  # Input is not needed before the first question

        if self._prompt is None:
            self._prompt = PromptLine(id="prompt")
            await self.mount(self._prompt, before="#status")
        self._answer = answer
        self.tell("")
        self._prompt.ask(label, value)
        self.status_line.stand_above(self._prompt.rows)
        editor = next(command for command in commands_of(QUESTION) if command.id == "editor")
        self.tell_form_keys(*bar_pairs((editor,), self.session.lang))

    def tell_form_keys(self, *more: tuple[str, str]) -> None:
        """Show the keys of a question or a form."""
        enter, escape = self.session.say("screens.form.enter"), self.session.say("commands.cancel")
        self._form_keys = [("Enter", enter), *more, ("Esc", escape)]
        self.tell_keys()

    def on_prompt_line_answered(self, message: PromptLine.Answered) -> None:
        """Take the answer; if it can't be written, the question stays open with what was typed."""
        self._take_answer(message.text)

    def _take_answer(self, text: str) -> None:
        self._close_prompt()
        self._has_refused = False
        self._answer(text)
        if self._has_refused and self._prompt is not None:
            self._prompt.ask_again(text)
            self.status_line.stand_above(self._prompt.rows)
            self.tell_keys()

    def on_prompt_line_editor_asked(self, message: PromptLine.EditorAsked) -> None:
        """Have the answer written in an editor; an empty one takes the question back, an error leaves it open."""
        from tui.screens.editing import EditorOutcome, edited  # most answers are a few words

        try:
            outcome, text = edited(self.app, message.text)
        except IkuseiError as error:
            self.tell_error(error)
            return
        if outcome is EditorOutcome.UNCHANGED:
            self.tell(self.session.say("editor.unchanged"))
            return
        if outcome is EditorOutcome.EMPTY:
            self._close_prompt()
            self.tell(self.session.say("editor.empty"))
        else:
            self._take_answer(text)

    def on_prompt_line_grew(self) -> None:
        """Keep the message above the answer, however many rows the answer takes."""
        if self._prompt is not None and self._prompt.display:
            self.status_line.stand_above(self._prompt.rows)

    def on_prompt_line_cancelled(self) -> None:
        """Close the question."""
        self._close_prompt()
        self.tell("")

    def _close_prompt(self) -> None:
        if self._prompt is not None:
            self._prompt.close()
        self.status_line.stand_above(0)
        self.tell_keys()

    def refuse(self, error: IkuseiError) -> None:
        """Tell why nothing was written."""
        self._has_refused = True
        self.tell_error(error)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """A block that writes: afterwards the screen is drawn from the new state; an error is shown in one sentence.

        An earlier message is cleared.
        """
        self.tell("")
        try:
            with self.session.asking():
                yield
        except IkuseiError as error:
            self.refuse(error)
        else:
            self.session.revision += 1
            self.redraw()
