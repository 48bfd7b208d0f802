"""A list on the left and what its cursor stands on at the right; on narrow terminals one in place of the other."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal

from tui.drawing.pen import Pen
from tui.screens.frame import Frame
from tui.session import Session
from tui.text.line import Row
from tui.widgets.choice_list import ChoiceList

NARROW = 60
"""Columns below which the details don't stand beside the list but in its place."""
WIDEST = 90
"""Cells beyond which lines of text are not read well."""


class TwoPanes(Frame):
    """List and details. A subclass says how wide the list is and what the details are."""

    READS_WIDE: ClassVar[bool] = False
    """Whether details that are read stand in the place of the list, however wide the terminal is."""
    DEFAULT_CSS = """
    TwoPanes {
        & #panes { height: 1fr; }
        & #sheet { width: 1fr; margin-left: 1; }
    }
    """

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.inside = False
        """Whether the cursor is in the details."""
        self._narrow = False
        self._columns = 0

    # -- what a subclass gives ------------------------------------------------------------------------------------

    def index_width(self, columns: int) -> int:
        """Cells of the list on a screen of *columns*."""
        raise NotImplementedError

    def sheet_rows(self, pen: Pen) -> list[Row]:
        """The details of what the cursor of the list stands on."""
        raise NotImplementedError

    # -- the panes ------------------------------------------------------------------------------------------------

    def body(self) -> ComposeResult:
        """Two panes."""
        with Horizontal(id="panes"):
            yield ChoiceList(id="list")
            yield ChoiceList(id="sheet", active=False)

    @property
    def index(self) -> ChoiceList:
        """The list."""
        return self.query_one("#list", ChoiceList)

    @property
    def sheet(self) -> ChoiceList:
        """The details."""
        return self.query_one("#sheet", ChoiceList)

    @property
    def choices(self) -> ChoiceList:
        """The pane that the cursor keys move."""
        return self.sheet if self.inside else self.index

    def lay_out(self, columns: int) -> Pen:
        """Divide *columns* between the panes and return the pen of the list."""
        self._columns = columns
        self._narrow = columns < NARROW or (self.inside and self.READS_WIDE)
        self.index.styles.width = self._index_width()
        self.index.display = not (self._narrow and self.inside)
        self.sheet.display = not self._narrow or self.inside
        return self.session.pen(self._index_width() - 2)

    def _index_width(self) -> int:
        return self._columns if self._narrow else self.index_width(self._columns)

    def show_sheet(self, *, top: bool = False) -> None:
        """Show the details, scrolled to the *top* where they are of something else than before."""
        width = self._columns - (0 if self._narrow else self._index_width()) - 2
        pen = self.session.pen(min(width, WIDEST))
        self.sheet.fill(self.known_rows(lambda: self.sheet_rows(pen), pen), top=top)

    def enter(self, *, inside: bool) -> None:
        """Put the cursor into the details, or back into the list."""
        self.inside = inside
        if self._narrow:
            self.lay_out(self._columns)
            self.show_sheet()
        self.sheet.activate(inside)
        self.tell_keys()

    def follow(self) -> None:
        """Show what the cursor of the list stands on; the keys may differ too."""
        if not self.inside:
            self.show_sheet(top=True)
        self.tell_keys()

    def action_open(self) -> None:
        """Go into the details."""
        if self.can_enter:
            self.enter(inside=True)

    @property
    def can_enter(self) -> bool:
        """Whether there is something to choose in the details, or to read that isn't in sight yet."""
        return not self.inside and (bool(self.sheet.keys) or self._narrow)

    def action_back(self) -> None:
        """Out of the details, then back to the screen before."""
        if self.inside:
            self.enter(inside=False)
        else:
            super().action_back()

    def on_choice_list_picked(self, event: ChoiceList.Picked) -> None:
        """A click puts the cursor into the pane clicked on."""
        if (event.choices is self.sheet) != self.inside:
            self.enter(inside=event.choices is self.sheet)
        self.follow()
