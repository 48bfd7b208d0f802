"""Bundles of as many made-up people and events as wanted, without a journal that they come from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from tui.journal.bundle.header import Header, header_line
from tui.journal.bundle.line import line_of
from tui.journal.bundle.writing import reach_of
from tui.journal.canonical import Record, canonical
from tui.journal.event import Json

BEGAN = 1_700_000_000_000
MINUTE = 60_000


def chain(number: int, length: int) -> Iterator[Record]:
    """Everything that one made-up person has written: how it begins, what they are called, then entries."""
    digest = hashlib.sha256(str(number).encode()).hexdigest()
    person, writer, before = f"p-{digest[:16]}", digest[16:48], ""
    for n in range(1, length + 1):
        kind, body = _said(n, person, number, before)
        clock = BEGAN + n * MINUTE + number
        trainee = "" if kind == "writer" else person
        made = Record("", writer, n, before, clock, clock, person, trainee, kind, "", canonical(body), "", "")
        before = made.digest()
        yield made._replace(hash=before)


def _said(n: int, person: str, number: int, before: str) -> tuple[str, Mapping[str, Json]]:
    if n == 1:
        return "writer", {"person": person, "host": "benchmark", "copied_from": ""}
    if n == 2:
        return "person", {"name": f"名前 {number}", "before": ""}
    entry: dict[str, Json] = {
        "before": f"{n - 1}:{before}" if n > 3 else "",
        "items": ["soc.2.paired"],
        "day": f"2026-{n % 12 + 1:02}-{n % 28 + 1:02}",
        "supervision": "paired",
        "note": f"IDS アラートの一次切り分け {n}",
        "evidence": [{"ref": f"INC-{n}", "sha256": ""}],
    }
    return "entry", entry


def write_made_up(target: Path, records: Iterable[Record]) -> None:
    """Write a bundle of *records*."""
    ordered = sorted(records, key=attrgetter("clock", "writer", "n", "hash"))
    lines = b"".join(map(line_of, ordered))
    people = sorted({each.author for each in ordered})
    by_writer = groupby(sorted(ordered, key=attrgetter("writer", "n")), attrgetter("writer"))
    ends = {writer: list(chain) for writer, chain in by_writer}
    header = Header(
        pack=("benchmark", "1"),
        events=len(ordered),
        digest=hashlib.sha256(lines).hexdigest(),
        people=dict.fromkeys(people, ""),
        trainees=tuple(people),
        writers={
            writer: reach_of(own[-1].n, own[-1].hash, reach_of(own[0].n, own[0].hash, None))
            for writer, own in ends.items()
        },
    )
    target.write_bytes(header_line(header) + lines)
