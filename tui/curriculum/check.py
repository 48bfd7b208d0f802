"""Finding every fault of a pack in one run: of each file by itself, and of references between files."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

from tui.curriculum.check_organisation import (
    check_functions,
    check_mapped_duties,
    check_mapped_steps,
    check_marks,
    check_patterns,
    check_sections,
    check_titles,
)
from tui.curriculum.citations import FILE as CITATIONS_FILE
from tui.curriculum.citations import check_coverage, read_citations
from tui.curriculum.decode_lists import decode_glossary, decode_mapping, decode_secbok, decode_titles
from tui.curriculum.decode_organisation import decode_organisation
from tui.curriculum.decode_pack import decode_basic, decode_contents, decode_steps
from tui.curriculum.decode_role import decode_role
from tui.curriculum.decode_sections import decode_sections
from tui.curriculum.decode_textbook import check_regions, decode_functions, decode_regions
from tui.curriculum.faults import Findings
from tui.curriculum.model import Contents, Role
from tui.curriculum.open_number import NumberUnit, needs
from tui.curriculum.pack import (
    BASIC_FILE,
    FUNCTIONS_FILE,
    GLOSSARY_FILE,
    MAPPING_FILE,
    ORGANISATION_FILE,
    PACK_FILE,
    REGIONS_FILE,
    SECBOK_FILE,
    SECTIONS_FILE,
    STEPS_FILE,
    TITLES_FILE,
    Pack,
)
from tui.curriculum.position import KeyPath
from tui.curriculum.table import Table, read_file
from tui.curriculum.textbook import Function, Region
from tui.errors import ContentError

T = TypeVar("T")


def check(folder: Path) -> list[ContentError]:
    """Every fault of the pack in *folder*, in the order of files, lines and columns."""
    files = _Files(folder)
    contents = files.read(PACK_FILE, decode_contents)
    files.read(STEPS_FILE, decode_steps)
    files.read(BASIC_FILE, decode_basic)
    functions = files.read(FUNCTIONS_FILE, decode_functions)
    regions = files.read(REGIONS_FILE, decode_regions)
    if functions is not None and regions is not None:
        check_regions(functions, regions, files.found[FUNCTIONS_FILE])
    _read_organisation(files, contents, functions, regions)
    mapping = files.read_optional(MAPPING_FILE, decode_mapping)
    files.read_optional(GLOSSARY_FILE, decode_glossary)
    sections = files.read_optional(SECTIONS_FILE, decode_sections)
    roles = _read_roles(files, contents)
    if mapping and contents:
        check_mapped_steps(mapping, _steps_of(contents, roles), files.found[MAPPING_FILE])
    if mapping and functions:
        check_mapped_duties(mapping, functions, files.found[MAPPING_FILE])
    _check_policy_keys(files, roles)
    _check_ids(files)
    if sections and contents:
        check_sections(sections, _told_of(files, contents), files.found[SECTIONS_FILE])
    _check_sources(files, contents)
    _check_citations(files)
    errors = [error for findings in files.found.values() for error in findings.errors()]
    return sorted(errors, key=lambda error: (str(error.file), error.line, error.column))


def check_all(folder: Path, overlay: Path | None) -> list[ContentError]:
    """Every fault of the pack in *folder*; where it has none, every fault of the overlay, if there is one."""
    faults = check(folder)
    if faults or overlay is None or not overlay.is_dir():
        return faults
    from tui.curriculum.check_overlay import check_overlay  # most have none

    return check_overlay(overlay, Pack.open(folder))


class _Files:
    """The files of a pack by their names, each read once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.found: dict[str, Findings] = {}

    def read(self, name: str, decode: Callable[[Table], T]) -> T | None:
        value, self.found[name] = read_file(self.folder / name, decode)
        return value

    def read_optional(self, name: str, decode: Callable[[Table], T]) -> T | None:
        return self.read(name, decode) if os.path.lexists(self.folder / name) else None

    def others(self) -> Iterator[str]:
        """The names of the TOML files that weren't read."""
        for file in sorted(self.folder.rglob("*.toml")):
            name = file.relative_to(self.folder).as_posix()
            if name not in self.found:
                yield name


def _read_organisation(
    files: _Files,
    contents: Contents | None,
    functions: tuple[Function, ...] | None,
    regions: tuple[Region, ...] | None,
) -> None:
    """Check titles, organisation and SecBoK, which a pack may leave out, against the files that they refer to."""
    titles = files.read_optional(TITLES_FILE, decode_titles)
    if titles and contents:
        check_titles(titles, [entry.id for entry in contents.roles], files.found[TITLES_FILE])
    organisation = files.read_optional(ORGANISATION_FILE, decode_organisation)
    if organisation and functions:
        check_functions(organisation, functions, files.found[ORGANISATION_FILE])
    if organisation and regions:
        check_patterns(organisation, regions, files.found[ORGANISATION_FILE])
    secbok = files.read_optional(SECBOK_FILE, decode_secbok)
    if secbok and functions:
        check_marks(secbok[1], functions, files.found[SECBOK_FILE])


def _told_of(files: _Files, contents: Contents) -> set[str]:
    """The ids that a section may be about."""
    names = (FUNCTIONS_FILE, REGIONS_FILE, TITLES_FILE, ORGANISATION_FILE, SECBOK_FILE)
    found = (files.found[name] for name in names if name in files.found)
    return {entry.id for entry in contents.roles}.union(value for each in found for value, _ in each.ids)


def _steps_of(contents: Contents, roles: dict[str, Role]) -> dict[str, Collection[int] | None]:
    """The STEPs by role: no number where the pack has no content for it, None where its file can't be read."""
    numbers = {file: [step.number for step in role.steps] for file, role in roles.items()}
    return {entry.id: numbers.get(entry.file) if entry.file else () for entry in contents.roles}


def _read_roles(files: _Files, contents: Contents | None) -> dict[str, Role]:
    """The roles by their files; a file that no role names is a fault of that file."""
    roles: dict[str, Role] = {}
    for entry in contents.roles if contents else ():
        known = not entry.file or entry.file in files.found
        if not known and (role := files.read(entry.file, partial(decode_role, entry=entry))):
            roles[entry.file] = role
    for name in list(files.others()):
        if contents:
            files.found[name] = Findings(files.folder / name)
            files.found[name].fault_at("content.unused-file", (1, 1))
        elif name.startswith("roles/") and (role := files.read(name, partial(decode_role, entry=None))):
            roles[name] = role
    return roles


class _Once:
    """Names that must be unique in a pack, with the place of the first use of each."""

    def __init__(self) -> None:
        self.first: dict[str, tuple[Findings, KeyPath]] = {}

    def take(self, value: str, findings: Findings, path: KeyPath, message: str) -> None:
        """Note that *value* stands at *path*; report it there, with the first place, if it isn't the first."""
        if value in self.first:
            there, place = self.first[value]
            findings.fault(message, path, value=value, first=f"{there.file}:{there.place(place)[0]}")
        else:
            self.first[value] = (findings, path)


def _check_ids(files: _Files) -> None:
    """Check that ids are unique in the whole pack, and that no former id belongs to anything else."""
    once = _Once()
    for findings in files.found.values():
        for value, path in findings.ids:
            once.take(value, findings, (*path, "id"), "content.duplicate-id")
    for findings in files.found.values():
        for value, path in findings.former:
            if value:
                once.take(value, findings, path, "content.duplicate-former")


def _check_sources(files: _Files, contents: Contents | None) -> None:
    """Check that each citation is the source of one table only, and is of a document that the pack names."""
    documents = [document.id for document in contents.documents] if contents else []
    once = _Once()
    for findings in files.found.values():
        for value, path in findings.sources:
            once.take(value, findings, (*path, "source"), "content.duplicate-source")
            document = value.partition(":")[0]
            if contents and document not in documents:
                known = ", ".join(documents)
                findings.fault("content.unknown-document", (*path, "source"), value=document, known=known)


def _check_citations(files: _Files) -> None:
    """Compare the sources of all tables with the list of citations, where the pack has one."""
    if not os.path.lexists(files.folder / CITATIONS_FILE):
        return
    listed, findings = read_citations(files.folder)
    used = [(value, found, path) for found in files.found.values() for value, path in found.sources]
    files.found[CITATIONS_FILE] = findings
    if listed is not None:
        check_coverage(listed, findings, used)


def printed_items(folder: Path) -> int | None:
    """How many printed items a pack lists; None where it has no list."""
    if not os.path.lexists(folder / CITATIONS_FILE):
        return None
    listed, _ = read_citations(folder)
    return len(listed.items) if listed else None


def _check_policy_keys(files: _Files, roles: dict[str, Role]) -> None:
    """Check that each policy key has one unit: not months in one rule and times in another."""
    units: dict[str, NumberUnit] = {}
    for file, role in roles.items():
        for step_number, step in enumerate(role.steps):
            for number, criterion in enumerate(step.criteria):
                for need in needs(criterion.rule):
                    unit = units.setdefault(need.key, need.unit)
                    if unit != need.unit:
                        path = ("step", step_number, "criterion", number, "rule", *need.below)
                        files.found[file].fault("content.policy-unit", path, value=need.key, unit=need.unit, first=unit)
