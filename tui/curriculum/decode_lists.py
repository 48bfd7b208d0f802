"""The short lists: ``titles.toml``, ``textbook/secbok.toml``, ``mapping.toml`` and ``glossary.toml``."""

from __future__ import annotations

from typing import Final

from tui.curriculum.decode_organisation import LARGEST, check_numbers, ident
from tui.curriculum.organisation import Mapping, Secbok, SecBokCount, Term, Title
from tui.curriculum.table import ID, Table, shown

_TITLE_KEYS: Final = frozenset(("id", "source", "name", "class", "role", "text", "note"))
_SECBOK_KEYS: Final = frozenset(("id", "source", "number", "name", "note"))
_MARKS_KEYS: Final = frozenset(("duty", "count", "note"))
_MAP_KEYS: Final = frozenset(("role", "step", "duty", "reason"))
_TERM_KEYS: Final = frozenset(("id", "source", "name", "text", "also", "note"))


def decode_titles(table: Table) -> tuple[Title, ...]:
    """The titles of CSIRT members (`nca` 2, table 2-1)."""
    table.only(frozenset(("title",)))
    return tuple(_title(each) for each in table.tables("title"))


def _title(table: Table) -> Title:
    table.only(_TITLE_KEYS)
    return Title(
        id=ident(table, "title"),
        source=table.source(),
        name=table.text("name"),
        group=table.text("class"),
        role=table.matching("role", ID, "content.bad-id") if "role" in table.raw else "",
        text=table.text_or_nothing("text"),
        note=table.text_or_nothing("note"),
    )


def decode_secbok(table: Table) -> tuple[tuple[Secbok, ...], tuple[SecBokCount, ...]]:
    """The SecBoK roles and how many marks each duty has (`isogj` 7.1, table 2)."""
    table.only(frozenset(("secbok", "marks")))
    columns = tuple(_secbok(each) for each in table.tables("secbok"))
    check_numbers(table, "secbok", "number")
    marks = tuple(_marks(each, len(columns)) for each in table.tables_or_nothing("marks"))
    duties = [each.duty for each in marks]
    for number, duty in enumerate(duties):
        if duty and duty in duties[:number]:
            table.fault("content.marks-twice", "marks", number, "duty", value=shown(duty))
    return columns, marks


def _secbok(table: Table) -> Secbok:
    table.only(_SECBOK_KEYS)
    return Secbok(
        id=ident(table, "secbok"),
        source=table.source(),
        number=table.whole("number", 1, LARGEST),
        name=table.text("name"),
        note=table.text_or_nothing("note"),
    )


def _marks(table: Table, columns: int) -> SecBokCount:
    table.only(_MARKS_KEYS)
    return SecBokCount(
        duty=table.matching("duty", ID, "content.bad-id"),
        count=table.whole("count", 0, columns),
        note=table.text_or_nothing("note"),
    )


def decode_mapping(table: Table) -> tuple[Mapping, ...]:
    """Which duties the STEPs of the roles train for."""
    table.only(frozenset(("map",)))
    maps = tuple(decode_map(each) for each in table.tables("map"))
    joined = [(each.role, each.step, each.duty) for each in maps]
    for number, (role, step, duty) in enumerate(joined):
        if role and duty and (role, step, duty) in joined[:number]:
            table.fault("content.map-twice", "map", number, role=shown(role), step=step, duty=shown(duty))
    return maps


def decode_map(table: Table) -> Mapping:
    """One line: a STEP of a role, a duty, and why."""
    table.only(_MAP_KEYS)
    return Mapping(
        role=table.matching("role", ID, "content.bad-id"),
        step=table.whole("step", 1, 3),
        duty=table.matching("duty", ID, "content.bad-id"),
        reason=table.text("reason"),
    )


def decode_glossary(table: Table) -> tuple[Term, ...]:
    """The words that are explained."""
    table.only(frozenset(("term",)))
    return tuple(_term(each) for each in table.tables("term"))


def _term(table: Table) -> Term:
    table.only(_TERM_KEYS)
    return Term(
        id=ident(table, "term"),
        name=table.text("name"),
        text=table.text("text"),
        also=table.strings("also") if "also" in table.raw else (),
        source=table.source(),
        note=table.text_or_nothing("note"),
    )
