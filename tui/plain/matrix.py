"""The matrix in words: row by row, cell by cell, duty by duty; a duty, a function or a region in full."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.commands import MATRIX, Command
from tui.curriculum.textbook import Duty, Region
from tui.drawing.duty import duty_sheet, region_sheet
from tui.drawing.layers import assessment_lines, legend_rows
from tui.drawing.pen import Pen
from tui.errors import IkuseiError, UsageError
from tui.plain.assess_form import AssessQuestions
from tui.plain.two_levels import TwoLevels
from tui.text.line import GAP, Row, Span
from tui.workbook.organisation.assessing import write_changes
from tui.workbook.organisation.layer_choice import next_beside, next_layer, next_pattern
from tui.workbook.organisation.layers import Facts, Layer
from tui.workbook.organisation.matrix_table import MatrixRow, MatrixTable, duty_named, matrix_table
from tui.workbook.setup.identity import author_of
from tui.workbook.setup.reviewer import Reviewer
from tui.workbook.standings.people_names import labels
from tui.workbook.wording.layers import duty_words, layer_name

ROW, REGION, IN_CELL = "row:", "region:", "#"
"""How the keys of rows and regions begin; the third separates a duty's id from the cell in which it stands."""


class MatrixPlace(TwoLevels):
    """Who should do which duty, and who does it: every cell with its row and its column."""

    PLACE = MATRIX

    @property
    def layers(self) -> tuple[Layer, ...]:
        """The layers that are read out, one or two."""
        return tuple(map(Layer, self.session.layers)) or (Layer.REGION,)

    @property
    def facts(self) -> Facts:
        """What the layers show."""
        return Facts(self.book, self.session.pattern)

    def _table(self) -> MatrixTable:
        return matrix_table(self.book.pack, by_team=self.session.by_team)

    def title(self) -> str:
        """The title, with the layers."""
        names = [layer_name(each, self.facts, self.session.lang) for each in self.layers]
        return self.session.say("plain.list_sign").join([super().title(), *names])

    # -- the lines ------------------------------------------------------------------------------------------------

    def list_rows(self, pen: Pen) -> Iterator[Row]:
        """Every row with its cells, then the regions, then what the layers say of the whole."""
        table, facts = self._table(), self.facts
        for at, row in enumerate(table.rows):
            name = f"{row.code} {pen.of(row.name)}".strip()
            yield Row(((Span(name, "strong"),),), f"{ROW}{row.id}")
            for column, region in enumerate(table.columns):
                where = pen.say("plain.matrix.cell", row=name, code=region.code, region=pen.of(region.name))
                duties = row.cells[column]
                if duties:
                    yield Row.of((Span(where),))
                for duty in duties:
                    yield Row.of((Span(self._duty_text(duty, region, facts, pen)),), f"{duty.id}{IN_CELL}{at}.{column}")
            empty = [region.code for column, region in enumerate(table.columns) if not row.cells[column]]
            if empty:
                codes = pen.say("plain.list_sign").join(empty)
                yield Row.of((Span(pen.say("plain.matrix.empty", row=name, regions=codes)),))
            yield GAP
        for region in table.columns:
            yield Row.of((Span(f"{region.code} {pen.of(region.name)}"),), f"{REGION}{region.id}")
        yield from legend_rows(self.layers, facts, table, pen)

    def _duty_text(self, duty: Duty, region: Region, facts: Facts, pen: Pen) -> str:
        lang = self.session.lang
        known = [duty_words(layer, duty, region, facts, lang) for layer in self.layers if layer is not Layer.REGION]
        return pen.say("plain.list_sign").join([f"{duty.code} {pen.of(duty.name)}", *known])

    def sheet_rows(self, pen: Pen) -> Sequence[Row]:
        """The chosen duty or region in full; empty for a row."""
        if self.listed.startswith(REGION):
            region = next(each for each in self._table().columns if each.id == self.listed.removeprefix(REGION))
            return region_sheet(region, pen)
        duty = self.duty
        if duty is None:
            return []
        try:
            said = assessment_lines(duty, self.facts, labels(self.book), pen)
        except IkuseiError as error:  # a faulty file of the pack: the duty itself can still be read
            said = list(pen.paragraph(pen.say(error.key, **error.fields)))
        return duty_sheet(duty, self.book.pack.textbook, pen, said)

    # -- what is chosen -------------------------------------------------------------------------------------------

    @property
    def duty(self) -> Duty | None:
        """The duty that is chosen, or None."""
        if self.listed.startswith((ROW, REGION)):
            return None
        return self.book.pack.textbook.duty(self.listed.partition(IN_CELL)[0])

    def thing_target(self) -> str:
        """The duty, the function or team, or the region that is chosen."""
        duty = self.duty
        return duty.id if duty is not None else self.listed.partition(":")[2]

    def can(self, command: Command) -> bool:
        """Whether *command* is possible: duties and regions can be opened, patterns need their layer."""
        match command.id:
            case "open.duty":
                return bool(self.inner) if self.inside else bool(self.key) and not self.key.startswith(ROW)
            case "pattern" | "want":
                has_pattern = Layer.PATTERN in self.layers and self.facts.pattern is not None
                return has_pattern and super().can(command)
            case _:
                return super().can(command)

    def look_at(self, target: str) -> None:
        """Choose a duty and read it, or choose a function or a region."""
        if not target:
            return
        duty = self.book.pack.textbook.duty(target)
        if duty is not None and self._table().find(target) is None and self.session.by_team:
            self.session.by_team = False
            self.talk.line(self.session.say("matrix.on_no_team", duty=duty.code))
        found = self._table().find(target)
        if duty is not None and found is not None:
            self.inside, self.listed, self.key = True, f"{target}{IN_CELL}{found[0]}.{found[1]}", ""
        else:
            is_region = any(region.id == target for region in self._table().columns)
            self.key = self.listed = f"{REGION if is_region else ROW}{target}"
            self.inside = is_region

    # -- moving ---------------------------------------------------------------------------------------------------

    def do_open(self) -> None:
        """Read the duty or the region; in a duty, go on to the one that the link leads to."""
        if self.inside:
            self.look_at(self.inner)
            self.show()
        else:
            super().do_open()

    def do_column(self, by: int) -> None:
        """Go to the next cell of the row that has a duty; from an open duty, to its neighbour in the cell."""
        if self.inside:
            self._to_neighbour(by)
            return
        place = self.key.partition(IN_CELL)[2]
        row, _, column = place.partition(".")
        cells = [(key, key.partition(IN_CELL)[2]) for key in self.numbers.values() if IN_CELL in key]
        columns = {int(cell.partition(".")[2]): key for key, cell in reversed(cells) if cell.partition(".")[0] == row}
        at = int(column) if row else -1
        further = sorted(each for each in columns if (each > at if by > 0 else each < at)) if row else []
        if not further:
            self.talk.line(self.session.say("plain.matrix.edge"))
            return
        self.key = columns[further[0 if by > 0 else -1]]
        self.chosen()
        self._read_cell()

    def _to_neighbour(self, by: int) -> None:
        cell = self.listed.partition(IN_CELL)[2]
        row, _, column = cell.partition(".")
        duties = self._table().rows[int(row)].cells[int(column)] if cell else ()
        at = [duty.id for duty in duties].index(self.listed.partition(IN_CELL)[0]) + by if duties else -1
        if not 0 <= at < len(duties):
            self.talk.line(self.session.say("plain.matrix.edge"))
            return
        self.listed, self.key = f"{duties[at].id}{IN_CELL}{cell}", ""
        self.show()

    def _read_cell(self) -> None:
        row, _, column = self.key.partition(IN_CELL)[2].partition(".")
        table = self._table()
        line: MatrixRow = table.rows[int(row)]
        region, lang = table.columns[int(column)], self.session.lang
        name = f"{line.code} {line.name.of(lang)}".strip()
        about = {"row": name, "code": region.code, "region": region.name.of(lang)}
        self.talk.line(self.session.say("plain.matrix.cell", **about))
        self.read_line()

    # -- layers and rows ------------------------------------------------------------------------------------------

    def do_layer(self) -> None:
        """Read out the next layer instead of the first."""
        self._lay(next_layer(self.layers))

    def do_combine(self) -> None:
        """Read out the next layer beside the first; after the last one, only the first."""
        self._lay(next_beside(self.layers))

    def _lay(self, layers: tuple[Layer, ...]) -> None:
        before = self.session.layers
        self.session.layers = tuple(map(str, layers))
        self.inside, self.key = False, self.listed
        try:
            self.show()
        except IkuseiError:  # a faulty file of the pack that only this layer reads
            self.session.layers = before
            raise

    def do_rows(self) -> None:
        """Teams instead of functions, or the other way round."""
        if not self.session.by_team and not self.book.pack.organisation.teams:
            self.talk.line(self.session.say("matrix.no_teams"))
            return
        self.session.by_team = not self.session.by_team
        self.inside, self.key, self.listed = False, "", ""
        self.show()

    def do_pattern(self) -> None:
        """Look at the next pattern."""
        self.session.pattern = next_pattern(self.facts) or self.session.pattern
        self.inside, self.key = False, self.listed
        self.show()

    def do_jump(self) -> None:
        """Ask for the id of a duty, and read it."""
        self.talk.ask_until(self.session.say("matrix.jump"), "", self._jump)
        self.show()

    def _jump(self, text: str) -> None:
        duty = duty_named(self.book.pack, text)
        if duty is None:
            raise UsageError("matrix.no_duty", id=text)
        self.look_at(duty.id)

    # -- writing --------------------------------------------------------------------------------------------------

    @property
    def _author(self) -> Reviewer:
        return self.session.reviewer or author_of(self.book)

    def do_assess(self) -> None:
        """Ask how the duty is done, and how it shall be done."""
        duty = self.duty
        if duty is None:
            self.talk.line(self.session.say("matrix.choose_duty"))
            return
        AssessQuestions(self.session, self.talk, self.facts, self._author, duty).fill()

    def do_want(self) -> None:
        """Make the present pattern the wanted one; if it is that already, want none."""
        facts = self.facts
        if facts.pattern is None:
            return
        wanted = "" if facts.profile.wanted == facts.pattern.id else facts.pattern.id
        with self.writing():
            write_changes(self.book, self._author, (), wanted)
        self.talk.line(self.session.say("matrix.wanted_in_journal", pattern=wanted or "-"))
