"""A list and the details of its cursor; on narrow terminals one at a time, on wide ones with a third pane."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal

from tui.drawing.pen import Pen
from tui.screens.frame import Frame
from tui.screens.sized import aside_width
from tui.session import Session
from tui.text.line import Row
from tui.widgets.aside import Aside
from tui.widgets.choice_list import ChoiceList

NARROW = 60
"""On fewer columns the details are shown in place of the list, not beside it."""
WIDEST = 90
"""Most cells of a line of text; longer lines are hard to read."""


class TwoPanes(Frame):
    """List and details. A subclass says how wide the list is and what the details are."""

    READS_WIDE: ClassVar[bool] = False
    """Whether details that are read take the place of the list even on a wide terminal."""
    HAS_ASIDE: ClassVar[bool] = False
    """Whether part of the details stands in a third pane where the terminal is wide enough."""
    DEFAULT_CSS = """
    TwoPanes {
        & #panes { height: 1fr; }
        & #sheet { width: 1fr; margin-left: 1; }
        & #aside { margin-left: 1; display: none; }
    }
    """

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.inside = False
        """Whether the cursor is in the details."""
        self.has_aside = False
        """Whether the third pane is shown."""
        self._narrow = False
        self._columns = 0
        self._aside_columns = 0

    # -- what a subclass gives ------------------------------------------------------------------------------------

    def index_width(self, columns: int) -> int:
        """Cells of the list on a screen of *columns*."""
        raise NotImplementedError

    def sheet_rows(self, pen: Pen) -> list[Row]:
        """The details of what the cursor of the list stands on."""
        raise NotImplementedError

    def aside_rows(self, pen: Pen) -> list[Row]:
        """The rows of the third pane; ``sheet_rows`` is called first, and omits them where ``has_aside`` is True."""
        raise NotImplementedError

    # -- the panes ------------------------------------------------------------------------------------------------

    def body(self) -> ComposeResult:
        """Two panes."""
        with Horizontal(id="panes"):
            yield ChoiceList(id="list")
            yield ChoiceList(id="sheet", active=False)
            if self.HAS_ASIDE:
                yield Aside(id="aside")

    @property
    def index(self) -> ChoiceList:
        """The list."""
        return self.query_one("#list", ChoiceList)

    @property
    def sheet(self) -> ChoiceList:
        """The details."""
        return self.query_one("#sheet", ChoiceList)

    @property
    def aside(self) -> Aside:
        """The third pane."""
        return self.query_one("#aside", Aside)

    @property
    def in_aside(self) -> bool:
        """Whether the cursor is in the third pane."""
        return self.has_aside and self.aside.active

    @property
    def choices(self) -> ChoiceList:
        """The pane that the cursor keys move."""
        if not self.inside:
            return self.index
        return self.aside if self.in_aside else self.sheet

    def lay_out(self, columns: int) -> Pen:
        """Divide *columns* between the panes and return the pen of the list."""
        self._narrow = columns < NARROW or (self.inside and self.READS_WIDE)
        self._aside_columns = aside_width(columns) if self.HAS_ASIDE and not self._narrow else 0
        self._columns = columns - self._aside_columns
        self._show_aside(has_aside=self._aside_columns > 0)
        self.index.styles.width = self._index_width()
        self.index.display = not (self._narrow and self.inside)
        self.sheet.display = not self._narrow or self.inside
        return self.session.pen(self._index_width() - 2)

    def _show_aside(self, *, has_aside: bool) -> None:
        if self.in_aside and not has_aside:
            self.aside.activate(False)
            self.sheet.activate(True)
        self.has_aside = has_aside
        if self.HAS_ASIDE:
            self.aside.display = has_aside
            self.aside.styles.width = max(1, self._aside_columns - 1)

    def _index_width(self) -> int:
        return self._columns if self._narrow else self.index_width(self._columns)

    def show_sheet(self, *, top: bool = False) -> None:
        """Show the details; with *top*, scrolled to their beginning, as for another row than before."""
        width = self._columns - (0 if self._narrow else self._index_width()) - 2
        pen = self.session.pen(min(width, WIDEST))
        self.sheet.fill(self.known_rows(lambda: self.sheet_rows(pen), pen), top=top)
        if self.has_aside:
            beside = self.session.pen(self._aside_columns - 2)
            self.aside.more = self.session.say("screens.aside.more")
            self.aside.fill(self.known_rows(lambda: self.aside_rows(beside), beside), top=top)

    def enter(self, *, inside: bool, beside: bool = False) -> None:
        """Put the cursor into the details, into the pane *beside* them, or back into the list."""
        self.inside = inside
        if self._narrow:
            self.lay_out(self._columns)
            self.show_sheet()
        self.sheet.activate(inside and not beside)
        if self.has_aside:
            self.aside.activate(beside)
        self.tell_keys()

    def follow(self) -> None:
        """Show the details of the row under the list's cursor, and the keys, which may differ."""
        if not self.inside:
            self.show_sheet(top=True)
        self.tell_keys()

    def action_open(self) -> None:
        """Go into the details, and from there into the pane beside them."""
        if self.can_enter:
            self.enter(inside=True, beside=self._can_go_beside and (self.inside or not self.sheet.keys))

    @property
    def can_enter(self) -> bool:
        """Whether a pane further to the right has rows to choose, or text that isn't visible yet."""
        if self._can_go_beside:
            return True
        return not self.inside and (bool(self.sheet.keys) or self._narrow)

    @property
    def _can_go_beside(self) -> bool:
        return self.has_aside and not self.aside.active and bool(self.aside.keys or self.aside.lines_below)

    def action_scroll(self, by: int) -> None:
        """Scroll the details, or the pane beside them if the cursor is there."""
        scrolled = self.aside if self.in_aside else self.sheet
        scrolled.scroll_lines(by * max(1, scrolled.size.height // 2))

    def action_back(self) -> None:
        """Go one pane to the left; from the list, back to the screen before."""
        if self.inside:
            self.enter(inside=self.in_aside and bool(self.sheet.keys))
        else:
            super().action_back()

    def on_choice_list_picked(self, event: ChoiceList.Picked) -> None:
        """A click puts the cursor into the pane clicked on."""
        if event.choices is not self.choices:
            self.enter(inside=event.choices is not self.index, beside=event.choices not in {self.index, self.sheet})
        self.follow()
