"""``textbook/organisation.toml``: what a response organisation is for, how it runs, who does its work."""

from __future__ import annotations

from typing import Final

from tui.curriculum.organisation import (
    Affinity,
    Career,
    Cycle,
    Organisation,
    Pattern,
    Phase,
    Purpose,
    ShiftMode,
    Staffing,
    StaffingTeam,
    Team,
)
from tui.curriculum.table import ID, Table, shown

LARGEST: Final = 1000
"""The largest number, level, stage or head count that is accepted."""

MODES: Final[tuple[ShiftMode, ...]] = ("day", "round-the-clock", "held", "none")
_WITH_HEADS: Final = ("day", "round-the-clock")

_TOP_KEYS: Final = frozenset(("purpose", "phase", "cycle", "pattern", "team", "staffing", "career", "affinity"))
_NAMED_KEYS: Final = frozenset(("id", "source", "name", "text", "note"))
_PURPOSE_KEYS: Final = frozenset(("id", "source", "text", "detail", "note"))
_PATTERN_KEYS: Final = _NAMED_KEYS | {"number", "in", "shared", "out"}
_STAFFING_KEYS: Final = _NAMED_KEYS | {"level", "can", "cannot", "total", "team"}
_STAFFING_TEAM_KEYS: Final = frozenset(("team", "mode", "heads", "held_by", "note"))
_AFFINITY_KEYS: Final = frozenset(("from", "duties", "text"))


def decode_organisation(table: Table) -> Organisation:
    """The organisation part of the textbook, without what ``textbook/secbok.toml`` says."""
    table.only(_TOP_KEYS)
    organisation = Organisation(
        purposes=tuple(_purpose(each) for each in table.tables_or_nothing("purpose")),
        phases=tuple(_phase(each) for each in table.tables_or_nothing("phase")),
        cycles=tuple(_cycle(each) for each in table.tables_or_nothing("cycle")),
        patterns=tuple(_pattern(each) for each in table.tables_or_nothing("pattern")),
        teams=tuple(_team(each) for each in table.tables_or_nothing("team")),
        staffing=tuple(_staffing(each) for each in table.tables_or_nothing("staffing")),
        careers=tuple(_career(each) for each in table.tables_or_nothing("career")),
        affinities=tuple(_affinity(each) for each in table.tables_or_nothing("affinity")),
    )
    for name, key in (("pattern", "number"), ("staffing", "level"), ("career", "stage")):
        check_numbers(table, name, key)
    _check_cycles(table, organisation)
    _check_staffing(table, organisation)
    return organisation


def ident(table: Table, kind: str) -> str:
    """The id of *table*, which must begin with its kind, so that a pack knows in which file to look for it."""
    value = table.ident()
    if value and not value.startswith(f"{kind}."):
        table.fault("content.id-head", "id", value=shown(value), head=kind)
    return value


def check_numbers(table: Table, name: str, key: str) -> None:
    """Report each of the tables *name* whose *key* has the value of an earlier one."""
    lists = table.raw.get(name)
    values = [each.get(key) for each in lists if isinstance(each, dict)] if isinstance(lists, list) else []
    for number, value in enumerate(values):
        if value is not None and value in values[:number]:
            table.fault("content.number-twice", name, number, key, name=key, value=shown(str(value)))


def _purpose(table: Table) -> Purpose:
    table.only(_PURPOSE_KEYS)
    return Purpose(
        id=ident(table, "purpose"),
        source=table.source(),
        text=table.text("text"),
        detail=table.text_or_nothing("detail"),
        note=table.text_or_nothing("note"),
    )


def _phase(table: Table) -> Phase:
    table.only(_NAMED_KEYS | {"functions"})
    return Phase(
        id=ident(table, "phase"),
        source=table.source(),
        name=table.text("name"),
        text=table.text("text"),
        functions=table.idents("functions") if "functions" in table.raw else (),
        note=table.text_or_nothing("note"),
    )


def _cycle(table: Table) -> Cycle:
    table.only(_NAMED_KEYS | {"phases"})
    return Cycle(
        id=ident(table, "cycle"),
        source=table.source(),
        name=table.text("name"),
        text=table.text("text"),
        phases=table.idents("phases"),
        note=table.text_or_nothing("note"),
    )


def _pattern(table: Table) -> Pattern:
    table.only(_PATTERN_KEYS)
    taken: set[str] = set()
    lists = {name: _regions(table, name) for name in ("in", "shared", "out")}
    for name, regions in lists.items():
        for number, region in enumerate(regions):
            if region and region in taken:
                table.fault("content.region-twice", name, number, value=shown(region))
        taken.update(regions)
    return Pattern(
        id=ident(table, "pattern"),
        source=table.source(),
        number=table.whole("number", 1, LARGEST),
        name=table.text("name"),
        text=table.text("text"),
        inside=lists["in"],
        shared=lists["shared"],
        outside=lists["out"],
        note=table.text_or_nothing("note"),
    )


def _regions(table: Table, name: str) -> tuple[str, ...]:
    # A list of a pattern may be empty, which has a meaning: nothing is shared, nothing is left to others.
    return table.idents(name) if table.raw.get(name, []) != [] else ()


def _team(table: Table) -> Team:
    table.only(_NAMED_KEYS | {"duties", "regions"})
    return Team(
        id=ident(table, "team"),
        source=table.source(),
        name=table.text("name"),
        text=table.text("text"),
        duties=table.idents("duties"),
        regions=table.idents("regions") if "regions" in table.raw else (),
        note=table.text_or_nothing("note"),
    )


def _staffing(table: Table) -> Staffing:
    table.only(_STAFFING_KEYS)
    return Staffing(
        id=ident(table, "staffing"),
        source=table.source(),
        level=table.whole("level", 0, LARGEST),
        name=table.text("name"),
        text=table.text("text"),
        can=table.text("can"),
        cannot=table.text("cannot"),
        total=table.whole("total", 1, LARGEST),
        teams=tuple(_staffing_team(each) for each in table.tables("team")),
        note=table.text_or_nothing("note"),
    )


def _staffing_team(table: Table) -> StaffingTeam:
    table.only(_STAFFING_TEAM_KEYS)
    asked = table.choice("mode", MODES)
    mode = next(each for each in MODES if each == asked)
    goes = {"heads": mode in _WITH_HEADS, "held_by": mode == "held"}
    for name, is_right in goes.items():
        if name in table.raw and not is_right:
            table.fault("content.staffing-key", name, name=name, mode=mode)
    return StaffingTeam(
        team=table.matching("team", ID, "content.bad-id"),
        mode=mode,
        heads=table.whole("heads", 1, LARGEST) if goes["heads"] else 0,
        held_by=table.matching("held_by", ID, "content.bad-id") if goes["held_by"] else "",
        note=table.text_or_nothing("note"),
    )


def _career(table: Table) -> Career:
    table.only(_NAMED_KEYS | {"stage", "functions"})
    return Career(
        id=ident(table, "career"),
        source=table.source(),
        stage=table.whole("stage", 1, LARGEST),
        name=table.text("name"),
        text=table.text("text"),
        functions=table.idents("functions") if "functions" in table.raw else (),
        note=table.text_or_nothing("note"),
    )


def _affinity(table: Table) -> Affinity:
    table.only(_AFFINITY_KEYS)
    return Affinity(job=table.text("from"), duties=table.idents("duties"), text=table.text_or_nothing("text"))


def _check_cycles(table: Table, organisation: Organisation) -> None:
    known = {phase.id for phase in organisation.phases}
    for place, cycle in enumerate(organisation.cycles):
        for number, phase in enumerate(cycle.phases):
            if phase and phase not in known:
                table.dangling("content.dangling-phase", phase, known, "cycle", place, "phases", number)


def _check_staffing(table: Table, organisation: Organisation) -> None:
    """Check that every level has the same teams, each once, and the printed total of people (`isogj` 6.6, table 1)."""
    known = {team.id for team in organisation.teams}
    named = {each.team for level in organisation.staffing for each in level.teams if each.team in known}
    for place, level in enumerate(organisation.staffing):
        teams = [each.team for each in level.teams]
        for number, each in enumerate(level.teams):
            here = ("staffing", place, "team", number)
            for key, team in (("team", each.team), ("held_by", each.held_by)):
                if team and team not in known:
                    table.dangling("content.dangling-team", team, known, *here, key)
            if each.team in teams[:number]:
                table.fault("content.team-twice", *here, "team", value=shown(each.team))
        for team in sorted(named.difference(teams)) if level.teams else ():
            table.fault("content.team-missing", "staffing", place, value=team)
        people = sum(each.people for each in level.teams)
        if level.teams and people != level.total:
            table.fault("content.staffing-total", "staffing", place, "total", people=people, total=level.total)
