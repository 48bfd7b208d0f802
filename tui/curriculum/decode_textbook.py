"""``textbook/functions.toml`` and ``textbook/regions.toml``: what the matrix is made of."""

from __future__ import annotations

import re
from typing import Final, Literal

from tui.curriculum.faults import Findings
from tui.curriculum.table import ID, Table, shown
from tui.curriculum.textbook import Duty, Function, Handover, Region

_FUNCTION_KEYS: Final = frozenset(("id", "source", "name", "short", "text", "note", "duty"))
_DUTY_KEYS: Final = frozenset(("id", "source", "name", "text", "inputs", "outputs", "region", "link", "note"))
_LINK_KEYS: Final = frozenset(("to", "takes", "text"))
_REGION_KEYS: Final = frozenset(("id", "source", "code", "name", "short", "text", "information", "expertise", "note"))
_ROMAN: Final = re.compile(r"[IVX]+")


def decode_functions(table: Table) -> tuple[Function, ...]:
    """The functions with their duties (`isogj` 4, 5)."""
    table.only(frozenset(("function",)))
    functions = tuple(_function(function) for function in table.tables("function"))
    known = {function.id for function in functions} | {duty.id for function in functions for duty in function.duties}
    for place, function in enumerate(functions):
        for number, duty in enumerate(function.duties):
            for index, link in enumerate(duty.links):
                if link.to and link.to not in known:
                    here = ("function", place, "duty", number, "link", index, "to")
                    table.dangling("content.dangling-link", link.to, known, *here)
    return functions


def _function(table: Table) -> Function:
    table.only(_FUNCTION_KEYS)
    return Function(
        id=table.ident(),
        source=table.source(),
        name=table.text("name"),
        short=table.text("short"),
        text=table.text("text"),
        duties=tuple(_duty(duty) for duty in table.tables("duty")),
        note=table.text_or_nothing("note"),
    )


def _duty(table: Table) -> Duty:
    table.only(_DUTY_KEYS)
    return Duty(
        id=table.ident(),
        source=table.source(),
        name=table.text("name"),
        text=table.text("text"),
        region=table.idents("region"),
        inputs=table.text_or_nothing("inputs"),
        outputs=table.text_or_nothing("outputs"),
        links=tuple(_link(link) for link in table.tables_or_nothing("link")),
        note=table.text_or_nothing("note"),
    )


def _link(table: Table) -> Handover:
    table.only(_LINK_KEYS)
    return Handover(to=table.matching("to", ID, "content.bad-id"), text=table.text("text"), takes=table.flag("takes"))


def decode_regions(table: Table) -> tuple[Region, ...]:
    """The regions (`isogj` 6.2)."""
    table.only(frozenset(("region",)))
    return tuple(_region(region) for region in table.tables("region"))


def _region(table: Table) -> Region:
    table.only(_REGION_KEYS)
    information: Literal["inside", "outside"] = (
        "outside" if table.choice("information", ("inside", "outside")) == "outside" else "inside"
    )
    expertise: Literal["low", "high"] = "high" if table.choice("expertise", ("low", "high")) == "high" else "low"
    return Region(
        id=table.ident(),
        source=table.source(),
        code=table.matching("code", _ROMAN, "content.bad-code"),
        name=table.text("name"),
        short=table.text("short"),
        text=table.text("text"),
        information=information,
        expertise=expertise,
        note=table.text_or_nothing("note"),
    )


def check_regions(functions: tuple[Function, ...], regions: tuple[Region, ...], findings: Findings) -> None:
    """Report to *findings*, those of the functions' file, each duty whose region doesn't exist (`isogj` 6.4)."""
    known = [region.id for region in regions]
    for place, function in enumerate(functions):
        for number, duty in enumerate(function.duties):
            for index, region in enumerate(duty.region):
                if region and region not in known:
                    here = ("function", place, "duty", number, "region", index)
                    findings.fault("content.dangling-region", here, value=shown(region), known=", ".join(known))
