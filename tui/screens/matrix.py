"""The matrix: functions or teams x regions under layers, the duties of a cell, a duty opened beside or below it."""

from __future__ import annotations

from tui.commands import MATRIX, Command
from tui.curriculum.textbook import Duty
from tui.drawing.duty import region_sheet
from tui.screens.bindings import bindings_for
from tui.screens.matrix_view import MatrixView
from tui.workbook.organisation.matrix_table import duty_named


class MatrixScreen(MatrixView):
    """Who should do what, and who does: a cell cursor, layers, and the duties behind each cell."""

    PLACE = MATRIX
    BINDINGS = bindings_for(MATRIX)

    def look_at(self, target: str) -> None:
        """Put the cursor on a duty, function or region and open the duty or the region."""
        found = self.table.find(target)
        duty = self.session.book.pack.textbook.duty(target)
        if duty is not None and found is None and self.session.by_team:
            self._among_functions(duty)
            found = self.table.find(target)
        if duty is not None and found is not None:
            self.grid.cursor = found
            self._show(duty)
            return
        for at, row in enumerate(self.table.rows):
            if row.id == target:
                self.grid.cursor = (at, self.grid.cursor[1])
                self._show(None)
                return
        for at, region in enumerate(self.table.columns):
            if region.id == target:
                self.grid.cursor = (self.grid.cursor[0], at)
                self._show(None)
                self.sheet.fill(region_sheet(region, self.sheet_pen()), top=True)

    def _among_functions(self, duty: Duty) -> None:
        """Show functions instead of teams, because no team has *duty*."""
        self.session.by_team = False
        self.redraw()
        self.tell(self.session.say("matrix.on_no_team", duty=duty.code))

    def _show(self, duty: Duty | None) -> None:
        self.open_duty = duty
        self.set_class(duty is not None, "-reading")
        self.grid.move(0, 0)
        self.show_sheet()
        if duty is not None:
            self.sheet.activate(False)
            self.sheet.edge(-1)
        self.show_readout()
        self.tell_keys()

    def thing_target(self) -> str:
        """The open duty, else the only one of the cell, else the function or team of the row."""
        if self.open_duty is not None:
            return self.open_duty.id
        if not self.table.columns:
            return ""
        return self.duties[0].id if len(self.duties) == 1 else self.line.id

    def can(self, command: Command) -> bool:
        """As for every screen; Enter where there is a duty to open, or a link to follow."""
        if not super().can(command):
            return False
        match command.id:
            case "open.duty":
                # Possible on an empty cell, too: else the key bar would be drawn anew at every move of the cursor.
                return (
                    bool(self.table.columns) if self.open_duty is None else self.sheet.active and bool(self.sheet.key)
                )
            case "assess":
                return bool(self.table.columns)
            case _:
                return True

    # -- rows and jumps --------------------------------------------------------------------------------------------

    def action_rows(self) -> None:
        """Teams instead of functions, or the other way round; an open duty stays in sight where it can."""
        with self.reading():
            self._turn()

    def _turn(self) -> None:
        if not self.session.by_team and not self.session.book.pack.organisation.teams:
            self.tell(self.session.say("matrix.no_teams"))
            return
        self.session.by_team = not self.session.by_team
        self.grid.cursor = (0, self.grid.cursor[1])
        self.relay()
        found = self.table.find(self.open_duty.id) if self.open_duty is not None else None
        if found is None:
            self._show(None)
        else:
            self.grid.cursor = found
            self.grid.move(0, 0)
            self.show_readout()

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
        """Move the cell cursor; an open duty is scrolled first, until its links are in sight and take the cursor."""
        if self.open_duty is None:
            self._move_cell(by, 0)
        else:
            self.sheet.read(by)
            self.tell_keys()

    def action_column(self, by: int) -> None:
        """Move the cell cursor sideways; with an open duty, open the next one of the cell instead."""
        if self.open_duty is None:
            self._move_cell(0, by)
            return
        duties = self.duties
        at = duties.index(self.open_duty) + by if self.open_duty in duties else 0
        if 0 <= at < len(duties):
            self._show(duties[at])

    def _move_cell(self, rows: int, columns: int) -> None:
        self.grid.move(rows, columns)
        self.tell("")
        self.show_readout()
        if self.is_wide:
            self.show_sheet()
        self.tell_keys()

    def action_page(self, by: int) -> None:
        """To the first or last row; an open duty is scrolled."""
        if self.open_duty is not None:
            self.sheet.page(by)
        else:
            self._move_cell(by * 9, 0)

    def action_edge(self, to: int) -> None:
        """To the first or last column; an open duty goes to its beginning or end."""
        if self.open_duty is not None:
            self.sheet.edge(to)
        else:
            self._move_cell(0, to * 9)

    def action_open(self) -> None:
        """Open the first duty of the cell; with a duty open, follow its link under the cursor."""
        if self.open_duty is not None and self.sheet.active:
            self.look_at(self.sheet.key)
        elif self.open_duty is None and self.duties:
            self._show(self.duties[0])
        elif self.open_duty is None:
            self.tell(self.empty_text())

    def action_back(self) -> None:
        """Close the open duty; without one, go back to the screen before."""
        if self.open_duty is not None:
            self._show(None)
        else:
            super().action_back()

    def on_matrix_grid_moved(self) -> None:
        """A click closes the open duty and reads the cell out."""
        self._show(None)
