"""The matrix as a table: a row for each function or team, a column for each region, duties in the cells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from tui.curriculum.model import Text
from tui.curriculum.pack import Pack
from tui.curriculum.textbook import Duty, Region
from tui.record import record
from tui.text.fold import fold


@record
class MatrixRow:
    """One row of the matrix.

    Args:
        id: id of the function or the team.
        code: as printed; empty where it has none.
        short: its name where there is little room.
        name: its whole name.
        cells: the duties of each region, in the order of the columns.
    """

    id: str
    code: str
    short: Text
    name: Text
    cells: tuple[tuple[Duty, ...], ...]


@record
class MatrixTable:
    """The whole matrix.

    Args:
        by_team: whether its rows are teams (`isogj` figure 7) and not functions (figure 6).
        columns: regions, from what we do ourselves to what specialists do.
        rows: in printed order.
        left_over: duties that no row has.
    """

    by_team: bool
    columns: tuple[Region, ...]
    rows: tuple[MatrixRow, ...]
    left_over: tuple[Duty, ...] = ()

    def find(self, duty: str) -> tuple[int, int] | None:
        """Row and column of the first cell with a duty."""
        places = (
            (row, column)
            for row, each in enumerate(self.rows)
            for column, duties in enumerate(each.cells)
            if any(one.id == duty for one in duties)
        )
        return next(places, None)


def left_to_right(regions: Iterable[Region]) -> tuple[Region, ...]:
    """Regions from what we do ourselves to what specialists do (`isogj` 6.2, figure 5: I, II, IV, III)."""
    return tuple(sorted(regions, key=lambda region: (region.expertise == "high", region.information == "outside")))


def matrix_table(pack: Pack, *, by_team: bool = False) -> MatrixTable:
    """The matrix of functions x regions, or of teams x regions.

    Raises:
        ContentFaults: a file of the pack has a fault.
    """
    book = pack.textbook
    columns = left_to_right(book.regions)
    if not by_team:
        rows = tuple(
            MatrixRow(each.id, each.code, each.short, each.name, _cells(each.duties, columns))
            for each in book.functions
        )
        return MatrixTable(by_team, columns, rows)
    duties = {duty.id: duty for function in book.functions for duty in function.duties}
    rows = tuple(
        MatrixRow(
            each.id, "", each.name, each.name, _cells([duties[one] for one in each.duties if one in duties], columns)
        )
        for each in pack.organisation.teams
    )
    held = {duty.id for row in rows for cell in row.cells for duty in cell}
    return MatrixTable(by_team, columns, rows, tuple(duty for duty in duties.values() if duty.id not in held))


def _cells(duties: Sequence[Duty], columns: Sequence[Region]) -> tuple[tuple[Duty, ...], ...]:
    return tuple(tuple(duty for duty in duties if region.id in duty.region) for region in columns)


def cell_text(duties: Sequence[Duty], marks: Callable[[str], str], *, by_team: bool) -> str:
    """``1# 3o``: the numbers of the duties of a cell with their marks; ``-`` where there is none.

    In a row of a team the numbers follow the letter of their function: ``A1#3o F4#``.
    """
    if not by_team:
        return " ".join(f"{_number(duty)}{marks(duty.id)}" for duty in duties) or "-"
    return " ".join(_groups(duties, marks)) or "-"


def _groups(duties: Sequence[Duty], marks: Callable[[str], str]) -> Iterator[str]:
    for letter, group in groupby(duties, key=_letter):
        parts = [f"{_number(duty)}{marks(duty.id)}" for duty in group]
        # Without marks between them 1 and 0 would read as 10.
        many = len(parts) > 1 and any(part.isdecimal() and len(part) > 1 for part in parts)
        yield letter + ("," if many else "").join(parts)


def _letter(duty: Duty) -> str:
    return duty.code.rpartition("-")[0]


def _number(duty: Duty) -> str:
    return duty.code.rpartition("-")[2]


def duty_named(pack: Pack, text: str) -> Duty | None:
    """The duty that *text* means: ``B-3``, ``b3`` or ``ｂ－３``; None where there is none."""
    key = fold(text).replace("-", "").replace(" ", "")
    duties = (duty for function in pack.textbook.functions for duty in function.duties)
    return next((duty for duty in duties if duty.id.replace("-", "") == key), None)
