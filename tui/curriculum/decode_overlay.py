"""The files of an organisation's overlay: ``overlay.toml``, its additions to roles, its notes and mappings."""

from __future__ import annotations

import re
from typing import Final

from tui.curriculum.decode_item import decode_items, decode_reference
from tui.curriculum.decode_lists import decode_map
from tui.curriculum.decode_role import decode_criterion
from tui.curriculum.model import NOTHING, Criterion, Item, Reference, Text
from tui.curriculum.organisation import Mapping
from tui.curriculum.table import ID, VERSION, Table, shown
from tui.record import record

_ABOUT_KEYS: Final = frozenset(("id", "version", "for", "name"))
_ROLE_KEYS: Final = frozenset(("id", "common", "step"))
_STEP_KEYS: Final = frozenset(("number", "learning", "reference", "criterion"))
_NOTE_KEYS: Final = frozenset(("on", "text"))
_OVERLAY_ID: Final = re.compile(r"[a-z][a-z0-9]{1,15}")


@record
class About:
    """What an overlay says about itself.

    Args:
        id: its id. A part of every id that it adds begins with it (``midori`` in ``soc.2.midori-phone``), so that no
            later edition of the pack can use the same id for something else.
        version: its version; events name it after that of the pack.
        pack: id of the pack that it adds to.
        name: name of the organisation.
    """

    id: str
    version: str
    pack: str
    name: Text


@record
class StepAdditions:
    """What an overlay adds to one STEP."""

    number: int
    learning: tuple[Item, ...]
    references: tuple[Reference, ...]
    criteria: tuple[Criterion, ...]


@record
class RoleAdditions:
    """What an overlay adds to one role."""

    role: str
    common: tuple[Item, ...] = ()
    steps: tuple[StepAdditions, ...] = ()


@record
class Note:
    """What an overlay remarks on a thing of the pack."""

    on: str
    text: Text = NOTHING


@record
class Mappings:
    """The lines that an overlay adds to the mapping, and those of the pack that it takes out."""

    added: tuple[Mapping, ...] = ()
    removed: tuple[Mapping, ...] = ()


def decode_about(table: Table) -> About:
    """``overlay.toml``."""
    table.only(frozenset(("overlay",)))
    about = table.table("overlay")
    about.only(_ABOUT_KEYS)
    return About(
        id=about.matching("id", _OVERLAY_ID, "content.bad-overlay-id"),
        version=about.matching("version", VERSION, "content.bad-version"),
        pack=about.matching("for", ID, "content.bad-id"),
        name=about.text("name"),
    )


def decode_role_additions(table: Table) -> RoleAdditions:
    """``roles/ROLE.toml`` of an overlay."""
    table.only(_ROLE_KEYS)
    steps = tuple(_step(step) for step in table.tables_or_nothing("step"))
    for number, step in enumerate(steps):
        if step.number in [earlier.number for earlier in steps[:number]]:
            table.fault("content.step-twice", "step", number, "number", number=step.number)
    return RoleAdditions(
        role=table.matching("id", ID, "content.bad-id"),
        common=decode_items(table, "common", needed=False),
        steps=steps,
    )


def _step(table: Table) -> StepAdditions:
    table.only(_STEP_KEYS)
    return StepAdditions(
        number=table.whole("number", 1, 3),
        learning=decode_items(table, "learning", needed=False),
        references=tuple(decode_reference(each) for each in table.tables_or_nothing("reference")),
        criteria=tuple(decode_criterion(each) for each in table.tables_or_nothing("criterion")),
    )


def decode_basic_additions(table: Table) -> tuple[Item, ...]:
    """``basic.toml`` of an overlay."""
    table.only(frozenset(("item",)))
    return decode_items(table, "item", needed=True)


def decode_notes(table: Table) -> tuple[Note, ...]:
    """``notes.toml``: remarks on things of the pack, one each."""
    table.only(frozenset(("note",)))
    notes = tuple(_note(note) for note in table.tables("note"))
    for number, note in enumerate(notes):
        if note.on and note.on in [earlier.on for earlier in notes[:number]]:
            table.fault("content.note-twice", "note", number, "on", value=shown(note.on))
    return notes


def _note(table: Table) -> Note:
    table.only(_NOTE_KEYS)
    return Note(table.matching("on", ID, "content.bad-id"), table.text("text"))


def decode_mappings(table: Table) -> Mappings:
    """``mapping.toml`` of an overlay: ``map`` adds a line, ``no_map`` takes one of the pack's out."""
    table.only(frozenset(("map", "no_map")))
    return Mappings(
        added=tuple(decode_map(each) for each in table.tables_or_nothing("map")),
        removed=tuple(decode_map(each) for each in table.tables_or_nothing("no_map")),
    )
