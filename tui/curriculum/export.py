"""A whole pack as plain data for JSON, for programs that use the curriculum without reading its TOML."""

from __future__ import annotations

import dataclasses
from enum import Enum
from typing import Final

from tui.curriculum.decode_rule import kind_of
from tui.curriculum.pack import Pack
from tui.curriculum.rule import Rule, Supervision

_LEVELS: Final = list(Supervision)


def export(pack: Pack) -> dict[str, object]:
    """Everything in *pack*, in printed order, the keys of each table always in one order. Reads every file.

    Keys are the words of the model (``docs/content.md``); a rule has its ``kind``, a role without content has only
    the line of the table of contents.

    Raises:
        ContentFaults: a file has a fault.
    """
    roles = []
    for entry in pack.roles:
        role = pack.role(entry.id)
        roles.append({"file": entry.file, "chapter": entry.chapter} | as_table(role or entry))
    return {
        "pack": {"id": pack.id, "version": pack.version, "name": _plain(pack.name)},
        "documents": _plain(pack.documents),
        "steps": _plain(pack.steps),
        "basic": _plain(pack.basic),
        "roles": roles,
        "textbook": _plain(pack.textbook),
        "titles": _plain(pack.titles),
        "organisation": _plain(pack.organisation),
        "mapping": _plain(pack.mapping),
        "glossary": _plain(pack.glossary),
        "sections": _plain(pack.sections),
    }


def as_table(value: object) -> dict[str, object]:
    """The public fields of a model object, for a rule with its ``kind``; an empty table for anything else."""
    if not dataclasses.is_dataclass(value):
        return {}
    names = [field.name for field in dataclasses.fields(value) if not field.name.startswith("_")]
    kind: dict[str, object] = {"kind": kind_of(value)} if isinstance(value, Rule) else {}
    return kind | {name: _plain(getattr(value, name)) for name in names}


def _plain(value: object) -> object:
    match value:
        case frozenset():
            return [level.value for level in _LEVELS if level in value]
        case tuple():
            return [_plain(element) for element in value]
        case Enum():
            return value.value
        case _ if dataclasses.is_dataclass(value):
            return as_table(value)
        case _:
            return value
