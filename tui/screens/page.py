"""The base of pages shown over a screen: one list, closed with Escape."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete

from tui.commands import bar_of
from tui.commands.keys import bar_pairs
from tui.drawing.pen import Pen
from tui.errors import JournalError
from tui.journal.failure import is_passing
from tui.screens.sized import Result, SizedScreen
from tui.text.line import Row, Span
from tui.widgets.bars import KeyBar, StatusLine, TitleBar
from tui.widgets.canvas import Canvas
from tui.widgets.choice_list import ChoiceList

WIDEST = 96
"""Most cells of a line of text; longer lines are hard to read."""


class Page(SizedScreen[Result], inherit_bindings=False):
    """Title, list, keys; dismisses a result."""

    PLACE: ClassVar[str] = ""

    def title_text(self) -> str:
        """The title of the page."""
        raise NotImplementedError

    def draw(self) -> None:
        """Fill the list."""
        raise NotImplementedError

    def body(self) -> ComposeResult:
        """The widgets between title and keys."""
        yield ChoiceList(id="page")

    def compose(self) -> ComposeResult:
        """Title, body, keys."""
        yield TitleBar(id="title")
        yield from self.body()
        yield KeyBar(id="keys")
        yield Canvas(id="instead")

    @property
    def choices(self) -> ChoiceList:
        """The list."""
        return self.query_one("#page", ChoiceList)

    def reading_pen(self) -> Pen:
        """The pen of pages of text: at most ``WIDEST`` cells."""
        return self.session.pen(min(self.app.size.width - 3, WIDEST))

    def on_mount(self) -> None:
        """Draw before the first frame."""
        self.redraw()

    def on_resize(self) -> None:
        """Draw for the new size."""
        self.redraw()

    @property
    def status_line(self) -> StatusLine:
        """The line for messages; it is made when it is first needed, since pages rarely have a message."""
        if not self.query("#status"):
            self.mount(StatusLine(id="status"), before="#keys")
        return super().status_line

    def stand(self, text: str) -> None:
        """Show *text*, a lasting problem, until it is called with an empty text."""
        if text or self.query("#status"):
            super().stand(text)
            self.status_line.display = not self.status_line.is_silent

    def tell(self, text: str, style: str = "") -> None:
        """Show what just happened."""
        super().tell(text, style)
        if self.is_made:
            self.status_line.display = not self.status_line.is_silent

    def redraw(self) -> None:
        """Draw everything anew."""
        if not self.is_made or not self.fits(*self.app.size):
            return  # the page is still being made, and will be drawn then
        self.query_one("#title", TitleBar).tell((Span("ikusei  ", "dim"), Span(self.title_text(), "title")), ())
        self.query_one("#keys", KeyBar).tell(self.key_pairs())
        try:
            self.draw()
        except JournalError as error:
            if not is_passing(error):
                raise
            self.choices.fill([Row(tuple(self.reading_pen().paragraph(self.session.say("screens.unread"), "dim")))])
        self.is_drawn = True

    def key_pairs(self) -> list[tuple[str, str]]:
        """Key and label of what is possible now, in the order of their rank."""
        return bar_pairs(bar_of(self.PLACE), self.session.lang)

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Close the page, once: a second key may already be on its way when the first has closed it.

        Without the check Textual would then close the screen below, since it always closes the one on top.
        """
        return super().dismiss(result) if self.is_active else AwaitComplete()

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self.choices.move(by)

    def action_page(self, by: int) -> None:
        """Move a screenful."""
        self.choices.page(by)

    def action_edge(self, to: int) -> None:
        """Move to the first or last."""
        self.choices.edge(to)

    def action_cancel(self) -> None:
        """Close without a result."""
        self.dismiss(None)

    def action_back(self) -> None:
        """Close without a result."""
        self.dismiss(None)

    def action_language(self) -> None:
        """Switch the language."""
        self.session.switch_language()
        self.stand(self.session.standing())
        self.redraw()
