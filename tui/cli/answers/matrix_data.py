"""The layers of the matrix for each duty, as data for other programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from tui.curriculum.textbook import Duty
from tui.journal.assessment import Assessment, Mark
from tui.progress.pattern import expected
from tui.workbook.organisation.layers import Facts, Layer
from tui.workbook.organisation.matrix_table import MatrixTable

CellValue: TypeAlias = str | int | list[str] | None


def records(table: MatrixTable, layers: Sequence[Layer], facts: Facts) -> Iterator[dict[str, CellValue]]:
    """One flat record for each duty (for each team and duty, where the rows are teams), in the order of the table.

    Names are given in both languages; ways, levels and counts are written as in events. What nobody has assessed is
    null.
    """
    seen: set[tuple[str, str]] = set()
    for row in table.rows:
        duties = {duty.id: duty for cell in row.cells for duty in cell}
        for duty in sorted(duties.values(), key=_order):
            if (row.id, duty.id) not in seen:
                seen.add((row.id, duty.id))
                yield _record(duty, row.id if table.by_team else "", layers, facts)
    yield from (_record(duty, "", layers, facts) for duty in table.left_over)


def _order(duty: Duty) -> tuple[str, int]:
    letter, _, number = duty.id.partition("-")
    return letter, int(number) if number.isdecimal() else 0


def _record(duty: Duty, team: str, layers: Sequence[Layer], facts: Facts) -> dict[str, CellValue]:
    found: dict[str, CellValue] = {"duty": duty.id, "code": duty.code, "name_ja": duty.name.ja, "name_en": duty.name.en}
    if team:
        found["team"] = team
    for layer in layers:
        found |= _of_layer(layer, duty, facts)
    return found


def _of_layer(layer: Layer, duty: Duty, facts: Facts) -> dict[str, CellValue]:
    said = facts.said(duty.id)
    match layer:
        case Layer.REGION:
            return {"regions": list(duty.region)}
        case Layer.PATTERN:
            return {each.id: [str(expected(each, region)) for region in duty.region] for each in facts.patterns}
        case Layer.OURS:
            return ours(said)
        case Layer.PEOPLE:
            covered = facts.covered.get(duty.id)
            return {f"people_step_{step}": len(covered.at(step)) if covered else 0 for step in (1, 2, 3)}
        case Layer.GAP:
            gap = facts.gap(duty.id)
            return {"gap_level": gap.level, "gap_people": gap.people}
        case Layer.SECBOK:
            return {"secbok_printed": facts.printed.get(duty.id, 0), "secbok": list(facts.columns(duty.id))}


def ours(said: Assessment | None) -> dict[str, CellValue]:
    """An assessment as a flat record; all its values are null where there is none."""
    now, target = (said.now, said.target) if said else (Mark(), Mark())
    return {**_half("now", now), **_half("target", target), "note": said.note if said else None}


def _half(name: str, mark: Mark) -> dict[str, CellValue]:
    return {name: str(mark.how) or None, f"{name}_level": mark.level or None, f"{name}_provider": mark.provider or None}
