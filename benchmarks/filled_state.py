"""A state file with a given number of entries, to measure whether their number matters."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Final

from tui.journal.event import Json, Kind, NewEvent
from tui.journal.journal import Journal
from tui.session import LANGUAGE

BATCH: Final = 500
"""Entries written in one transaction."""
DAYS: Final = 1000
"""Days over which the entries are spread, up to today."""
PERSON: Final = "p-benchmark"
NAME: Final = "佐藤 花"
WORK: Final = (
    ("soc.2.paired", "paired"),
    ("soc.2.alone", "alone"),
    ("soc.2.verdict", "alone"),
    ("soc.3.period", "alone"),
)
"""The criteria that the entries count for in turn, with the supervision of each."""
POLICY: Final = """\
[numbers]
"soc.2.paired.times" = 10
"soc.2.alone.times" = 5
"soc.2.verdict.cases" = 200
"soc.2.verdict.ratio" = 95
"soc.3.period.months" = 6
"soc.3.period.hole" = 30
"""


def fill(path: Path, entries: int, today: date) -> None:
    """Write a state file, and the policy beside it.

    Args:
        path: the file; there is none yet.
        entries: how many entries.
        today: day of the last entry.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    path.with_name("policy.toml").write_text(POLICY, encoding="utf-8")
    with Journal.open(path, create=True) as journal:
        journal.local_set(LANGUAGE, "ja")
        journal.append(
            [
                NewEvent(Kind.PERSON, PERSON, body={"name": NAME}),
                NewEvent(Kind.ENROL, PERSON, "soc", {"on": True, "start": 2}),
            ],
            author=PERSON,
        )
        for first in range(0, entries, BATCH):
            numbers = range(first, min(first + BATCH, entries))
            journal.append([_entry(number, entries, today) for number in numbers], author=PERSON)


def _entry(number: int, entries: int, today: date) -> NewEvent:
    item, supervision = WORK[number % len(WORK)]
    body: dict[str, Json] = {
        "items": [item],
        "day": (today - timedelta(days=DAYS - 1 - number * DAYS // entries)).isoformat(),
        "supervision": supervision,
        "note": f"IDS アラートの一次切り分け {number % 100}",
        "evidence": [{"ref": f"INC-{number % 100}", "sha256": ""}],
    }
    if item == "soc.2.verdict":
        body |= {"hits": 24, "total": 25}
    return NewEvent(Kind.ENTRY, PERSON, body=body)
