"""The base of every place of the line face: numbered lines, the chosen one, and the commands of the place."""

from __future__ import annotations

from ast import literal_eval
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, ClassVar, Final

from tui.commands import Command, bar_of, commands_of
from tui.commands.keys import bar_pairs
from tui.drawing.aloud import AloudPen, said
from tui.drawing.pen import Pen
from tui.errors import UsageError
from tui.plain.answer import FIRST
from tui.session import Session
from tui.text.line import Row
from tui.workbook.standings.workbook import Workbook

if TYPE_CHECKING:
    from tui.plain.face import Face
    from tui.plain.talk import Talk

PAGE: Final = 10
"""How many lines a page key moves."""


class Place:
    """One place. A subclass says which one, gives its lines, and has a method ``do_…`` for each command.

    Args:
        face: the face that shows it.
    """

    PLACE: ClassVar[str] = ""

    def __init__(self, face: Face) -> None:
        self.face = face
        self.key = ""
        """Key of the chosen line: what it stands for."""
        self.numbers: dict[int, str] = {}
        """By the number with which a line was read out last, its key."""

    @property
    def session(self) -> Session:
        """What the places share."""
        return self.face.session

    @property
    def book(self) -> Workbook:
        """The workbook of the session."""
        return self.session.book

    @property
    def talk(self) -> Talk:
        """The conversation."""
        return self.face.talk

    @property
    def pen(self) -> Pen:
        """The pen that writes in words what other faces draw."""
        return AloudPen.like(self.session.pen(0))

    # -- what a subclass gives ------------------------------------------------------------------------------------

    def title(self) -> str:
        """The name of the place, with what matters there."""
        return self.session.say(f"commands.go.{self.PLACE}")

    def rows(self, pen: Pen) -> Iterable[Row]:
        """The lines; those with a key can be chosen."""
        raise NotImplementedError

    def details(self, pen: Pen) -> Iterable[Row]:
        """Further lines about the chosen line; empty where there is no more to read."""
        return ()

    def thing_target(self) -> str:
        """Id of the thing of the pack that is chosen, or empty."""
        return ""

    def can(self, command: Command) -> bool:
        """Whether *command* is possible now; subclasses add their own conditions."""
        if command.writes and self.session.read_only:
            return False
        return bool(self.thing_target()) if command.id == "relate" else True

    def look_at(self, target: str) -> None:
        """Choose the thing with this id before the place is shown; for places that can be jumped to."""

    def chosen(self) -> None:
        """Called after another line was chosen."""

    def remark(self) -> str:
        """A remark that is read out after the chosen line, or empty."""
        return ""

    def enter(self) -> bool:
        """Do what Enter does on the chosen line; False if it does nothing there."""
        command = next((each for each in commands_of(self.PLACE) if "enter" in each.keys), None)
        if command is None or not self.key or not self.can(command):
            return False
        self.do(command)
        return True

    # -- showing --------------------------------------------------------------------------------------------------

    def show(self) -> None:
        """Read everything out."""
        texts = self._numbered(list(self.rows(self.pen)))
        self.face.page([self._headline(), *texts, self._keys()])

    def _headline(self) -> str:
        marks = []
        if self.session.read_only:
            marks.append(self.session.say("team.looking" if self.session.own else "screens.read_only"))
        if self.session.deliver is not None:
            marks.append(self.session.say("transport.own_journal"))
        reviewer = self.session.reviewer
        name = reviewer.name if reviewer else self.book.label
        about = [self.title(), *([name] if name else []), *marks]
        return self.session.say("plain.title", place=self.session.say("plain.list_sign").join(about))

    def _numbered(self, rows: list[Row]) -> Iterator[str]:
        self.numbers = dict(enumerate((row.key for row in rows if row.key), start=FIRST))
        if self.key not in self.numbers.values():
            self.key = next(iter(self.numbers.values()), "")
        self.chosen()
        number, is_blank = FIRST, True
        for row in rows:
            texts = self._texts(row)
            if row.key:
                yield self.session.say("plain.line", number=number, text=next(texts, ""))
                number += 1
            elif row.lines == ((),) and not is_blank:
                yield ""
                is_blank = True
                continue
            yield from texts
            is_blank = not row.lines or row.lines == ((),)

    def _texts(self, row: Row) -> Iterator[str]:
        return (text for line in row.lines if (text := said(line, self.session.lang)))

    def _keys(self) -> str:
        pairs = bar_pairs(tuple(each for each in bar_of(self.PLACE) if self.can(each)), self.session.lang)
        keys = self.session.say("plain.list_sign").join(f"{key} {label}" for key, label in pairs)
        return self.session.say("plain.keys", keys=keys)

    def read_line(self) -> None:
        """Read the chosen line out, as it is now."""
        row = next((row for row in self.rows(self.pen) if row.key == self.key), None)
        if row is None:
            self.talk.line(self.session.say("plain.no_line"))
            return
        number = next((number for number, key in self.numbers.items() if key == self.key), 0)
        first, *rest = [*self._texts(row), ""]
        self.talk.line(self.session.say("plain.line", number=number, text=first) if number else first)
        for text in filter(None, (*rest, self.remark())):
            self.talk.line(text)

    def read(self, rows: Iterable[Row]) -> None:
        """Read *rows* out without numbers."""
        self.face.page([text for row in rows for text in self._texts(row)])

    # -- choosing and doing ---------------------------------------------------------------------------------------

    def choose(self, number: int) -> None:
        """Choose the line with a number.

        Raises:
            UsageError: no line has it.
        """
        if number not in self.numbers:
            raise UsageError("plain.no_number", number=number)
        self.key = self.numbers[number]
        self.chosen()

    def answer(self, text: str) -> bool:
        """Take a text that is neither a number nor a command; False if it means nothing here."""
        return False

    def do(self, command: Command) -> None:
        """Do a command of this place."""
        method = getattr(self, f"do_{command.id.partition('.')[0]}")
        method(*([literal_eval(command.argument)] if command.argument else []))

    @contextmanager
    def writing(self) -> Iterator[None]:
        """A block that writes; after it, everything is drawn from the new state."""
        with self.session.asking():
            yield
        self.session.revision += 1

    # -- what can be done nearly everywhere -----------------------------------------------------------------------

    def do_move(self, by: int) -> None:
        """Choose the next or the previous line."""
        keys = list(self.numbers.values())
        if not keys:
            self.talk.line(self.session.say("plain.no_line"))
            return
        at = keys.index(self.key) if self.key in keys else 0
        if not 0 <= at + by < len(keys) and abs(by) == 1:
            self.talk.line(self.session.say("plain.last_line" if by > 0 else "plain.first_line"))
        self.key = keys[max(0, min(at + by, len(keys) - 1))]
        self.chosen()
        self.read_line()

    def do_page(self, by: int) -> None:
        """Move by a page of lines."""
        self.do_move(by * PAGE)

    def do_edge(self, to: int) -> None:
        """Choose the first or the last line."""
        self.do_move(to * max(2, len(self.numbers)))

    def do_scroll(self, _by: int) -> None:
        """Read the details of the chosen line, without going into them."""
        rows = list(self.details(self.pen))
        if rows:
            self.read(rows)
        else:
            self.read_line()

    def do_go(self, place: str) -> None:
        """Go to another main place."""
        self.face.go(place)

    def do_back(self) -> None:
        """Back to the place before."""
        self.face.back()

    def do_quit(self) -> None:
        """Leave ikusei."""
        self.face.leave()

    def do_find(self) -> None:
        """Search."""
        from tui.plain.finder import FinderPlace  # places are imported when they are first seen

        self.face.open(FinderPlace(self.face))

    def do_palette(self) -> None:
        """Choose a command by its name."""
        from tui.plain.finder import PalettePlace  # see do_find

        self.face.open(PalettePlace(self.face, self))

    def do_relate(self) -> None:
        """Read the chosen thing with everything related to it."""
        self.face.read(self.thing_target())

    def do_terms(self) -> None:
        """Explain the words that were read out here."""
        from tui.plain.terms import TermsPlace  # see do_find

        text = "\n".join(said(line, self.session.lang) for row in self.rows(self.pen) for line in row.lines)
        self.face.open(TermsPlace(self.face, text))

    def do_help(self) -> None:
        """Read the keys of this place."""
        from tui.plain.help import HelpPlace  # see do_find

        self.face.open(HelpPlace(self.face, self))

    def do_language(self) -> None:
        """Go on in the other language."""
        self.session.switch_language()
        self.show()

    def do_undo(self) -> None:
        """Undo the last thing that the user did."""
        from tui.workbook.setup.identity import author_of  # most lines undo nothing
        from tui.workbook.wording.undoing import take_back

        with self.writing():
            said = take_back(self.book, author_of(self.book).id, self.session.lang)
        self.talk.line(said)

    def do_redo(self) -> None:
        """Bring back what was undone last."""
        from tui.workbook.setup.identity import author_of  # see do_undo
        from tui.workbook.wording.undoing import bring_back

        with self.writing():
            said = bring_back(self.book, author_of(self.book).id, self.session.lang)
        self.talk.line(said)

    def do_suspend(self) -> None:
        """Give the terminal back to the shell until the user continues; without a shell nothing happens."""
        self.face.suspend()
