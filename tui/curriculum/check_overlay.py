"""Finding every fault of an organisation's overlay in one run; the pack itself must be without faults."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from tui.curriculum.check_organisation import check_mapped_duties, check_mapped_steps
from tui.curriculum.faults import ContentFaults, Findings
from tui.curriculum.overlay import (
    BASIC_FILE,
    GLOSSARY_FILE,
    MAPPING_FILE,
    NOTES_FILE,
    OVERLAY_FILE,
    POLICY_FILE,
    ContentOverlay,
    overlay_files,
)
from tui.curriculum.pack import Pack
from tui.curriculum.policy import load_policy
from tui.curriculum.table import Table
from tui.errors import ContentError


def check_overlay(folder: Path, plain: Pack) -> list[ContentError]:
    """Every fault of the overlay in *folder*, in the order of files, lines and columns.

    Args:
        folder: where it is.
        plain: the pack without it.
    """
    errors: list[ContentError] = []
    try:
        overlay = ContentOverlay.open(folder, plain.id)
    except ContentFaults as found:
        return list(found.faults)
    pack = Pack(plain.folder, plain.contents, overlay)
    parts: list[Callable[[], object]] = [partial(pack.role, entry.id) for entry in pack.roles]
    parts += [partial(getattr, pack, name) for name in ("basic", "textbook", "mapping", "glossary")]
    for read in parts:
        try:
            read()
        except ContentFaults as found:
            errors += found.faults
    if not errors:
        _check_notes(overlay, plain)
        _check_mapping(overlay, plain)
        errors = [error for findings in overlay.found.values() for error in findings.errors()]
        errors += _policy_faults(overlay, pack)
    errors += _unused(overlay, plain)
    # A file that several parts need is read once for each, so its faults are found several times.
    once = {(str(error.file), error.line, error.column, error.key, str(error)): error for error in errors}
    return [once[place] for place in sorted(once)]


def _check_notes(overlay: ContentOverlay, plain: Pack) -> None:
    """Check that remarks are about things of the pack; what the overlay adds can carry its text itself."""
    if NOTES_FILE not in overlay.found:
        return
    known = [thing.id for thing in plain.things()]
    table = Table({}, (), overlay.found[NOTES_FILE])
    for number, on in enumerate(overlay.notes):
        if on not in known:
            table.dangling("content.dangling-note", on, known, "note", number, "on")


def _check_mapping(overlay: ContentOverlay, plain: Pack) -> None:
    if MAPPING_FILE not in overlay.found:
        return
    findings = overlay.found[MAPPING_FILE]
    roles = {entry.id: plain.role(entry.id) for entry in plain.roles}
    steps = {role_id: [step.number for step in role.steps] if role else () for role_id, role in roles.items()}
    check_mapped_steps(overlay.mappings.added, dict(steps), findings)
    check_mapped_duties(overlay.mappings.added, plain.textbook.functions, findings)
    lines = {(each.role, each.step, each.duty) for each in plain.mapping}
    for number, each in enumerate(overlay.mappings.added):
        if (each.role, each.step, each.duty) in lines:
            line = {"role": each.role, "step": each.step, "duty": each.duty}
            findings.fault("content.map-in-pack", ("map", number), **line)
    for number, each in enumerate(overlay.mappings.removed):
        if (each.role, each.step, each.duty) not in lines:
            line = {"role": each.role, "step": each.step, "duty": each.duty}
            findings.fault("content.no-such-map", ("no_map", number), **line)


def _policy_faults(overlay: ContentOverlay, pack: Pack) -> tuple[ContentError, ...]:
    try:
        load_policy(overlay.policy, pack)
    except ContentFaults as found:
        return found.faults
    return ()


def _unused(overlay: ContentOverlay, plain: Pack) -> list[ContentError]:
    """Faults for files that add nothing, because their name fits nothing in the pack."""
    names = {f"roles/{entry.id}.toml" for entry in plain.roles if entry.file}
    names |= {OVERLAY_FILE, BASIC_FILE, NOTES_FILE, MAPPING_FILE, GLOSSARY_FILE, POLICY_FILE}
    errors: list[ContentError] = []
    for name in overlay_files(overlay.folder):
        if name not in names:
            findings = Findings(overlay.folder / name)
            findings.fault_at("content.unused-file", (1, 1))
            errors += findings.errors()
    return errors
