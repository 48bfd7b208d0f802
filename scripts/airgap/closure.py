"""Checking that an archive has exactly the wheels that ikusei needs on every Python that it supports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, cast

from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from airgap import ArchiveError
from airgap.wheels import Wheel

PYTHONS: Final = ("3.11", "3.12", "3.13", "3.14")
RELOCK: Final = "; write the lock anew with `python scripts/make_archive.py --lock`"


def needs(root: Wheel, others: Iterable[Wheel]) -> Mapping[str, set[str]]:
    """By name of a wheel, the names of the wheels that it needs on any supported Python.

    Raises:
        ArchiveError: one is missing, doesn't fit, isn't pure, or is needed by none.
    """
    wheels = {wheel.name: wheel for wheel in (root, *others)}
    for wheel in wheels.values():
        if not wheel.is_pure:
            raise ArchiveError(f"{wheel.path.name} is for one system or one Python only{RELOCK}")
    edges: dict[str, set[str]] = {name: set() for name in wheels}
    for python in PYTHONS:
        _walk(root.name, wheels, edges, python)
    reached = {root.name}.union(*edges.values())
    if idle := sorted(wheels.keys() - reached):
        raise ArchiveError(f"nothing needs {', '.join(idle)}{RELOCK}")
    return edges


def _walk(root: str, wheels: Mapping[str, Wheel], edges: dict[str, set[str]], python: str) -> None:
    waiting, seen = [(root, frozenset[str]())], set()
    while waiting:
        name, extras = waiting.pop()
        if (name, extras) in seen:
            continue
        seen.add((name, extras))
        wheel = wheels[name]
        if wheel.metadata.requires_python and not wheel.metadata.requires_python.contains(f"{python}.0"):
            raise ArchiveError(f"{wheel.path.name} isn't for Python {python}{RELOCK}")
        for wanted in wheel.metadata.requires_dist or ():
            if _applies(wanted, python, extras):
                target = canonicalize_name(wanted.name)
                _check(wanted, wheels.get(target), wheel)
                edges[name].add(target)
                waiting.append((target, frozenset(wanted.extras)))


def _check(wanted: Requirement, found: Wheel | None, by: Wheel) -> None:
    if found is None or not wanted.specifier.contains(found.version):
        raise ArchiveError(f"{by.path.name} needs {wanted}, and the lock has {found and found.version}{RELOCK}")


def _applies(wanted: Requirement, python: str, extras: Iterable[str]) -> bool:
    """Whether the requirement applies on a Linux with that Python; pip itself would only check its own Python."""
    if wanted.marker is None:
        return True
    here = {"python_version": python, "python_full_version": f"{python}.0", "sys_platform": "linux", "os_name": "posix"}
    environment = cast("dict[str, str]", default_environment()) | here | {"platform_system": "Linux"}
    return any(wanted.marker.evaluate(environment | {"extra": extra}) for extra in ("", *extras))
