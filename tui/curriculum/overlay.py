"""An organisation's overlay: a folder of TOML that adds to a pack without touching it.

It may add learning items, references, criteria, topics, terms, remarks and lines of the mapping, and take lines of the
mapping out. Each file is read when the part of the pack that it adds to is first asked for.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Final, TypeVar

from tui.curriculum.decode_lists import decode_glossary
from tui.curriculum.decode_overlay import (
    About,
    Mappings,
    Note,
    RoleAdditions,
    StepAdditions,
    decode_about,
    decode_basic_additions,
    decode_mappings,
    decode_notes,
    decode_role_additions,
)
from tui.curriculum.decode_role import check_mentions
from tui.curriculum.faults import Findings
from tui.curriculum.model import NOTHING, Item, Reference, Role, Step, Text
from tui.curriculum.organisation import Mapping, Term
from tui.curriculum.position import KeyPath
from tui.curriculum.table import Table, read_file, shown
from tui.curriculum.textbook import Textbook
from tui.curriculum.thing import things_of_items, things_of_role

T = TypeVar("T")

OVERLAY_FILE: Final = "overlay.toml"
BASIC_FILE: Final = "basic.toml"
NOTES_FILE: Final = "notes.toml"
MAPPING_FILE: Final = "mapping.toml"
GLOSSARY_FILE: Final = "glossary.toml"
POLICY_FILE: Final = "policy.toml"


class ContentOverlay:
    """The overlay in one folder.

    Every method that reads raises ``ContentFaults`` where a file has a fault.

    Args:
        folder: where it is.
        about: what ``overlay.toml`` says.
    """

    def __init__(self, folder: Path, about: About) -> None:
        self.folder = folder
        self.about = about
        self.found: dict[str, Findings] = {}
        """By file name, what reading the file found: its faults and ids."""

    @classmethod
    def open(cls, folder: Path, pack: str) -> ContentOverlay:
        """The overlay in *folder*; reads ``overlay.toml`` and nothing else.

        Args:
            folder: where it is.
            pack: id of the pack that it must be for.

        Raises:
            ContentFaults: it isn't there, has a fault, or is for another pack.
        """
        about, findings = read_file(folder / OVERLAY_FILE, decode_about)
        if about is not None and about.pack and about.pack != pack:
            findings.fault("content.overlay-for", ("overlay", "for"), value=about.pack, pack=pack)
        findings.refuse()
        if about is None:
            raise AssertionError("what can't be read is a fault")
        return cls(folder, about)

    @property
    def policy(self) -> Path:
        """Path of its ``policy.toml``, which needn't exist."""
        return self.folder / POLICY_FILE

    def is_own(self, thing_id: str) -> bool:
        """Whether the overlay added the thing with this id: a part of it begins with the overlay's own id."""
        return any(part.startswith(f"{self.about.id}-") for part in thing_id.split("."))

    # -- what it adds ---------------------------------------------------------------------------------------------

    def role(self, role: Role) -> Role:
        """*role* with what is added to it."""
        name = f"roles/{role.id}.toml"
        added = self._read(name, decode_role_additions)
        if added is not None:
            merged = self._merged(role, added, self.found[name])
            self.found[name].refuse()
            role = merged
        return self._remarked_role(role)

    def basic(self, items: tuple[Item, ...]) -> tuple[Item, ...]:
        """Basic education with what is added to it."""
        added = self._read(BASIC_FILE, decode_basic_additions)
        if added is not None:
            self._check_own(self.found[BASIC_FILE], {item.id for item in things_of_items(items)})
            self.found[BASIC_FILE].refuse()
        return self._remarked_items((*items, *(added or ())))

    def textbook(self, book: Textbook) -> Textbook:
        """Functions, duties and regions with their remarks."""
        if not self.notes:
            return book
        return Textbook(
            tuple(
                replace(
                    function,
                    remark=self.remark(function.id),
                    duties=tuple(replace(duty, remark=self.remark(duty.id)) for duty in function.duties),
                )
                for function in book.functions
            ),
            tuple(replace(region, remark=self.remark(region.id)) for region in book.regions),
        )

    def mapping(self, maps: tuple[Mapping, ...]) -> tuple[Mapping, ...]:
        """*maps* with the lines that the organisation adds, and without those that it takes out."""
        own = self.mappings
        gone = {_line(each) for each in own.removed}
        return (*(each for each in maps if _line(each) not in gone), *own.added)

    def glossary(self, terms: tuple[Term, ...]) -> tuple[Term, ...]:
        """*terms* with those of the organisation; its explanation of a word replaces the pack's."""
        own = self._read(GLOSSARY_FILE, decode_glossary) or ()
        if GLOSSARY_FILE in self.found:
            self.found[GLOSSARY_FILE].refuse()
        named = {each.id: each for each in own}
        return (*(named.pop(term.id, term) for term in terms), *named.values())

    @cached_property
    def mappings(self) -> Mappings:
        """Its lines of the mapping, before they are combined with the pack's."""
        own = self._read(MAPPING_FILE, decode_mappings)
        if own is None:
            return Mappings()
        self.found[MAPPING_FILE].refuse()
        return own

    @cached_property
    def notes(self) -> dict[str, Text]:
        """Its remarks by the id of what they are about."""
        own: tuple[Note, ...] | None = self._read(NOTES_FILE, decode_notes)
        if own is None:
            return {}
        self.found[NOTES_FILE].refuse()
        return {note.on: note.text for note in own}

    def remark(self, thing_id: str) -> Text:
        """Its remark on the thing with this id; ``NOTHING`` where there is none."""
        return self.notes.get(thing_id, NOTHING)

    # -- merging --------------------------------------------------------------------------------------------------

    def _merged(self, role: Role, added: RoleAdditions, findings: Findings) -> Role:
        if added.role and added.role != role.id:
            findings.fault("content.role-id", ("id",), value=shown(added.role), expected=role.id)
        self._check_own(findings, {thing.id for thing in things_of_role(role)})
        steps = {step.number: step for step in role.steps}
        for place, extra in enumerate(added.steps):
            step = steps.get(extra.number)
            if step is None:
                findings.fault("content.dangling-step", ("step", place, "number"), role=role.id, number=extra.number)
                continue
            steps[extra.number] = _with(step, extra)
            self._check_mentions(findings, ("step", place), extra, steps[extra.number], role)
        return replace(role, common=(*role.common, *added.common), steps=tuple(steps.values()))

    def _check_mentions(
        self, findings: Findings, path: tuple[str, int], extra: StepAdditions, step: Step, role: Role
    ) -> None:
        learning = _ids(step.learning)
        seen = learning | _ids((*step.goals, *role.tasks))
        check_mentions(Table({}, (), findings), path, extra.criteria, learning, seen)

    def _check_own(self, findings: Findings, taken: Collection[str]) -> None:
        """Check that every added id has the overlay's id in it, and is used by nothing else."""
        seen: set[str] = set()
        for value, path in findings.ids:
            here: KeyPath = (*path, "id")
            if value in taken or value in seen:
                findings.fault("content.overlay-conflict", here, value=shown(value))
            elif not self.is_own(value):
                findings.fault("content.overlay-not-own", here, value=shown(value), prefix=f"{self.about.id}-")
            seen.add(value)

    # -- remarks --------------------------------------------------------------------------------------------------

    def _remarked_role(self, role: Role) -> Role:
        if not any(on.partition(".")[0] == role.id for on in self.notes):
            return role
        return replace(
            role,
            remark=self.remark(role.id),
            tasks=self._remarked_items(role.tasks),
            common=self._remarked_items(role.common),
            steps=tuple(self._remarked_step(step) for step in role.steps),
        )

    def _remarked_step(self, step: Step) -> Step:
        return replace(
            step,
            remark=self.remark(step.id),
            goals=self._remarked_items(step.goals),
            learning=self._remarked_items(step.learning),
            references=tuple(replace(each, remark=self.remark(each.id)) for each in step.references),
            criteria=tuple(replace(each, remark=self.remark(each.id)) for each in step.criteria),
        )

    def _remarked_items(self, items: Iterable[Item]) -> tuple[Item, ...]:
        if not self.notes:
            return tuple(items)
        return tuple(
            replace(item, remark=self.remark(item.id), children=self._remarked_items(item.children)) for item in items
        )

    def _read(self, name: str, decode: Callable[[Table], T]) -> T | None:
        if not os.path.lexists(self.folder / name):
            return None
        value, self.found[name] = read_file(self.folder / name, decode)
        if value is None:
            self.found[name].refuse()
        return value


def _with(step: Step, extra: StepAdditions) -> Step:
    references: tuple[Reference, ...] = (*step.references, *extra.references)
    learning = (*step.learning, *extra.learning)
    return replace(step, learning=learning, references=references, criteria=(*step.criteria, *extra.criteria))


def _ids(items: Iterable[Item]) -> frozenset[str]:
    return frozenset(item.id for item in things_of_items(items))


def _line(each: Mapping) -> tuple[str, int, str]:
    return each.role, each.step, each.duty


def overlay_files(folder: Path) -> Iterator[str]:
    """The names of the TOML files in an overlay's folder."""
    for file in sorted(folder.rglob("*.toml")):
        yield file.relative_to(folder).as_posix()
