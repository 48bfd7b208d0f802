"""``python -m benchmarks.team``: the team screen with 10, 100 and 1,000 trainees, up to a million events.

Journals are made once and kept in ``--folder``. Each figure comes from a process of its own that opens the screen on a
pseudo-terminal of 80x24. The figures are compared with those of an empty team, which gets the same keys.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from benchmarks.filled_state import POLICY, WORK
from benchmarks.measuring import peak_memory
from benchmarks.subjects import environment, ikusei
from benchmarks.terminal import QUIET, Terminal
from tui.curriculum.folder import builtin_folder
from tui.curriculum.pack import Pack
from tui.journal.canonical import Record, canonical
from tui.journal.event import Json
from tui.journal.journal import Journal

SIZES: Final = ((0, 0), (10, 1000), (100, 1000), (1000, 1000))
"""Numbers of trainees, and of events for each trainee."""
LEAD: Final = "p-lead"
MENTORS: Final = tuple(f"p-mentor-{number}" for number in range(8))
ROLES: Final = ("soc", "ir", "vuln", "forensics", "coord", "management", "dev")
BEGAN: Final = date(2024, 1, 8)
DAY_MS: Final = 86_400_000
PORTION: Final = 100
"""Trainees taken in at once."""
KEYS: Final = (
    *(("down", b"j"),) * 12,
    *(("right", b"\x1b[C"),) * 4,
    *(("page", b"\x1b[6~"),) * 6,
    *(("end", b"G"), ("home", b"g")) * 2,
    *(("sort", b"s"),) * 4,
    *(("urgent", b"x"),) * 2,
    *(("role", b"o"),) * 2,
    *(("view", b"\t"),) * 6,
)
"""The keys that are pressed, and the figure that each counts for."""
READY: Final = "[人]"
FILLING: Final = "集計中"


class Chain:
    """The events of one writer, each linked to the one before, hashed as ikusei does."""

    def __init__(self, writer: str) -> None:
        self._writer = writer
        self._n = 0
        self._previous = ""

    def add(self, moment: int, author: str, trainee: str, kind: str, item: str, body: dict[str, Json]) -> Record:  # noqa: PLR0917 - the columns
        """The next event."""
        self._n += 1
        record = Record(
            "",
            self._writer,
            self._n,
            self._previous,
            moment,
            moment,
            author,
            trainee,
            kind,
            item,
            canonical(body),
            "",
            "",
        )
        record = record._replace(hash=record.digest())
        self._previous = record.hash
        return record


def events_of(number: int, count: int, pack: Pack) -> Iterator[Record]:
    """Everything about one trainee: *count* events, most of them entries, with rounds of claims and signed STEPs."""
    trainee = f"p-{number:05}"
    chain = Chain(f"{number:032x}")
    moment = (BEGAN - date(1970, 1, 1)).days * DAY_MS + number * 1000
    mentor = MENTORS[number % len(MENTORS)]
    mine = [ROLES[number % 7], *([ROLES[(number + 2) % 7]] if number % 3 == 0 else [])]
    yield chain.add(moment, trainee, "", "writer", "", {"person": trainee, "host": "desk", "copied_from": ""})
    yield chain.add(moment, trainee, trainee, "person", "", {"name": f"育成 {number:04} 号"})
    for role in mine:
        yield chain.add(moment, trainee, trainee, "enrol", role, {"on": True, "start": 1})
    made = 2 + len(mine)
    steps = [step for role in mine if (found := pack.role(role)) for step in found.steps]
    signed = number % (len(steps) + 1)
    for at, step in enumerate(steps[: signed + 1]):
        decisions: list[Json] = []
        for place, criterion in enumerate(step.criteria):
            moment += 3 * DAY_MS
            if at == signed and place % 3 == 2:
                continue
            body: dict[str, Json] = {"entries": [], "states": {}, "policy": {}, "policy_digest": ""}
            body |= {"points": [], "wording": "", "comment": ""}
            claim = chain.add(moment, trainee, trainee, "claim", criterion.id, body)
            yield claim
            made += 1
            if at == signed and place % 3 == 1:
                continue
            verdict = "returned" if at == signed and number % 11 == 0 else "confirmed"
            said: dict[str, Json] = {
                "claim": claim.hash,
                "verdict": verdict,
                "reason": "もう一度",
                "policy": "",
                "heads": {},
            }
            decision = chain.add(moment + 2 * DAY_MS, mentor, trainee, "decision", criterion.id, said)
            decisions.append(decision.hash)
            yield decision
            made += 1
        if at < signed:
            said = {"declaration": "認める", "decisions": decisions, "exception": "", "policy": "", "heads": {}}
            yield chain.add(moment + 3 * DAY_MS, mentor, trainee, "signoff", step.id, said)
            made += 1
    last = date(2026, 11, 20) - timedelta(days=number % 90)
    for at in range(count - made):
        day = BEGAN + (last - BEGAN) * at // max(1, count - made - 1)
        item, supervision = WORK[at % len(WORK)]
        entry: dict[str, Json] = {
            "items": [item], "day": day.isoformat(), "quantity": 1, "hits": None, "total": None, "findings": None,
            "supervision": supervision, "note": f"一次切り分け {at % 100}", "evidence": [],
        }  # fmt: skip
        yield chain.add((day - date(1970, 1, 1)).days * DAY_MS + at, trainee, trainee, "entry", "", entry)


def fill(path: Path, trainees: int, events: int) -> None:
    """Write the journal of a lead who has taken in so many trainees, with so many events each."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.with_name("policy.toml").write_text(POLICY, encoding="utf-8")
    pack = Pack.open(builtin_folder())
    with Journal.open(path, create=True) as journal:
        lead = Chain("f" * 32)
        who = lead.add(1, LEAD, "", "writer", "", {"person": LEAD, "host": "desk", "copied_from": ""})
        journal.merge([who, lead.add(2, LEAD, LEAD, "person", "", {"name": "責任者"})])
        for first in range(0, trainees, PORTION):
            numbers = range(first, min(first + PORTION, trainees))
            journal.merge(event for number in numbers for event in events_of(number, events, pack))


def look(state: Path, home: Path) -> dict[str, float]:
    """Open the team on a terminal, press the keys, leave; milliseconds, and KiB."""
    figures: dict[str, list[float]] = {}
    with Terminal(ikusei("--state", str(state), "--lang", "ja", "team"), environment(home), cwd=home) as terminal:
        # Raw bytes are searched here, and the screen is modelled later: modelling takes time that would be measured.
        terminal.wait_until(lambda: READY.encode() in terminal.written, READY)
        terminal.read(QUIET)
        filling = time.perf_counter()
        while terminal.read(QUIET) or FILLING in terminal.screen:
            pass
        opened = 1000 * (next(at for at, text in shown(terminal) if READY in text) - terminal.started)
        filled = 1000 * (time.perf_counter() - filling - QUIET)
        for name, key in KEYS:
            before, sent = len(terminal.chunks), terminal.send(key)
            terminal.read(QUIET)
            terminal.settle()
            if len(terminal.chunks) > before:
                figures.setdefault(name, []).append(1000 * (terminal.chunks[-1].at - sent))
        peak = peak_memory(terminal.process.pid)
        terminal.send(b"qqq")
        terminal.wait_exit()
    every = [value for values in figures.values() for value in values]
    figures["any key"] = every
    medians = {name: statistics.median(values) for name, values in figures.items()}
    return {"open": opened, "fill": filled, "peak KiB": peak} | medians


def shown(terminal: Terminal) -> Iterator[tuple[float, str]]:
    """What was written up to each moment."""
    written = b""
    for chunk in terminal.chunks:
        written += chunk.data
        yield chunk.at, written.decode(errors="replace")


def main() -> None:
    """Make the missing journals, measure, and print a row for each size."""
    parser = argparse.ArgumentParser(description="Measure the team screen.")
    parser.add_argument("--folder", type=Path, required=True, help="where the journals are made and kept")
    parser.add_argument("--runs", type=int, default=5, help="openings of each (%(default)s)")
    parser.add_argument("--most", type=int, default=1000, help="trainees of the largest one (%(default)s)")
    options = parser.parse_args()
    found = {}
    for trainees, events in SIZES:
        if trainees > options.most:
            continue
        home = options.folder / f"{trainees}"
        state = home / "state.sqlite"
        if not state.exists():
            begun = time.perf_counter()
            fill(state, trainees, events)
            print(f"made {trainees * events:,} events in {time.perf_counter() - begun:.0f} s", flush=True)
        first = look(state, home)
        runs = [look(state, home) for _ in range(options.runs)]
        found[trainees] = {name: statistics.median(run[name] for run in runs) for name in first}
        found[trainees]["first fill"] = first["fill"]
        row = {name: round(value) for name, value in found[trainees].items()}
        print(f"{trainees:>5} trainees {json.dumps(row)}", flush=True)
    for trainees in (10, 100, 1000):
        if trainees in found:
            ratio = found[trainees]["open"] / found[0]["open"]
            memory = found[trainees]["peak KiB"] / found[0]["peak KiB"]
            print(f"{trainees:>5} trainees: opening {ratio:.2f} x, memory {memory:.2f} x of the empty one", flush=True)


if __name__ == "__main__":
    main()
