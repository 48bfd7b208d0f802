"""Staffing as a TOML file that people edit; it is taken in whole or not at all.

.. code-block:: toml

    [[team]]
    team = "team.first-response"
    mode = "round-the-clock"     # day, round-the-clock, held or none
    heads = 6                    # part-time in fractions: 2.5
    note = "from April on"

    [[team]]
    team = "team.vulnerability"
    mode = "held"
    held_by = "team.incident-response"
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Final, get_args

from tui.curriculum.organisation import ShiftMode
from tui.curriculum.table import ID, Table, read_file, shown
from tui.progress.staffing import NOBODY, Ours
from tui.text.clean import stored
from tui.workbook.organisation.staffing import StaffingView, TeamStaffing, heads_text
from tui.workbook.organisation.staffing_typed import MOST

_MODES: Final[tuple[ShiftMode, ...]] = get_args(ShiftMode)
_WITH_HEADS: Final = frozenset(("day", "round-the-clock"))
_KEYS: Final = frozenset(("team", "mode", "heads", "held_by", "note"))


def read_staffing(path: Path, teams: Collection[str]) -> list[TeamStaffing]:
    """The staffing in a file; teams that it doesn't name stay as they are.

    Args:
        path: the file.
        teams: ids of the teams that there are.

    Raises:
        ContentFaults: it can't be read, or has faults; nothing of it is taken in then.
    """
    said, findings = read_file(path, partial(_decode, teams=teams), is_typed=True)
    findings.refuse()
    return said or []


def staffing_toml(view: StaffingView) -> Iterator[str]:
    """The lines of such a file, with every counted team in it."""
    for ours in view.ours:
        said = view.said.get(ours.team)
        yield "[[team]]"
        yield f"team = {_quoted(ours.team)}"
        yield f"mode = {_quoted(ours.mode)}"
        if ours.own:
            yield f"heads = {heads_text(ours.own)}"
        if ours.held_by:
            yield f"held_by = {_quoted(ours.held_by)}"
        if said and said.note:
            yield f"note = {_quoted(said.note)}"
        yield ""


def _quoted(text: str) -> str:
    """A basic string of TOML. JSON writes the same, except for the delete character, which no stored text holds."""
    return json.dumps(text, ensure_ascii=False)


def _decode(table: Table, teams: Collection[str]) -> list[TeamStaffing]:
    table.only(frozenset(("team",)))
    found: list[TeamStaffing] = []
    for each in table.tables("team"):
        said = _team(each, teams)
        if said.ours.team in {other.ours.team for other in found}:
            each.fault("staffing.twice", "team", value=shown(said.ours.team))
        found.append(said)
    return found


def _team(table: Table, teams: Collection[str]) -> TeamStaffing:
    table.only(_KEYS)
    asked = table.choice("mode", _MODES)
    mode = next(each for each in _MODES if each == asked)
    is_known = mode == table.raw.get("mode")
    goes = {"heads": mode in _WITH_HEADS, "held_by": mode == "held"}
    for name, is_right in goes.items():
        if is_known and name in table.raw and not is_right:
            table.fault("content.staffing-key", name, name=name, mode=mode)
    team = _known(table, "team", teams)
    held_by = _known(table, "held_by", teams) if goes["held_by"] else ""
    if held_by and held_by == team:
        table.fault("staffing.file_held_by_itself", "held_by", value=shown(held_by))
    note = stored(table.string_or_nothing("note"))
    return TeamStaffing(Ours(team, mode, _heads(table) if is_known and goes["heads"] else NOBODY, held_by), note)


def _known(table: Table, name: str, teams: Collection[str]) -> str:
    value = table.matching(name, ID, "content.bad-id")
    if value and value not in teams:
        table.dangling("staffing.file_no_team", value, teams, name)
    return value


def _heads(table: Table) -> Decimal:
    """A number above 0 with at most two decimals; it has to be a TOML number, not a text."""
    value = table.raw.get("heads")
    if value is None:
        table.fault("content.missing-key", name="heads")
    elif isinstance(value, int | float) and not isinstance(value, bool) and 0 < value <= MOST:
        heads = Decimal(repr(value))
        if heads == round(heads, 2):
            return heads
        table.fault("staffing.file_heads", "heads", most=MOST)
    else:
        table.fault("staffing.file_heads", "heads", most=MOST)
    return NOBODY
