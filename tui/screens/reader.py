"""A page that shows any one thing of the pack, with links to all related things."""

from __future__ import annotations

from tui.commands import READER, bar_of
from tui.commands.keys import bar_pairs
from tui.curriculum.relations import relations
from tui.curriculum.thing import Thing
from tui.drawing.thing import thing_sheet
from tui.errors import UsageError
from tui.screens.bindings import bindings_for
from tui.screens.page import Page
from tui.screens.terms import TermsPage
from tui.session import Session
from tui.text.line import flat_text
from tui.widgets.choice_list import ChoiceList
from tui.workbook.trainee.places import place_of
from tui.workbook.wording.pack_names import kind_of


class ReaderPage(Page[str]):
    """One thing; Enter follows a link, ``back`` returns to the thing before. Dismisses an id to show on its own screen.

    Args:
        session: what the screens share.
        target: id of the thing to begin with.
    """

    PLACE = READER
    BINDINGS = bindings_for(READER)

    def __init__(self, session: Session, target: str) -> None:
        super().__init__(session)
        self._way = [(target, "")]

    @property
    def thing(self) -> Thing:
        """The thing shown.

        Raises:
            UsageError: the pack has no such thing.
        """
        target = self._way[-1][0]
        found = self.session.book.pack.find(target)
        if found is None:
            raise UsageError("workbook.nothing_named", id=target)
        return found

    def title_text(self) -> str:
        """Kind and id of the thing, and a ``>`` for every link that was followed."""
        depth = f"  {'>' * (len(self._way) - 1)}" if len(self._way) > 1 else ""
        return f"{self.session.say(kind_of(self.thing))} {self.thing.id}{depth}"

    def draw(self) -> None:
        """Show the thing, the cursor on the link that was followed from here."""
        pen = self.reading_pen()
        chosen = self._way[-1][1]
        self.choices.fill(thing_sheet(self.thing, relations(self.session.book.pack, self.thing), pen), top=True)
        self.choices.activate(bool(chosen))
        if chosen:
            self.choices.select(chosen)

    def key_pairs(self) -> list[tuple[str, str]]:
        """The keys, without the one that opens the thing on its own screen if it has none but this page."""
        pairs = super().key_pairs()
        if place_of(self.session.book.pack, self.thing.id).place == READER:
            opening = bar_pairs(tuple(each for each in bar_of(READER) if each.id == "reveal"), self.session.lang)
            return [pair for pair in pairs if pair not in opening]
        return pairs

    def action_move(self, by: int) -> None:
        """Scroll the text; the links take the cursor once they are in sight."""
        self.choices.read(by)

    def action_choose(self) -> None:
        """Follow the link under the cursor."""
        if self.choices.active and self.choices.key:
            self._way[-1] = (self._way[-1][0], self.choices.key)
            self._way.append((self.choices.key, ""))
            self.redraw()

    def action_reveal(self) -> None:
        """Show the thing on the screen where it belongs."""
        if place_of(self.session.book.pack, self.thing.id).place != READER:
            self.dismiss(self.thing.id)

    def action_terms(self) -> None:
        """Explain the words on this page."""
        text = "\n".join(flat_text(line) for line in self.choices.every_line)
        self.app.push_screen(TermsPage(self.session, text), lambda _: self.redraw())

    def action_back(self) -> None:
        """Back to the thing before; from the first thing, close the page."""
        if len(self._way) > 1:
            self._way.pop()
            self.redraw()
        else:
            self.dismiss(None)

    def on_choice_list_picked(self, event: ChoiceList.Picked) -> None:
        """A click follows a link."""
        if event.key:
            self.choices.activate(True)
            self.action_choose()
