"""The matrix: functions or teams x regions under layers, the duties of a cell, a duty opened beside or below it."""

from __future__ import annotations

from functools import partial

from textual.app import ComposeResult
from textual.containers import Container

from tui.commands import MATRIX, Command
from tui.curriculum.model import Duty, Region
from tui.drawing.duty import cell_texts, duty_sheet, region_legend, region_sheet
from tui.drawing.layers import assessment_lines, fitted, legend_lines, legend_rows, readout
from tui.drawing.pen import Pen
from tui.screens.bindings import bindings_for
from tui.screens.layered_frame import LayeredFrame
from tui.screens.session import Session
from tui.widgets.canvas import Canvas
from tui.widgets.choice_list import ChoiceList
from tui.widgets.line import Line, Span
from tui.widgets.matrix_grid import MatrixGrid
from tui.workbook.layers import Layer, marks_of
from tui.workbook.matrix_table import MatrixRow, MatrixTable, cell_text, duty_named, matrix_table

WIDE = 118
"""Columns from which the duty stands beside the matrix."""
GRID_WIDE = 78
BARS = 3
"""Rows of title, status and keys."""
READOUTS = (5, 7)
"""Rows of the read-out of a cell: its title and its duties, one behind the other, or under a layer one a line."""
LEAST_READOUT = 3
"""Rows of it where the grid or the legend leaves no more: its title and one line."""


class MatrixScreen(LayeredFrame):
    """Who should do what, and who does: a cell cursor, layers, and the duties behind each cell."""

    PLACE = MATRIX
    BINDINGS = bindings_for(MATRIX)
    DEFAULT_CSS = """
    MatrixScreen {
        & #area { layout: vertical; height: 1fr; }
        & #grid-side { height: auto; width: 1fr; }
        & #readout { height: 5; }
        & #duty { height: 1fr; width: 1fr; }
        &.-reading #readout { display: none; }
        &.-wide #area { layout: horizontal; }
        &.-wide #readout { display: block; height: 1fr; }
        &.-wide #grid-side { width: 78; height: 1fr; }
    }
    """

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._open: Duty | None = None
        self._table = MatrixTable(False, (), ())
        self._room = READOUTS[0]

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
        """The duty, or the region of the cell, or the legend."""
        return self.query_one("#duty", ChoiceList)

    @property
    def choices(self) -> ChoiceList:
        """What the cursor keys move while a duty is open."""
        return self.sheet

    def subject(self) -> tuple[object, ...]:
        """Rows, layers and pattern."""
        return (self.session.by_team, self.session.layers, self.session.pattern)

    def draw(self, columns: int, rows: int) -> None:
        """Show the matrix with its layers."""
        self._table = table = matrix_table(self.session.book.pack, by_team=self.session.by_team)
        wide = columns >= WIDE
        self.set_class(wide, "-wide")
        say, lang = self.session.say, self.session.lang
        self.grid.fill(
            (Span(f" {say('matrix.head.teams' if table.by_team else 'matrix.head.functions')}", "dim"),),
            [((Span(f" {region.code}", "strong"),), (Span(f" {region.short.of(lang)}"),)) for region in table.columns],
            [self._label(row) for row in table.rows],
            [self._cells(row) for row in table.rows],
            GRID_WIDE if wide else columns - 1,
        )
        pen = self._sheet_pen()
        marks = sum(
            1 for each in self.shown_layers if each is not Layer.REGION for _ in legend_lines(each, self.facts, pen)
        )
        self._room = max(LEAST_READOUT, min(READOUTS[self._is_layered], rows - BARS - self.grid.rows - marks))
        self.query_one("#readout").styles.height = "1fr" if wide else self._room
        self._show_duty()
        self._show_readout()

    @property
    def _is_layered(self) -> bool:
        return self.shown_layers != (Layer.REGION,)

    def _sheet_pen(self) -> Pen:
        width = self.app.size.width - (GRID_WIDE + 2 if self.has_class("-wide") else 0)
        return self.session.pen(min(width - 3, 96))

    def _label(self, row: MatrixRow) -> Line:
        name = Span(row.short.of(self.session.lang))
        return (Span(f" {row.code} "), name) if row.code else (Span(f" {name.text}"),)

    def _cells(self, row: MatrixRow) -> list[str]:
        marks = [
            partial(marks_of, self.shown_layers, region.id, self.facts, self.session.glyphs)
            for region in self._table.columns
        ]
        return [
            cell_text(duties, each, by_team=self._table.by_team) for duties, each in zip(row.cells, marks, strict=True)
        ]

    # -- what the cursor stands on --------------------------------------------------------------------------------

    @property
    def line(self) -> MatrixRow:
        """The function or team of the cursor's row."""
        return self._table.rows[self.grid.cursor[0]]

    @property
    def here(self) -> Region:
        """The region of the cursor's column."""
        return self._table.columns[self.grid.cursor[1]]

    @property
    def duties(self) -> tuple[Duty, ...]:
        """The duties of the cursor's cell."""
        return self.line.cells[self.grid.cursor[1]]

    def assess_target(self) -> Duty | None:
        """The duty that is open, else the only one of the cell."""
        if self._open is not None or not self._table.columns:
            return self._open
        return self.duties[0] if len(self.duties) == 1 else None

    def _show_readout(self) -> None:
        canvas = self.query_one("#readout", Canvas)
        pen = self.session.pen((GRID_WIDE if self.has_class("-wide") else self.app.size.width) - 2)
        name = f" {self.line.code} {pen.of(self.line.short)}".replace("  ", " ")
        where = (Span(f"{name}  {self.here.code} {pen.of(self.here.short)}", "strong"),)
        if not self.duties:
            texts = [self._empty()]
        elif not self._is_layered:
            texts = cell_texts(self.duties, pen)
            texts = texts if self.has_class("-wide") else ["  ".join(texts)]
        else:
            texts = readout(self.duties, self.here, self.shown_layers, self.facts, pen)
        room = self.app.size.height if self.has_class("-wide") else self._room - 2
        canvas.show([(), where, *fitted(texts, pen, room)])

    def _empty(self) -> str:
        key = "matrix.empty_team" if self._table.by_team else "screens.matrix.empty"
        return self.session.say(key, region=self.here.code)

    def _show_duty(self) -> None:
        pen = self._sheet_pen()
        # A legend needs every row; a text that is read is set off.
        above = 0 if self._is_layered and self._open is None else 1
        self.sheet.styles.margin = (0, 0, 0, 2) if self.has_class("-wide") else (above, 0, 0, 0)
        if self._open is not None:
            people = self.session.book.journal.people()
            said = assessment_lines(self._open, self.facts, people, pen)
            self.sheet.fill(duty_sheet(self._open, self.session.book.pack.textbook, pen, said))
            return
        self.sheet.activate(False)
        rows = []
        if not self._is_layered:
            rows = [row for region in self._table.columns for row in region_legend(region, pen)]
        self.sheet.fill([*rows, *legend_rows(self.shown_layers, self.facts, self._table, pen)])

    def look_at(self, target: str) -> None:
        """Put the cursor on a duty, function or region and open the duty or the region."""
        found = self._table.find(target)
        duty = self.session.book.pack.textbook.duty(target)
        if duty is not None and found is None and self.session.by_team:
            self._among_functions(duty)
            found = self._table.find(target)
        if duty is not None and found is not None:
            self.grid.cursor = found
            self._show(duty)
            return
        for at, row in enumerate(self._table.rows):
            if row.id == target:
                self.grid.cursor = (at, self.grid.cursor[1])
                self._show(None)
                return
        for at, region in enumerate(self._table.columns):
            if region.id == target:
                self.grid.cursor = (self.grid.cursor[0], at)
                self._show(None)
                self.sheet.fill(region_sheet(region, self.session.pen(self.app.size.width - 4)), top=True)

    def _among_functions(self, duty: Duty) -> None:
        """Show functions again, because no team has *duty*."""
        self.session.by_team = False
        self.redraw()
        self.tell(self.session.say("matrix.on_no_team", duty=duty.code), "accent")

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
        """The duty that is open, else the only one of the cell, else its function or team."""
        if self._open is not None:
            return self._open.id
        if not self._table.columns:
            return ""
        return self.duties[0].id if len(self.duties) == 1 else self.line.id

    def can(self, command: Command) -> bool:
        """Enter where there is a duty to open, or a link to follow."""
        if not super().can(command):
            return False
        match command.id:
            case "open.duty":
                # Also on an empty cell: keys that come and go with the cursor would be rewritten at every move.
                return bool(self._table.columns) if self._open is None else self.sheet.active and bool(self.sheet.key)
            case "assess":
                return bool(self._table.columns)
            case _:
                return True

    # -- rows and jumps --------------------------------------------------------------------------------------------

    def action_rows(self) -> None:
        """Teams instead of functions, or the other way round; an open duty stays in sight where it can."""
        self.session.by_team = not self.session.by_team
        self.grid.cursor = (0, self.grid.cursor[1])
        self.relay()
        found = self._table.find(self._open.id) if self._open is not None else None
        if found is None:
            self._show(None)
        else:
            self.grid.cursor = found
            self.grid.move(0, 0)
            self._show_readout()

    async def action_jump(self) -> None:
        """Ask for the id of a duty and go there."""
        await self.ask(self.session.say("matrix.jump"), "", self._jump)

    def _jump(self, text: str) -> None:
        duty = duty_named(self.session.book.pack, text)
        if duty is None:
            self.tell(self.session.say("matrix.no_duty", id=text), "bad")
        else:
            self.tell("")
            self.look_at(duty.id)

    # -- moving and opening ---------------------------------------------------------------------------------------

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
            self.tell(self._empty(), "accent")

    def action_back(self) -> None:
        """Close the duty, then back to the screen before."""
        if self._open is not None:
            self._show(None)
        else:
            super().action_back()

    def on_matrix_grid_moved(self) -> None:
        """A click closes the open duty and reads the cell out."""
        self._show(None)
