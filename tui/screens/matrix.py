"""The matrix: functions x regions, the duties of a cell, a duty opened beside or below it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Container

from tui.commands import MATRIX, Command
from tui.curriculum.model import Duty, Function, Region
from tui.drawing.duty import cell_duties, cell_texts, duty_sheet, left_to_right, region_legend, region_sheet
from tui.screens.bindings import bindings_for
from tui.screens.frame import Frame
from tui.screens.session import Session
from tui.widgets.canvas import Canvas
from tui.widgets.choice_list import ChoiceList
from tui.widgets.line import Span
from tui.widgets.matrix_grid import MatrixGrid

WIDE = 118
"""Columns from which the duty stands beside the matrix."""
GRID_WIDE = 78


class MatrixScreen(Frame):
    """Who should do what: a cell cursor, and the duties behind each cell."""

    PLACE = MATRIX
    BINDINGS = bindings_for(MATRIX)
    DEFAULT_CSS = """
    MatrixScreen {
        & #area { layout: vertical; height: 1fr; }
        & #grid-side { height: auto; width: 1fr; }
        & #readout { height: 5; }
        & #duty { height: 1fr; width: 1fr; margin-top: 1; }
        &.-reading #readout { display: none; }
        &.-wide #area { layout: horizontal; }
        &.-wide #readout { display: block; height: 1fr; }
        &.-wide #grid-side { width: 78; height: 1fr; }
        &.-wide #duty { margin-left: 2; margin-top: 0; }
    }
    """

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._open: Duty | None = None
        self._columns: tuple[Region, ...] = ()

    def body(self) -> ComposeResult:
        """Grid with its read-out, and the duty."""
        with Container(id="area"):
            with Container(id="grid-side"):
                yield MatrixGrid(id="grid")
                yield Canvas(id="readout")
            yield ChoiceList(id="duty", active=False)

    @property
    def grid(self) -> MatrixGrid:
        """The grid."""
        return self.query_one("#grid", MatrixGrid)

    @property
    def sheet(self) -> ChoiceList:
        """The duty, or the region of the cell."""
        return self.query_one("#duty", ChoiceList)

    @property
    def choices(self) -> ChoiceList:
        """What the cursor keys move while a duty is open."""
        return self.sheet

    def draw(self, columns: int, rows: int) -> None:
        """Show the matrix with the layer of the recommended regions."""
        book = self.session.book.pack.textbook
        self._columns = left_to_right(book.regions)
        wide = columns >= WIDE
        self.set_class(wide, "-wide")
        say, lang = self.session.say, self.session.lang
        self.grid.fill(
            (Span(f" {say('screens.matrix.head')}", "dim"),),
            [((Span(f" {region.code}", "strong"),), (Span(f" {region.short.of(lang)}"),)) for region in self._columns],
            [(Span(f" {function.code} "), Span(function.short.of(lang))) for function in book.functions],
            [[cell_digits(function, region.id) for region in self._columns] for function in book.functions],
            GRID_WIDE if wide else columns - 1,
        )
        self._show_duty()
        self._show_readout()

    # -- what the cursor stands on --------------------------------------------------------------------------------

    @property
    def function(self) -> Function:
        """The function of the cursor's row."""
        return self.session.book.pack.textbook.functions[self.grid.cursor[0]]

    @property
    def duties(self) -> tuple[Duty, ...]:
        """The duties of the cursor's cell."""
        return cell_duties(self.function, self._columns[self.grid.cursor[1]].id)

    def _show_readout(self) -> None:
        region = self._columns[self.grid.cursor[1]]
        pen = self.session.pen((GRID_WIDE if self.has_class("-wide") else self.app.size.width) - 2)
        where = (
            Span(
                f" {self.function.code} {pen.of(self.function.short)}  {region.code} {pen.of(region.short)}", "strong"
            ),
        )
        texts = cell_texts(self.duties, pen) or [self.session.say("screens.matrix.empty", region=region.code)]
        if not self.has_class("-wide"):
            texts = ["  ".join(texts)]
        lines = [(Span(" "), *line) for text in texts for line in pen.paragraph(text)]
        self.query_one("#readout", Canvas).show([(), where, *lines])

    def _show_duty(self) -> None:
        width = self.app.size.width - (GRID_WIDE + 2 if self.has_class("-wide") else 0)
        pen = self.session.pen(min(width - 3, 96))
        if self._open is None:
            self.sheet.activate(False)
            self.sheet.fill([row for region in self._columns for row in region_legend(region, pen)])
            return
        book = self.session.book.pack.textbook
        function = next(each for each in book.functions if self._open in each.duties)
        self.sheet.fill(duty_sheet(self._open, function, book, pen))

    def look_at(self, target: str) -> None:
        """Put the cursor on a duty, function or region and open the duty or the region."""
        book = self.session.book.pack.textbook
        for row, function in enumerate(book.functions):
            for duty in function.duties:
                if duty.id == target:
                    self.grid.cursor = (row, next(at for at, r in enumerate(self._columns) if r.id in duty.region))
                    self._show(duty)
                    return
            if function.id == target:
                self.grid.cursor = (row, self.grid.cursor[1])
                self._show(None)
                return
        for at, region in enumerate(self._columns):
            if region.id == target:
                self.grid.cursor = (self.grid.cursor[0], at)
                self._show(None)
                self.sheet.fill(region_sheet(region, self.session.pen(self.app.size.width - 4)), top=True)

    def _show(self, duty: Duty | None) -> None:
        self._open = duty
        self.set_class(duty is not None, "-reading")
        self.grid.move(0, 0)
        self._show_duty()
        if duty is not None:
            self.sheet.activate(False)
            self.sheet.edge(-1)
        self._show_readout()
        self.tell_keys()

    def thing_target(self) -> str:
        """The duty that is open, else the only one of the cell, else its function."""
        if self._open is not None:
            return self._open.id
        if not self._columns:
            return ""
        return self.duties[0].id if len(self.duties) == 1 else self.function.id

    def can(self, command: Command) -> bool:
        """Enter where there is a duty to open, or a link to follow."""
        if command.id == "open.duty" and super().can(command):
            if self._open is None:
                # Also on an empty cell: keys that come and go with the cursor would be rewritten at every move.
                return bool(self._columns)
            return self.sheet.active and bool(self.sheet.key)
        return super().can(command)

    # -- actions --------------------------------------------------------------------------------------------------

    def action_move(self, by: int) -> None:
        """Move the cell cursor; an open duty is read to its end before its links take the cursor."""
        if self._open is None:
            self._move_cell(by, 0)
        else:
            self.sheet.read(by)
            self.tell_keys()

    def action_column(self, by: int) -> None:
        """Move the cell cursor sideways; an open duty makes way for its neighbour in the cell."""
        if self._open is None:
            self._move_cell(0, by)
            return
        duties = self.duties
        at = duties.index(self._open) + by if self._open in duties else 0
        if 0 <= at < len(duties):
            self._show(duties[at])

    def _move_cell(self, rows: int, columns: int) -> None:
        self.grid.move(rows, columns)
        self.tell("")
        self._show_readout()
        self.tell_keys()

    def action_page(self, by: int) -> None:
        """To the first or last row; an open duty is scrolled."""
        if self._open is not None:
            self.sheet.page(by)
        else:
            self._move_cell(by * 9, 0)

    def action_edge(self, to: int) -> None:
        """To the first or last column; an open duty goes to its beginning or end."""
        if self._open is not None:
            self.sheet.edge(to)
        else:
            self._move_cell(0, to * 9)

    def action_open(self) -> None:
        """Open the first duty of the cell; with a duty open, follow its link under the cursor."""
        if self._open is not None and self.sheet.active:
            self.look_at(self.sheet.key)
        elif self._open is None and self.duties:
            self._show(self.duties[0])
        elif self._open is None:
            region = self._columns[self.grid.cursor[1]]
            self.tell(self.session.say("screens.matrix.empty", region=region.code), "accent")

    def action_back(self) -> None:
        """Close the duty, then back to the screen before."""
        if self._open is not None:
            self._show(None)
        else:
            super().action_back()

    def on_matrix_grid_moved(self) -> None:
        """A click closes the open duty and reads the cell out."""
        self._show(None)


def cell_digits(function: Function, region: str) -> str:
    """``1 3 4 6``: the numbers of the duties of a cell (what stands behind the hyphen), ``-`` where there is none."""
    numbers = [duty.code.rpartition("-")[2] for duty in cell_duties(function, region)]
    return " ".join(numbers) or "-"
