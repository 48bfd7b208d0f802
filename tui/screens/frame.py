"""The frame of every main screen: the commands that all of them have."""

from __future__ import annotations

from tui.screens.drawn_frame import DrawnFrame
from tui.screens.messages import Back, Go, LanguageSwitched, Overlay, Read


class Frame(DrawnFrame):
    """A main screen, with the commands that all of them have."""

    def action_move(self, by: int) -> None:
        """Move the cursor; the details follow in the same frame."""
        self.choices.move(by)
        self.follow()

    def action_page(self, by: int) -> None:
        """Move a screenful."""
        self.choices.page(by)
        self.follow()

    def action_edge(self, to: int) -> None:
        """Move to the first or last."""
        self.choices.edge(to)
        self.follow()

    def action_scroll(self, by: int) -> None:
        """Scroll the details, or the only list there is."""
        scrolled = self.sheet or self.choices
        scrolled.scroll_lines(by * max(1, scrolled.size.height // 2))

    def action_go(self, place: str) -> None:
        """Go to another main screen."""
        self.post_message(Go(place))

    def action_back(self) -> None:
        """Go back."""
        self.post_message(Back())

    def action_find(self) -> None:
        """Open the search."""
        self.post_message(Overlay("find"))

    def action_palette(self) -> None:
        """Open the palette."""
        self.post_message(Overlay("palette"))

    def action_relate(self) -> None:
        """Show the thing under the cursor with all its relations."""
        if self.thing_target():
            self.post_message(Read(self.thing_target()))

    def action_terms(self) -> None:
        """Explain the words on this screen."""
        self.post_message(Overlay("terms"))

    def action_help(self) -> None:
        """Show the keys."""
        self.post_message(Overlay("help"))

    def action_language(self) -> None:
        """Switch the language."""
        self.session.switch_language()
        self.post_message(LanguageSwitched())
        self.tell("")
        self.redraw()

    def action_undo(self) -> None:
        """Undo the last event of the author who uses this screen."""
        from tui.workbook.setup.identity import author_of  # a start undoes nothing
        from tui.workbook.wording.undoing import take_back

        with self.writing():
            book = self.session.book
            self.tell(take_back(book, author_of(book).id, self.session.lang))

    def action_redo(self) -> None:
        """Bring back what was undone last."""
        from tui.workbook.setup.identity import author_of  # a start redoes nothing
        from tui.workbook.wording.undoing import bring_back

        with self.writing():
            book = self.session.book
            self.tell(bring_back(book, author_of(book).id, self.session.lang))
