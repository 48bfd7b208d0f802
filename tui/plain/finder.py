"""Searching: things of the pack by text, and possible commands by name."""

from __future__ import annotations

from collections.abc import Iterable

from tui.commands import FINDER, Command, commands_of
from tui.curriculum.search import search
from tui.drawing.pen import Pen
from tui.plain.face import Face
from tui.plain.help import command_rows
from tui.plain.pages import ListPlace
from tui.plain.place import Place
from tui.text.fold import fold
from tui.text.line import Row, Span


class FinderPlace(ListPlace):
    """Asks for a text and lists the things that contain it; another text searches again."""

    PLACE = FINDER

    def __init__(self, face: Face) -> None:
        super().__init__(face)
        self._typed = ""

    def title(self) -> str:
        """The title, with the text that is searched."""
        title = self.session.say("screens.find.title")
        return self.session.say("plain.row", name=title, cells=self._typed) if self._typed else title

    def show(self) -> None:
        """Ask for the text the first time, then list."""
        if not self._typed:
            self.talk.line(self.session.say("screens.find.hint"))
            self._typed = self.talk.ask(self.title()).strip()
        super().show()

    def answer(self, text: str) -> bool:
        """Search for another text."""
        self._typed, self.key = text.strip(), ""
        self.show()
        return True

    def rows(self, pen: Pen) -> Iterable[Row]:
        """A line for each hit: kind, title, place and id."""
        found = search(self.book.pack, self._typed, self.session.lang) if self._typed else []
        for hit in found:
            kind = Span(f"{pen.say(f'words.kind.{hit.kind}')}  ")
            yield Row.of((kind, Span(f"{pen.of(hit.title)}  "), Span(f"{pen.of(hit.where)}  "), Span(hit.id)), hit.id)
        if not found:
            yield Row.of((Span(pen.say("screens.nothing_found", text=self._typed)),))

    def do_choose(self) -> None:
        """Show the chosen thing at the place where it belongs."""
        if self.key:
            self.face.replace_by(lambda: self.face.reveal(self.key))


class PalettePlace(ListPlace):
    """Lists the possible commands of a place, and does the chosen one.

    Args:
        face: the face.
        place: the place whose commands they are.
    """

    PLACE = FINDER

    def __init__(self, face: Face, place: Place) -> None:
        super().__init__(face)
        self._place = place
        self._typed = ""

    def title(self) -> str:
        """The title of the list."""
        return self.session.say("screens.palette.title")

    def _possible(self) -> list[Command]:
        every = commands_of(self._place.PLACE)
        shown = [each for each in every if (each.bar or each.id.startswith("go.")) and self._place.can(each)]
        wanted = fold(self._typed).split()
        texts = {each.id: f"{self.session.say(each.label)} {self.session.say(each.help)} {each.id}" for each in shown}
        return [each for each in shown if all(word in fold(texts[each.id]) for word in wanted)]

    def answer(self, text: str) -> bool:
        """List only the commands with these words."""
        self._typed, self.key = text.strip(), ""
        self.show()
        return True

    def rows(self, pen: Pen) -> Iterable[Row]:
        """The commands."""
        return command_rows(self._possible(), pen)

    def do_choose(self) -> None:
        """Do the chosen command."""
        command = next((each for each in self._possible() if each.id == self.key), None)
        if command is not None:
            self.face.replace_by(lambda: self._place.do(command))
