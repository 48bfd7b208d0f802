"""Checks that every id that the organisation part of a pack names is there."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from tui.curriculum.faults import Findings
from tui.curriculum.organisation import Mapping, Organisation, Pattern, SecBokCount, Title
from tui.curriculum.position import KeyPath
from tui.curriculum.section import Section
from tui.curriculum.table import Table, shown
from tui.curriculum.textbook import Function, Region


def check_titles(titles: tuple[Title, ...], roles: Collection[str], findings: Findings) -> None:
    """Report each title whose role doesn't exist."""
    _check_named(
        findings,
        "content.dangling-role",
        ((title.role, ("title", place, "role")) for place, title in enumerate(titles)),
        roles,
    )


def check_functions(organisation: Organisation, functions: tuple[Function, ...], findings: Findings) -> None:
    """Report each function and duty that the organisation names and that doesn't exist."""
    codes = [function.id for function in functions]
    duties = _duties(functions)
    in_functions = {
        "phase": [phase.functions for phase in organisation.phases],
        "career": [career.functions for career in organisation.careers],
    }
    for name, lists in in_functions.items():
        for place, named in enumerate(lists):
            paths = _numbered(named, (name, place, "functions"))
            _check_named(findings, "content.dangling-function", paths, codes)
    in_duties = {
        "team": [team.duties for team in organisation.teams],
        "affinity": [affinity.duties for affinity in organisation.affinities],
    }
    for name, lists in in_duties.items():
        for place, named in enumerate(lists):
            _check_named(findings, "content.dangling-duty", _numbered(named, (name, place, "duties")), duties)


def check_patterns(organisation: Organisation, regions: tuple[Region, ...], findings: Findings) -> None:
    """Report each region of a pattern that doesn't exist, and each region that a pattern leaves out (`isogj` 6.3)."""
    known = [region.id for region in regions]
    for place, pattern in enumerate(organisation.patterns):
        for name, named in _lists(pattern):
            _check_regions(findings, named, known, ("pattern", place, name))
        for region in known:
            if not any(region in named for _, named in _lists(pattern)):
                findings.fault("content.region-missing", ("pattern", place), value=region)
    for place, team in enumerate(organisation.teams):
        _check_regions(findings, team.regions, known, ("team", place, "regions"))


def check_marks(marks: tuple[SecBokCount, ...], functions: tuple[Function, ...], findings: Findings) -> None:
    """Report each duty that has marks and doesn't exist."""
    named = ((each.duty, ("marks", place, "duty")) for place, each in enumerate(marks))
    _check_named(findings, "content.dangling-duty", named, _duties(functions))


def check_sections(sections: tuple[Section, ...], known: Collection[str], findings: Findings) -> None:
    """Report every id that a section is about and that doesn't exist."""
    for place, section in enumerate(sections):
        _check_named(findings, "content.dangling-about", _numbered(section.about, ("section", place, "about")), known)


def check_mapped_duties(maps: tuple[Mapping, ...], functions: tuple[Function, ...], findings: Findings) -> None:
    """Report each duty that a STEP trains for and that doesn't exist."""
    named = ((each.duty, ("map", place, "duty")) for place, each in enumerate(maps))
    _check_named(findings, "content.dangling-duty", named, _duties(functions))


def check_mapped_steps(maps: tuple[Mapping, ...], steps: dict[str, Collection[int] | None], findings: Findings) -> None:
    """Report each role of the mapping that doesn't exist, and each STEP that its role doesn't have.

    Args:
        maps: the lines of ``mapping.toml``.
        steps: numbers of the STEPs by role; None for a role that can't be read.
        findings: those of the file.
    """
    for place, each in enumerate(maps):
        _check_named(findings, "content.dangling-role", [(each.role, ("map", place, "role"))], steps)
        numbers = steps.get(each.role)
        if numbers is not None and each.step not in numbers:
            findings.fault("content.dangling-step", ("map", place, "step"), role=each.role, number=each.step)


def _lists(pattern: Pattern) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return ("in", pattern.inside), ("shared", pattern.shared), ("out", pattern.outside)


def _duties(functions: tuple[Function, ...]) -> list[str]:
    return [duty.id for function in functions for duty in function.duties]


def _numbered(values: tuple[str, ...], path: KeyPath) -> Iterable[tuple[str, KeyPath]]:
    return ((value, (*path, number)) for number, value in enumerate(values))


def _check_named(
    findings: Findings, message: str, named: Iterable[tuple[str, KeyPath]], known: Collection[str]
) -> None:
    table = Table({}, (), findings)
    for value, path in named:
        if value and value not in known:
            table.dangling(message, value, known, *path)


def _check_regions(findings: Findings, named: tuple[str, ...], known: list[str], path: KeyPath) -> None:
    for value, here in _numbered(named, path):
        if value and value not in known:
            findings.fault("content.dangling-region", here, value=shown(value), known=", ".join(known))
