"""A role, its steps and criteria from ``roles/ROLE.toml``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence, Set
from typing import Final

from tui.curriculum.decode_item import decode_items, decode_reference
from tui.curriculum.decode_rule import decode_rule
from tui.curriculum.model import Criterion, Point, Role, RoleEntry, Step, Text
from tui.curriculum.rule import All, AnyOf, Cases, Rule
from tui.curriculum.table import ID, Table, shown

NAME_CELLS: Final = 24
"""Cells of the longest name of a criterion: it must fit into one column of a list."""
FEWEST_POINTS: Final = 2
MOST_POINTS: Final = 6

_ROLE_KEYS: Final = frozenset(("id", "note", "task", "common", "step"))
_STEP_KEYS: Final = frozenset(("id", "number", "source", "text", "note", "goal", "learning", "reference", "criterion"))
_CRITERION_KEYS: Final = frozenset(
    ("id", "source", "name", "text", "asks", "rule", "point", "leads", "note", "renamed", "clarified")
)
_DIGEST: Final = re.compile(r"[0-9a-f]{16,64}")
_POINT_KEYS: Final = frozenset(("id", "text", "see", "renamed"))


def decode_role(table: Table, entry: RoleEntry | None) -> Role:
    """The role in a file.

    Args:
        table: the file.
        entry: the line of the pack's table of contents that names the file; None where that can't be read.
    """
    table.only(_ROLE_KEYS)
    role_id = table.matching("id", ID, "content.bad-id")
    if entry and role_id and role_id != entry.id:
        table.fault("content.role-id", "id", value=shown(role_id), expected=entry.id)
    tasks = decode_items(table, "task", needed=False)
    steps = [_step(step) for step in table.tables("step")]
    for number, step in enumerate(steps):
        learning = {item.id for top in step.learning for item in top.walk()}
        seen = learning | {item.id for top in (*step.goals, *tasks) for item in top.walk()}
        check_mentions(table, ("step", number), step.criteria, learning, seen)
        if step.number in [earlier.number for earlier in steps[:number]]:
            table.fault("content.step-twice", "step", number, "number", number=step.number)
    return Role(
        id=entry.id if entry else role_id,
        name=entry.name if entry else Text(role_id, role_id),
        tasks=tasks,
        common=decode_items(table, "common", needed=False),
        steps=tuple(steps),
        note=table.text_or_nothing("note"),
    )


def _step(table: Table) -> Step:
    table.only(_STEP_KEYS)
    return Step(
        id=table.ident(),
        number=table.whole("number", 1, 3),
        source=table.source(),
        text=table.text("text"),
        goals=decode_items(table, "goal", needed=True),
        learning=decode_items(table, "learning", needed=True),
        references=tuple(decode_reference(reference) for reference in table.tables_or_nothing("reference")),
        criteria=tuple(decode_criterion(criterion) for criterion in table.tables("criterion")),
        note=table.text_or_nothing("note"),
    )


def decode_criterion(table: Table) -> Criterion:
    """A criterion with its rule and its points."""
    table.only(_CRITERION_KEYS)
    criterion_id = table.ident()
    name = table.text("name")
    for language, words in (("ja", name.ja), ("en", name.en)):
        if (cells := _cells(words)) > NAME_CELLS:
            table.fault("content.name-wide", "name", language, language=language, cells=cells, most=NAME_CELLS)
    points = tuple(_point(point) for point in table.tables("point"))
    if points and not FEWEST_POINTS <= len(points) <= MOST_POINTS:
        table.fault("content.points", count=len(points), fewest=FEWEST_POINTS, most=MOST_POINTS)
    return Criterion(
        id=criterion_id,
        source=table.source(),
        name=name,
        text=table.text("text"),
        rule=decode_rule(table.table("rule")),
        points=points,
        leads=table.idents("leads") if "leads" in table.raw else (),
        note=table.text_or_nothing("note"),
        renamed=table.renamed(),
        asks=table.string_or_nothing("asks"),
        clarified=_clarified(table),
    )


def _clarified(table: Table) -> tuple[str, ...]:
    """Beginnings of the wording digests of earlier editions of the criterion that asked the same."""
    if "clarified" not in table.raw:
        return ()
    digests = table.strings("clarified")
    for number, digest in enumerate(digests):
        if not _DIGEST.fullmatch(digest):
            table.fault("content.bad-digest", "clarified", number, value=shown(digest))
    return digests


def _point(table: Table) -> Point:
    table.only(_POINT_KEYS)
    see = table.matching("see", ID, "content.bad-id") if "see" in table.raw else ""
    return Point(id=table.ident(), text=table.text("text"), see=see, renamed=table.renamed())


def _cells(words: str) -> int:
    """Columns that *words* take where ambiguous characters are narrow."""
    if words.isascii():
        return len(words)
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in words)


def check_mentions(
    role: Table, path: tuple[str, int], criteria: Sequence[Criterion], learning: Set[str], seen: Set[str]
) -> None:
    """Report every id that the criteria of a STEP refer to and that doesn't exist.

    Args:
        role: the file.
        path: path of the STEP in it.
        criteria: the criteria of the STEP, in the file's order.
        learning: ids of the STEP's learning items, which can lead to a criterion or be its cases.
        seen: these ids, and all others that a point may come from.
    """
    for place, criterion in enumerate(criteria):
        here = (*path, "criterion", place)
        for number, lead in enumerate(criterion.leads):
            if lead and lead not in learning:
                role.dangling("content.dangling-learning", lead, learning, *here, "leads", number)
        for number, point in enumerate(criterion.points):
            if point.see and point.see not in seen:
                role.dangling("content.dangling-see", point.see, seen, *here, "point", number, "see")
        for case, below in _cases(criterion.rule):
            if case and case not in learning:
                role.dangling("content.dangling-learning", case, learning, *here, "rule", *below)


def _cases(rule: Rule) -> list[tuple[str, tuple[str | int, ...]]]:
    """Every case that *rule* names, with the path to it below the rule."""
    match rule:
        case Cases(cases=cases):
            return [(case, ("cases", number)) for number, case in enumerate(cases)]
        case All(rules=rules) | AnyOf(rules=rules):
            inner = [(number, found) for number, part in enumerate(rules) for found in _cases(part)]
            return [(case, ("rules", number, *below)) for number, (case, below) in inner]
        case _:
            return []
