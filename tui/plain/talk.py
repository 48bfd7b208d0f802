"""Input and output of the plain face, line by line and page by page. No escape sequence is ever written.

A line that isn't text (other bytes, keys that send escape sequences) is refused in one sentence. Its readable part is
offered as the default when the question is asked again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import BinaryIO, Final, TextIO, TypeVar

from tui.errors import IkuseiError, UsageError
from tui.lang import Lang, say
from tui.plain.interrupts import Interrupts
from tui.plain.question import Asked, asked_for
from tui.text.clean import REPLACEMENT, flat, neutralise, stored
from tui.text.kinsoku import wrap

T = TypeVar("T")
LONGEST: Final = 64 * 1024
"""The most bytes of a line: as many as the user's editor may return."""
CUT: Final = 4095
"""Linux drops what is typed into one line of a terminal after so many bytes."""
YES: Final = frozenset(("y", "yes", "はい"))
NO: Final = frozenset(("n", "no", "いいえ"))


class Ended(Exception):  # noqa: N818 - nothing has gone wrong: there is no more input
    """The input has ended.

    Args:
        at_question: whether it ended at a question, so that what was asked about isn't done.
    """

    def __init__(self, at_question: bool = False) -> None:
        super().__init__(at_question)
        self.at_question = at_question


class Cancelled(Exception):  # noqa: N818 - nothing has gone wrong: somebody left a question
    """The user has left a question without answering it."""


class Discarded(Cancelled):
    """The user has left a form and doesn't want to keep its draft."""


class Before(Exception):  # noqa: N818 - nothing has gone wrong: somebody goes back a question
    """The user wants to go back to the previous question."""


class UnreadableError(UsageError):
    """A typed line isn't text.

    Args:
        key: key of the message.
        typed: the readable part of the line.
    """

    def __init__(self, key: str, typed: str) -> None:
        super().__init__(key)
        self.typed = typed


class Talk:
    """A conversation of lines.

    Args:
        lang: gives the present language, which the user may change.
        source: the stream that lines are read from.
        out: the stream that lines are written to.
        is_typed: whether somebody sits at a terminal.
        size: gives columns and rows; 0 columns: lines aren't wrapped, 0 rows: there are no pages.
        encoding: encoding of the input.
        edit: opens the user's own editor with a text; returns the edited one.
        suspend: gives the terminal back to the shell, if there is one.
        interrupts: decides when ctrl+c takes effect.
    """

    def __init__(
        self,
        lang: Callable[[], Lang],
        source: BinaryIO,
        out: TextIO,
        *,
        is_typed: bool,
        size: Callable[[], tuple[int, int]] = lambda: (0, 0),
        encoding: str = "utf-8",
        edit: Callable[[str], str] = lambda text: text,
        suspend: Callable[[], None] = lambda: None,
        interrupts: Interrupts | None = None,
    ) -> None:
        self._lang, self._source, self._out = lang, source, out
        self._is_typed, self._size, self._encoding, self._edit = is_typed, size, encoding, edit
        self._interrupts = interrupts or Interrupts()
        self.suspend = suspend

    def say(self, key: str, **fields: object) -> str:
        """A message in the present language."""
        return say(self._lang(), key, **fields)

    def interrupted(self) -> bool:
        """Count a ctrl+c at the prompt; True if it is the second one in a row, with nothing typed between."""
        return self._interrupts.count()

    # -- what goes out --------------------------------------------------------------------------------------------

    def line(self, text: str) -> None:
        """Write one sentence, or one line of a list."""
        for part in self._folded(text):
            self._write(f"{part}\n")

    def error(self, error: IkuseiError) -> None:
        """Write what went wrong."""
        self.line(self.say(error.key, **error.fields))

    def show(self, texts: Iterable[str]) -> str:
        """Write lines, a page at a time where they don't fit on the terminal.

        Returns:
            what the user typed between two pages instead of going on, to be taken as their next answer; else empty.
        """
        parts = [part for text in texts for part in self._folded(text)]
        rows = self._size()[1] if self._is_typed else 0
        page = max(2, rows - 1) if rows else len(parts)
        while True:
            with self._interrupts.welcome():
                for part in parts[:page]:
                    self._write(f"{part}\n")
            parts = parts[page:]
            if not parts:
                return ""
            self._write(self.say("plain.more", count=len(parts)))
            try:
                typed = self._line().strip()
            except Ended:  # the next prompt raises it again
                return ""
            if typed:
                return "" if typed.lower() == "q" else typed

    def _folded(self, text: str) -> Sequence[str]:
        columns = self._size()[0]
        clean = flat(text).rstrip()
        return (list(wrap(clean, columns - 1)) if columns > 1 else [clean]) or [""]

    def _write(self, text: str) -> None:
        self._out.write(text)
        self._out.flush()

    # -- what comes in --------------------------------------------------------------------------------------------

    def prompt(self) -> str:
        """Write the prompt and read a line.

        Raises:
            Ended: there is no more input.
            UnreadableError: the line isn't text.
            KeyboardInterrupt: ctrl+c.
        """
        self._write("> ")
        return self._line()

    def ask(self, question: str, default: str = "", *, is_form: bool = False) -> str:
        """Ask for a text. An empty line takes *default*; a word after ``:`` says what to do instead of answering.

        Raises:
            Ended: there is no more input.
            Cancelled: the question was left.
            Discarded: the form was left, and its draft isn't wanted; only in a form.
            Before: the user wants to go back to the previous question; only in a form.
        """
        while True:
            self._write(f"{flat(question)} [{flat(default)}]: " if default else f"{flat(question)}: ")
            try:
                text = self._line(is_answer=True)
            except KeyboardInterrupt:
                self._write("\n")
                self._interrupts.count()
                raise Cancelled from None
            except UnreadableError as error:
                self.error(error)
                default = error.typed or default
                continue
            wish = asked_for(text)
            match wish:
                case Asked.CANCEL:
                    raise Cancelled
                case Asked.DISCARD:
                    raise Discarded if is_form else Cancelled
                case Asked.BEFORE if is_form:
                    raise Before
                case Asked.EMPTY:
                    return ""
                case Asked.EDITOR:
                    default, found = self._edited(default)
                    if found is not None:
                        return found
                case None:
                    return text.replace("::", ":", 1) if text.startswith("::") else text or default
                case _:
                    self.line(self.say("plain.question.help"))

    def ask_until(self, question: str, default: str, take: Callable[[str], T]) -> T:
        """Ask until *take* accepts the answer. One that it refuses with an error is offered again.

        Raises:
            Ended: there is no more input.
            Cancelled: the question was left.
        """
        while True:
            text = self.ask(question, default)
            try:
                return take(text)
            except IkuseiError as error:
                self.error(error)
                default = text

    def agrees(self, question: str, *, default: bool) -> bool:
        """Ask a yes-or-no question.

        Raises:
            Ended: there is no more input.
            Cancelled: the question was left.
        """
        shown = self.say("plain.yes" if default else "plain.no")
        while True:
            word = self.ask(question, shown).strip().lower()
            if word in YES | NO | {shown}:
                return word in YES if word != shown else default
            self.line(self.say("plain.yes_or_no"))

    def _edited(self, default: str) -> tuple[str, str | None]:
        """Let the user write the answer in their editor; return the next default, and the answer or None.

        Raises:
            Cancelled: the text was left empty.
        """
        if not self._is_typed:
            self.line(self.say("plain.no_editor"))
            return default, None
        try:
            found = stored(self._edit(default))
        except IkuseiError as error:
            self.error(error)
            return default, None
        if not found:
            self.line(self.say("editor.empty"))
            raise Cancelled
        if found == stored(default):
            self.line(self.say("editor.unchanged"))
            return default, None
        return default, found

    def _line(self, *, is_answer: bool = False) -> str:
        with self._interrupts.welcome():
            data = self._source.readline(LONGEST + 1)
        if not data:
            self._write("\n")
            raise Ended(is_answer)
        self._interrupts.forget()
        text = data.decode(self._encoding, "replace").rstrip("\r\n")
        if not self._is_typed:
            self._write(f"{flat(text)}\n")
        if is_answer and asked_for(text) is not None:
            return text
        clean = neutralise(text)
        readable = " ".join(clean.replace(REPLACEMENT, " ").split())
        if len(data) > LONGEST or (self._is_typed and len(data) >= CUT):
            while not data.endswith(b"\n") and (data := self._source.readline(LONGEST)):
                pass
            raise UnreadableError("plain.cut", readable)
        if REPLACEMENT in clean:
            raise UnreadableError("plain.unreadable", readable)
        return text
