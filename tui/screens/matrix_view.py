"""How the matrix is drawn: grid, read-out of the cell under the cursor, legend; an open duty beside them or instead."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Container

from tui.curriculum.textbook import Duty, Region
from tui.drawing.duty import cell_sheet, duty_sheet
from tui.drawing.layers import assessment_lines, fitted, legend_height, readout
from tui.drawing.matrix import cells_of, head_text, label_line, meaning_rows
from tui.drawing.pen import Pen
from tui.errors import IkuseiError
from tui.screens.layered_frame import LayeredFrame
from tui.screens.sized import aside_width
from tui.session import Session
from tui.text.line import Line, Span
from tui.widgets.aside import Aside
from tui.widgets.canvas import Canvas
from tui.widgets.choice_list import ChoiceList
from tui.widgets.matrix_grid import MatrixGrid
from tui.workbook.organisation.layers import Layer
from tui.workbook.organisation.matrix_table import MatrixRow, MatrixTable, matrix_table
from tui.workbook.standings.people_names import labels
from tui.workbook.wording.layers import BETWEEN

WIDEST_GRID = 78
"""Most columns of the grid; the rest is for the text beside it."""
BARS = 3
"""Rows of title, status and keys."""
READOUTS = (5, 7)
"""Rows of the read-out of a cell, without and with a layer: its title and its duties; with a layer, one duty a line."""
LEAST_READOUT = 3
"""Fewest rows of the read-out, if the grid or the legend leaves no more: its title and one line."""


class MatrixView(LayeredFrame):
    """Grid, read-out and sheet; ``MatrixScreen`` moves the cursor and opens."""

    DEFAULT_CSS = """
    MatrixView {
        & #area { layout: vertical; height: 1fr; }
        & #grid-side { height: auto; width: 1fr; }
        & #readout { height: 5; }
        & #duty { height: 1fr; width: 1fr; }
        &.-reading #readout { display: none; }
        &.-wide #area { layout: horizontal; }
        &.-wide #readout { display: block; height: 1fr; }
        &.-wide #grid-side { height: 1fr; }
    }
    """

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.open_duty: Duty | None = None
        self.table = MatrixTable(False, (), ())
        self._room = READOUTS[0]
        self._grid_columns = 0

    def body(self) -> ComposeResult:
        """Grid with its read-out, and the duty."""
        with Container(id="area"):
            with Container(id="grid-side"):
                yield MatrixGrid(id="grid")
                yield Canvas(id="readout")
            yield Aside(id="duty")

    @property
    def grid(self) -> MatrixGrid:
        """The grid."""
        return self.query_one("#grid", MatrixGrid)

    @property
    def sheet(self) -> Aside:
        """The open duty; else the content of the cell or, where there is no room beside the grid, the legend."""
        return self.query_one("#duty", Aside)

    @property
    def is_wide(self) -> bool:
        """Whether there is room beside the grid."""
        return self.has_class("-wide")

    @property
    def choices(self) -> ChoiceList:
        """What the cursor keys move while a duty is open."""
        return self.sheet

    def subject(self) -> tuple[object, ...]:
        """Rows, layers and pattern."""
        return (self.session.by_team, self.session.layers, self.session.pattern)

    def draw(self, columns: int, rows: int) -> None:
        """Show the matrix with its layers."""
        self.table = table = matrix_table(self.session.book.pack, by_team=self.session.by_team)
        beside = aside_width(columns)
        wide = beside > 0
        self.set_class(wide, "-wide")
        self._grid_columns = min(WIDEST_GRID, columns - beside) if wide else columns
        self.query_one("#grid-side").styles.width = self._grid_columns if wide else "1fr"
        lang, pen = self.session.lang, self.sheet_pen()
        self.grid.fill(
            (Span(f" {head_text(table, pen)}", "dim"),),
            [((Span(f" {region.code}", "strong"),), (Span(f" {region.short.of(lang)}"),)) for region in table.columns],
            [label_line(row, pen) for row in table.rows],
            [self._cells(row) for row in table.rows],
            width=columns - 1 if not wide else self._grid_columns,
            height=rows - BARS - LEAST_READOUT,
        )
        marks = legend_height(self.shown_layers, self.facts, pen)
        below = rows - BARS - self.grid.rows
        self._room = below if wide else max(LEAST_READOUT, min(READOUTS[self._is_layered], below - marks))
        self.query_one("#readout").styles.height = "1fr" if wide else self._room
        self.show_sheet()
        self.show_readout()

    @property
    def _is_layered(self) -> bool:
        return self.shown_layers != (Layer.REGION,)

    def sheet_pen(self) -> Pen:
        """The pen of the sheet."""
        width = self.app.size.width - (self._grid_columns + 2 if self.is_wide else 0)
        return self.session.pen(min(width - 3, 96))

    def prepare(self) -> None:
        """Read the data of the layers."""
        for row in self.table.rows:
            self._cells(row)

    def _cells(self, row: MatrixRow) -> list[str]:
        return cells_of(row, self.table, self.shown_layers, self.facts, self.sheet_pen())

    # -- what the cursor stands on --------------------------------------------------------------------------------

    @property
    def line(self) -> MatrixRow:
        """The function or team of the cursor's row."""
        return self.table.rows[self.grid.cursor[0]]

    @property
    def here(self) -> Region:
        """The region of the cursor's column."""
        return self.table.columns[self.grid.cursor[1]]

    @property
    def duties(self) -> tuple[Duty, ...]:
        """The duties of the cursor's cell."""
        return self.line.cells[self.grid.cursor[1]]

    def assess_target(self) -> Duty | None:
        """The open duty, else the only one of the cell, else None."""
        if self.open_duty is not None or not self.table.columns:
            return self.open_duty
        return self.duties[0] if len(self.duties) == 1 else None

    def show_readout(self) -> None:
        """Show row and column of the cursor in words, and what the layers show about the duties there."""
        pen = self.session.pen(self._grid_columns - 2)
        name = f" {self.line.code} {pen.of(self.line.short)}".replace("  ", " ")
        where = (Span(f"{name}  {self.here.code} {pen.of(self.here.short)}", "strong"),)
        texts = readout(self.duties, self.here, self.shown_layers, self.facts, pen) or [self.empty_text()]
        if not self._is_layered and not self.is_wide:
            texts = [BETWEEN.join(texts)]
        legend = self._legend(pen) if self.is_wide else []
        room = self._room - 2 - len(legend)
        lines: list[Line] = [(), where, *fitted(texts, pen, room)]
        # At the foot, where it stays while the cursor moves.
        lines += [()] * (self._room - len(lines) - len(legend)) if legend else ()
        self.query_one("#readout", Canvas).show([*lines, *legend])

    def _legend(self, pen: Pen) -> list[Line]:
        lines = [line for row in meaning_rows(self.table, self.shown_layers, self.facts, pen) for line in row.lines]
        return lines[: max(0, self._room - LEAST_READOUT)]

    def empty_text(self) -> str:
        """The sentence that there is no duty in the cell."""
        key = "matrix.empty_team" if self.table.by_team else "screens.matrix.empty"
        return self.session.say(key, region=self.here.code)

    def show_sheet(self) -> None:
        """Show the open duty, else what the marks mean."""
        pen = self.sheet_pen()
        # A legend needs every row, so it has no margin above; a text has one.
        above = 0 if self._is_layered and self.open_duty is None else 1
        self.sheet.styles.margin = (0, 0, 0, 2) if self.is_wide else (above, 0, 0, 0)
        self.sheet.more = ""
        if self.open_duty is not None:
            try:
                said = assessment_lines(self.open_duty, self.facts, labels(self.session.book), pen)
            except IkuseiError as error:  # a faulty file of the pack: the duty itself can still be read
                said = list(pen.paragraph(pen.say(error.key, **error.fields), "bad"))
            self.sheet.fill(duty_sheet(self.open_duty, self.session.book.pack.textbook, pen, said))
            return
        self.sheet.activate(False)
        if self.is_wide:
            self.sheet.more = self.session.say("screens.aside.more")
            self.sheet.fill(cell_sheet(self.duties, self.here, self.session.book.pack.textbook, pen), top=True)
        else:
            self.sheet.fill(meaning_rows(self.table, self.shown_layers, self.facts, pen))
