"""``citations.tsv``: every citation of a pack's documents, so that the completeness of the pack can be checked.

One place a line: the citation, ``item`` or ``group``, and what it is, with tabs between. Each item is the source of
exactly one table; a group (a heading over items) may be, and need not.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Final

from tui.curriculum.characters import find_written
from tui.curriculum.faults import Findings
from tui.curriculum.position import KeyPath
from tui.curriculum.table import SOURCE, shown
from tui.curriculum.toml_file import read_text
from tui.record import record

FILE: Final = "citations.tsv"
KINDS: Final = ("item", "group")


@record
class Listed:
    """What a list of citations says.

    Args:
        items: line by citation, of what must be covered.
        groups: citations that may be used.
    """

    items: Mapping[str, int]
    groups: frozenset[str]


def read_citations(folder: Path) -> tuple[Listed | None, Findings]:
    """The list of a pack, None where it can't be read at all, and everything that is wrong in it."""
    findings = Findings(folder / FILE)
    items: dict[str, int] = {}
    groups: set[str] = set()
    if not read_text(findings):
        return None, findings
    find_written(findings)
    for number, line in enumerate(findings.text.split("\n"), start=1):
        if not line.strip():
            continue
        citation, _, rest = line.partition("\t")
        kind, tab, about = rest.partition("\t")
        if not tab or not about.strip():
            findings.fault_at("content.citation-line", (number, 1), value=shown(line))
        elif not SOURCE.fullmatch(citation):
            findings.fault_at("content.bad-source", (number, 1), value=shown(citation))
        elif kind not in KINDS:
            findings.fault_at("content.citation-kind", (number, len(citation) + 2), value=shown(kind))
        elif citation in items or citation in groups:
            findings.fault_at("content.citation-twice", (number, 1), value=citation)
        elif kind == "item":
            items[citation] = number
        else:
            groups.add(citation)
    return Listed(items, frozenset(groups)), findings


def check_coverage(listed: Listed, found: Findings, used: Collection[tuple[str, Findings, KeyPath]]) -> None:
    """Report every listed item that is the source of no table, and every source that isn't listed.

    Args:
        listed: what the documents print.
        found: findings of the list.
        used: each citation that is the source of a table, with its place.
    """
    sources = {citation for citation, _, _ in used}
    for citation, line in listed.items.items():
        if citation not in sources:
            found.fault_at("content.not-covered", (line, 1), value=citation)
    for citation, findings, path in used:
        if citation not in listed.items and citation not in listed.groups:
            findings.fault("content.not-printed", (*path, "source"), value=citation, listed=FILE)
